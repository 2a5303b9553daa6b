import type { BufferGeometry, PerspectiveCamera, ShaderMaterial, WebGLRenderer } from 'three';
import { Points, Scene, UnsignedByteType, WebGLRenderTarget } from 'three';
import { nearestId } from './nearestId.ts';

/** Half the side of the id buffer, CSS pixels: the largest reach and half the largest marker. */
const HALF = 36;
const SIDE = HALF * 2 + 1;

/** Finds the point under the pointer by drawing ids into a small buffer round it. */
export interface IdPicker {
  /**
   * @param x CSS pixels from the canvas's left
   * @param y CSS pixels from the canvas's top
   * @param reach how far from the pointer a marker may be, CSS pixels
   * @returns the nearest point's index, or null; the answer comes some milliseconds later
   */
  pick(
    renderer: WebGLRenderer,
    camera: PerspectiveCamera,
    geometry: BufferGeometry,
    place: PickPlace,
  ): Promise<number | null>;
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
  const pixels = new Uint8Array(SIDE * SIDE * 4);
  const scene = new Scene();
  const points = new Points(undefined, material);
  points.frustumCulled = false;
  scene.add(points);
  return {
    async pick(renderer, camera, geometry, place) {
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
      renderer.setRenderTarget(null);
      renderer.setClearAlpha(clearAlpha);
      await renderer.readRenderTargetPixelsAsync(target, 0, 0, SIDE, SIDE, pixels);
      return nearestId(pixels, SIDE, Math.min(HALF, place.reach));
    },
    dispose() {
      target.dispose();
      material.dispose();
    },
  };
}
