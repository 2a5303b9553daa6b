import { useEffect, useMemo } from 'react';
import { BufferAttribute, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import type { Stage } from '../stage.ts';
import type { PositionTrack } from '../world/positionTrack.ts';
import type { GlyphBuffers } from './labelBuffers.ts';
import { createGlyphBuffers, reanchor } from './labelBuffers.ts';
import type { PlacedText } from './textWants.ts';

/** 260 labels of up to 24 letters, and then some. */
const CAPACITY = 6000;

/** A quad drawn once for each glyph that the stage's label layer writes. */
export function useLabelGeometry(stage: Stage): InstancedBufferGeometry {
  const { geometry, buffers } = useMemo(() => {
    const made = createGlyphBuffers(CAPACITY);
    return { geometry: glyphGeometry(made), buffers: made };
  }, []);
  useEffect(() => {
    stage.labelClock.glyphs = { geometry, buffers };
    stage.requestLabels();
    return () => geometry.dispose();
  }, [stage, geometry, buffers]);
  return geometry;
}

function glyphGeometry(buffers: GlyphBuffers): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0]), 3),
  );
  geometry.setIndex([0, 2, 1, 1, 2, 3]);
  const add = (name: string, array: Float32Array | Uint8Array, items: number): void => {
    const attribute = new InstancedBufferAttribute(array, items, array instanceof Uint8Array);
    attribute.setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, attribute);
  };
  add('anchorFrom', buffers.anchorFrom, 3);
  add('anchorTo', buffers.anchorTo, 3);
  add('box', buffers.box, 4);
  add('texels', buffers.texels, 4);
  add('tint', buffers.tint, 4);
  add('style', buffers.style, 3);
  geometry.instanceCount = 0;
  return geometry;
}

/** Sends what a layout wrote to the GPU. */
export function uploadGlyphs(geometry: InstancedBufferGeometry, buffers: GlyphBuffers): void {
  geometry.instanceCount = buffers.count;
  upload(geometry, buffers.count, ['anchorFrom', 'anchorTo', 'box', 'texels', 'tint', 'style']);
}

/** Ties the glyphs to points and regions that go to new places. */
export function anchorGlyphs(
  geometry: InstancedBufferGeometry,
  buffers: GlyphBuffers,
  track: PositionTrack,
  texts: readonly PlacedText[],
): void {
  reanchor(buffers, track, texts);
  upload(geometry, buffers.count, ['anchorFrom', 'anchorTo']);
}

function upload(geometry: InstancedBufferGeometry, count: number, names: readonly string[]): void {
  for (const name of names) {
    const attribute = geometry.getAttribute(name) as InstancedBufferAttribute;
    attribute.clearUpdateRanges();
    attribute.addUpdateRange(0, count * attribute.itemSize);
    attribute.needsUpdate = true;
  }
}
