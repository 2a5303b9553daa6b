import type { Camera, Scene, WebGLRenderer } from 'three';
import { WebGLRenderTarget } from 'three';
import { passed } from './fence.ts';

/** So long the page may wait for the GPU: with its own work and the reading back less than the 50 ms of the Long Tasks API. */
const HELD_MS = 30;
/** While the camera moves frames count for more: what takes longer than this is felt as waiting. */
const MOVING_MS = 100;
/** Pictures that say how long the next one takes. */
const RECENT = 4;
/** Pictures drawn aside must be this much quicker to be drawn straight again. */
const QUICKER = 0.8;
/** The share of what the last picture took for which nobody looks whether this one is done. */
const UNWATCHED = 0.5;

/** What is drawn with, and how it asks for more. */
export interface Presented {
  readonly renderer: WebGLRenderer;
  readonly camera: Camera;
  scene(): Scene | null;
  /** Whether the camera was moving in the last picture. */
  moving(): boolean;
  /** What happens before a picture is drawn; `now` in ms. */
  tick(now: number): void;
  /** Asks for a frame. */
  invalidate(): void;
  /** Told when a picture is in the canvas. */
  onShown(): void;
}

/**
 * Brings pictures into the canvas. Where the GPU is slow (software GL, a large map, threads that take the cores) a
 * picture is drawn aside: into memory of the GPU first, and copied into the canvas once it is done. A browser may read a canvas
 * back on the page's thread, and the page would wait there for as long as the GPU draws. It costs a third of the frames, so
 * while the camera moves the page may wait a little longer. Until the GPU has shown how quick it is, it counts as slow.
 */
export class Presenter {
  private aside = true;
  /** What the GPU took for the last pictures, ms. */
  private took: number[] = [];
  /** A picture drawn aside is under way, or what was let in between: the next one waits. */
  private busy = false;
  private isMoreWanted = false;
  private readonly waiting: (() => void)[] = [];
  private isWatched = false;
  private target: WebGLRenderTarget | null = null;
  /** The target holds what the canvas shows. */
  private isShown = false;
  private isOver = false;

  constructor(private readonly presented: Presented) {}

  /** In each animation frame in which something has changed. */
  frame(): void {
    this.aside = this.isSlow(this.presented.moving());
    if (this.busy) this.isMoreWanted = true;
    else if (this.aside) this.begin();
    else this.drawStraight();
  }

  private drawStraight(): void {
    this.isShown = false;
    this.presented.tick(performance.now());
    this.draw();
    this.presented.onShown();
    if (!this.isWatched) void this.watch();
  }

  /**
   * Asks the GPU for an answer: where pictures take long, when none is under way and before the next one. Rejects as `ask`
   * does, and where the map is taken away meanwhile.
   */
  async between<T>(ask: () => Promise<T>): Promise<T> {
    if (!this.aside) return ask();
    if (this.busy) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.isOver) throw new Error('the map is gone');
    this.busy = true;
    try {
      return await ask();
    } finally {
      this.release();
    }
  }

  /**
   * The canvas has another size, and is empty by that: until the next picture it holds the last one, or the one under way, for
   * which the browser then waits.
   */
  resized(): void {
    if (this.target && this.isShown && !this.isOver) this.copy(this.target);
  }

  /** Draws into the canvas now, and waits where that takes long. */
  draw(): void {
    const { renderer, camera } = this.presented;
    const scene = this.presented.scene();
    if (scene) renderer.render(scene, camera);
  }

  dispose(): void {
    this.isOver = true;
    this.drop();
    for (const next of this.waiting.splice(0)) next();
  }

  private drop(): void {
    this.target?.dispose();
    this.target = null;
    this.isShown = false;
  }

  private isSlow(isMoving: boolean): boolean {
    if (this.took.length < RECENT) return true;
    const limit = isMoving ? MOVING_MS : HELD_MS;
    // one that took long alone was held up by something else
    const second = [...this.took].sort((a, b) => b - a)[1];
    return second > (this.aside ? QUICKER * limit : limit);
  }

  private get gl(): WebGL2RenderingContext {
    return this.presented.renderer.getContext() as WebGL2RenderingContext;
  }

  /** Waits until the GPU has done what it was asked, and notes how long that took. @returns whether it is still there */
  private async drained(): Promise<boolean> {
    const begun = performance.now();
    try {
      await passed(this.gl, undefined, UNWATCHED * (this.took.at(-1) ?? 0));
    } catch {
      return false;
    }
    this.took = [...this.took.slice(1 - RECENT), performance.now() - begun];
    return true;
  }

  private async watch(): Promise<void> {
    this.isWatched = true;
    await this.drained();
    this.isWatched = false;
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
    const isDrawn = await this.drained();
    // with the frame that the browser shows next, and the next picture after that frame
    requestAnimationFrame(() => this.show(isDrawn));
  }

  private show(isDrawn: boolean): void {
    if (this.isOver) return;
    try {
      if (!isDrawn || !this.target) {
        this.drop();
        // a context that comes back asks for a frame itself
        if (this.gl.isContextLost()) this.isMoreWanted = false;
        return;
      }
      this.copy(this.target);
      this.isShown = true;
      this.aside = this.isSlow(this.presented.moving());
      if (!this.isSlow(false)) this.drop();
      this.presented.onShown();
    } finally {
      this.release();
    }
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

  private copy(target: WebGLRenderTarget): void {
    const { renderer } = this.presented;
    const { gl } = this;
    renderer.setRenderTarget(target);
    const drawn = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
    renderer.setRenderTarget(null);
    const { width, height } = renderer.domElement;
    // behind three's back, which keeps no account of what is read from
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, drawn);
    const from = [0, 0, target.width, target.height] as const;
    // of the same size nothing is in between; software GL takes longer to find that out
    const isSame = target.width === width && target.height === height;
    gl.blitFramebuffer(...from, 0, 0, width, height, gl.COLOR_BUFFER_BIT, isSame ? gl.NEAREST : gl.LINEAR);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  }
}
