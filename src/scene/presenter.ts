import type { Camera, Scene, WebGLRenderer } from 'three';
import { WebGLRenderTarget } from 'three';
import { passed } from './picking/readBack.ts';

/** A picture that the GPU needs longer for is drawn aside: half of what the Long Tasks API calls long. */
const SLOW_MS = 25;
/** Pictures drawn aside so quickly, one after the other, are drawn straight again. */
const QUICK_MS = 14;
const QUICK_ONES = 8;

/** What is drawn with, and how it asks for more. */
export interface Presented {
  readonly renderer: WebGLRenderer;
  readonly camera: Camera;
  scene(): Scene | null;
  /** What happens before a picture is drawn; `now` in ms. */
  tick(now: number): void;
  /** Asks for a frame. */
  invalidate(): void;
  /** Told when a picture is in the canvas. */
  onShown(): void;
}

/**
 * Brings pictures into the canvas. Where the GPU is slow (software GL, a large map, threads that take the cores) a
 * picture is drawn into memory of the GPU first, and copied into the canvas once it is done: a browser may read a canvas
 * back on the page's thread, and the page would wait there for as long as the GPU draws. Until the GPU has shown how
 * quick it is, it counts as slow.
 */
export class Presenter {
  private aside = true;
  private quick = 0;
  /** A picture drawn aside is under way, or what was let in between: the next one waits. */
  private busy = false;
  private isMoreWanted = false;
  private readonly waiting: (() => void)[] = [];
  private isWatched = false;
  private target: WebGLRenderTarget | null = null;
  private isOver = false;

  constructor(private readonly presented: Presented) {}

  /** In each animation frame in which something has changed. */
  frame(): void {
    if (this.aside) {
      if (this.busy) this.isMoreWanted = true;
      else this.begin();
      return;
    }
    this.presented.tick(performance.now());
    this.draw();
    this.presented.onShown();
    if (!this.isWatched) void this.watch();
  }

  /** Asks the GPU for an answer: where pictures take long, when none is under way and before the next one. */
  async between<T>(ask: () => Promise<T>): Promise<T> {
    if (!this.aside) return ask();
    if (this.busy) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy = true;
    try {
      return await ask();
    } finally {
      this.release();
    }
  }

  /** The canvas has another size, and is empty by that: until the next picture it holds the last one. */
  resized(): void {
    if (this.aside && this.target) this.copy();
  }

  /** Draws into the canvas now, and waits where that takes long. */
  draw(): void {
    const { renderer, camera } = this.presented;
    const scene = this.presented.scene();
    if (scene) renderer.render(scene, camera);
  }

  dispose(): void {
    this.isOver = true;
    this.target?.dispose();
  }

  private get gl(): WebGL2RenderingContext {
    return this.presented.renderer.getContext() as WebGL2RenderingContext;
  }

  /** How long the GPU takes for what it has been asked; −1 where it was lost. */
  private async drained(): Promise<number> {
    const begun = performance.now();
    try {
      await passed(this.gl);
    } catch {
      return -1;
    }
    return performance.now() - begun;
  }

  private async watch(): Promise<void> {
    this.isWatched = true;
    const ms = await this.drained();
    this.isWatched = false;
    if (ms <= SLOW_MS) return;
    this.aside = true;
    this.quick = 0;
  }

  private begin(): void {
    this.busy = true;
    this.isMoreWanted = false;
    // after this frame has been shown: behind the drawing the browser would wait with it
    setTimeout(() =>
      this.drawAside().catch((error) => {
        this.release();
        reportError(error);
      }),
    );
  }

  private async drawAside(): Promise<void> {
    if (this.isOver) return;
    const { renderer } = this.presented;
    this.presented.tick(performance.now());
    renderer.setRenderTarget(this.sized());
    try {
      this.draw();
    } finally {
      renderer.setRenderTarget(null);
    }
    const ms = await this.drained();
    this.quick = ms >= 0 && ms < QUICK_MS ? this.quick + 1 : 0;
    // before the browser shows a frame: what is drawn between two may be shown by halves
    requestAnimationFrame(() => this.show(ms >= 0));
  }

  private show(isDrawn: boolean): void {
    if (this.isOver) return;
    if (isDrawn) {
      this.copy();
      this.presented.onShown();
      if (this.quick >= QUICK_ONES) this.aside = false;
    } else {
      // a context that comes back asks for a frame itself
      this.isMoreWanted = false;
    }
    this.release();
  }

  private release(): void {
    const next = this.waiting.shift();
    this.busy = next !== undefined;
    // not before the browser has shown the picture, for which it may wait for the GPU
    if (next) setTimeout(next);
    else if (this.isMoreWanted && this.aside) this.begin();
    else if (this.isMoreWanted) {
      this.isMoreWanted = false;
      this.presented.invalidate();
    }
  }

  private sized(): WebGLRenderTarget {
    // a canvas of a hidden view has no size
    const { domElement } = this.presented.renderer;
    const [width, height] = [domElement.width, domElement.height].map((side) => Math.max(1, side));
    this.target ??= new WebGLRenderTarget(width, height);
    this.target.setSize(width, height);
    return this.target;
  }

  private copy(): void {
    const { renderer } = this.presented;
    const { gl, target } = this;
    if (!target) return;
    renderer.setRenderTarget(target);
    const drawn = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
    renderer.setRenderTarget(null);
    const { width, height } = renderer.domElement;
    // behind three's back, which keeps no account of what is read from
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, drawn);
    gl.blitFramebuffer(
      0,
      0,
      target.width,
      target.height,
      0,
      0,
      width,
      height,
      gl.COLOR_BUFFER_BIT,
      gl.LINEAR,
    );
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  }
}
