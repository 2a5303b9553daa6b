import type {
  BufferGeometry,
  NormalOrGLBufferAttributes,
  PerspectiveCamera,
  ShaderMaterial,
  WebGLRenderer,
} from 'three';
import { Points, Scene, UnsignedByteType, WebGLRenderTarget } from 'three';
import { nearestId } from './nearestId.ts';
import { drained, readBack } from './readBack.ts';

/** Half the side of the id buffer, CSS pixels: the largest reach and half the largest marker. */
const HALF = 36;
const SIDE = HALF * 2 + 1;

/** Finds the point under the pointer by drawing ids into a small buffer round it. */
export interface IdPicker {
  /**
   * @param x CSS pixels from the canvas's left
   * @param y CSS pixels from the canvas's top
   * @param reach how far from the pointer a marker may be, CSS pixels
   * @param frames how many frames have been drawn
   * @returns the nearest point's index, or null; the answer comes some milliseconds later
   */
  pick(
    renderer: WebGLRenderer,
    camera: PerspectiveCamera,
    geometry: BufferGeometry<NormalOrGLBufferAttributes>,
    place: PickPlace,
    frames: () => number,
  ): Promise<number | null>;
  /** Has the GPU make its program ready, so that the first look need not wait for it. @param between lets in what must not wait behind pictures */
  prepare(
    renderer: WebGLRenderer,
    camera: PerspectiveCamera,
    geometry: BufferGeometry<NormalOrGLBufferAttributes>,
    frames: () => number,
    between: <T>(ask: () => Promise<T>) => Promise<T>,
  ): Promise<void>;
  dispose(): void;
}

/** Where to look. CSS pixels from the canvas's top left. */
interface PickPlace {
  x: number;
  y: number;
  reach: number;
  /** The canvas. */
  width: number;
  height: number;
  /** The shift of the camera's centre that the panels at the edges ask for. */
  offsetX: number;
  offsetY: number;
}

/** @param material draws each point as the bytes of its index + 1 */
export function createIdPicker(material: ShaderMaterial): IdPicker {
  const target = new WebGLRenderTarget(SIDE, SIDE, { type: UnsignedByteType, depthBuffer: true });
  const scene = new Scene();
  const points = new Points<BufferGeometry<NormalOrGLBufferAttributes>>(undefined, material);
  points.frustumCulled = false;
  scene.add(points);
  let disposed = false;
  return {
    async prepare(renderer, camera, geometry, frames, between) {
      points.geometry = geometry;
      const inTarget = <T>(act: () => T): T => {
        renderer.setRenderTarget(target);
        const result = act();
        renderer.setRenderTarget(null);
        return result;
      };
      // three makes other programs for targets than for the canvas
      await inTarget(() => renderer.compileAsync(scene, camera));
      await between(async () => {
        // at its first use three asks for the program's messages, which come behind all that the GPU has to do
        await drained(renderer.getContext() as WebGL2RenderingContext, frames);
        if (!disposed) inTarget(() => renderer.render(scene, camera));
      });
    },
    async pick(renderer, camera, geometry, place, frames) {
      points.geometry = geometry;
      const eye = camera.clone();
      eye.setViewOffset(
        place.width,
        place.height,
        place.offsetX + place.x - HALF - 0.5,
        place.offsetY + place.y - HALF - 0.5,
        SIDE,
        SIDE,
      );
      const clearAlpha = renderer.getClearAlpha();
      renderer.setClearAlpha(0);
      renderer.setRenderTarget(target);
      renderer.clear();
      renderer.render(scene, eye);
      // begins with the target bound, and ends later
      const pixels = new Uint8Array(SIDE * SIDE * 4);
      const read = readBack(renderer.getContext() as WebGL2RenderingContext, SIDE, pixels, frames);
      renderer.setRenderTarget(null);
      renderer.setClearAlpha(clearAlpha);
      await read;
      return nearestId(pixels, SIDE, Math.min(HALF, place.reach));
    },
    dispose() {
      disposed = true;
      target.dispose();
      material.dispose();
    },
  };
}
