import { createRoot, extend } from '@react-three/fiber';
import type { ReactNode } from 'react';
import type { Scene } from 'three';
import { Mesh, Points, WebGLRenderer } from 'three';
import { Fault } from '../contract/fault.ts';
import { Presenter } from './presenter.ts';
import type { Stage } from './stage.ts';
import { quietClockNotice } from './threeWarnings.ts';

// not all of three: what is named here is all that the bundle then holds
extend({ Mesh, Points });
quietClockNotice();

/** Marks sharper than two device pixels a CSS pixel cannot be told apart, but cost as many again. */
const MOST_PIXELS = 2;

/** A canvas in the page with three.js and a React root behind it. */
export interface MapRoot {
  canvas: HTMLCanvasElement;
  renderer: WebGLRenderer;
  /** Draws these elements. */
  render(contents: ReactNode): void;
  /** CSS pixels. */
  resize(width: number, height: number): void;
  /** Draws now, outside the frame loop. */
  draw(): void;
  /** Asks the GPU for something, and waits where a picture is under way that takes long. */
  between<T>(ask: () => Promise<T>): Promise<T>;
  lost(): boolean;
  dispose(): void;
}

interface RootEvents {
  onLost(): void;
  onRestored(): void;
}

/**
 * Puts a canvas into `host` and draws `stage` in it on demand.
 * @throws Fault `webgl-missing` when there is no WebGL 2
 */
export function openMapRoot(host: HTMLElement, stage: Stage, events: RootEvents): MapRoot {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'display:block;position:absolute;inset:0;touch-action:none;outline-offset:-3px';
  const attributes: WebGLContextAttributes = {
    alpha: false,
    antialias: false,
    depth: true,
    stencil: false,
    powerPreference: 'high-performance',
  };
  let renderer: WebGLRenderer;
  try {
    // markers, lines and letters smooth their own edges: multisampling would only cost
    const context = canvas.getContext('webgl2', attributes) as WebGL2RenderingContext | null;
    if (!context) throw new Error('no WebGL 2 context');
    renderer = new WebGLRenderer({ canvas, context });
  } catch (error) {
    throw new Fault('webgl-missing', {}, { cause: error });
  }
  host.prepend(canvas);

  const root = createRoot(canvas);
  let scene: Scene | null = null;
  const presenter = new Presenter({
    renderer,
    camera: stage.camera,
    scene: () => scene,
    moving: () => stage.turning,
    tick: (now) => stage.tick(now, renderer.getContext() as WebGL2RenderingContext),
    invalidate: () => stage.invalidate(),
    onShown: () => stage.onShown(),
  });
  stage.present = () => presenter.frame();
  let size = { width: host.clientWidth, height: host.clientHeight, top: 0, left: 0 };
  const configure = (): void => {
    const dpr = Math.min(MOST_PIXELS, window.devicePixelRatio || 1);
    stage.uniforms.pixelRatio.value = dpr;
    void root
      .configure({
        gl: renderer,
        camera: Object.assign(stage.camera, { manual: true }),
        frameloop: 'demand',
        dpr,
        flat: true,
        linear: true,
        size,
      })
      .then(() => presenter.resized());
  };
  configure();

  const onLost = (event: Event): void => {
    // without this the browser would never give the context back
    event.preventDefault();
    events.onLost();
  };
  const onRestored = (): void => {
    stage.restore();
    events.onRestored();
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);

  // another display or the browser's zoom changes the density without a resize of the host
  const density = watchDensity(() => {
    configure();
    stage.requestLabels();
  });

  return {
    canvas,
    renderer,
    render(contents) {
      const state = root.render(contents).getState();
      scene = state.scene;
      stage.invalidate = () => state.invalidate();
      stage.invalidate();
    },
    resize(width, height) {
      size = { width, height, top: 0, left: 0 };
      configure();
    },
    draw: () => presenter.draw(),
    between: (ask) => presenter.between(ask),
    lost: () => renderer.getContext().isContextLost(),
    dispose() {
      density();
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
      stage.invalidate = () => {};
      presenter.dispose();
      root.unmount();
      renderer.dispose();
      canvas.remove();
    },
  };
}

function watchDensity(changed: () => void): () => void {
  let stop = new AbortController();
  const listen = (): void => {
    stop = new AbortController();
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        changed();
        listen();
      },
      { once: true, signal: stop.signal },
    );
  };
  listen();
  return () => stop.abort();
}
