import { useEffect, useMemo } from 'react';
import type { BufferGeometry } from 'three';
import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import type { MapRegion, SemanticMapProps } from '../mapProps.ts';
import type { Stage } from '../stage.ts';
import type { RegionShapes } from './regionShapes.ts';
import { placeRegions, regionShapes } from './regionShapes.ts';

const NONE: readonly MapRegion[] = [];
const PARTS = ['centreFrom', 'centreTo', 'widthFrom', 'widthTo', 'tiltFrom', 'tiltTo'] as const;

/** The shapes of the regions, and a quad drawn once for each; both follow the points. */
export function useRegionShapes(
  stage: Stage,
  version: number,
  { regions = NONE, visible }: Pick<SemanticMapProps, 'regions' | 'visible'>,
): { shapes: RegionShapes; geometry: BufferGeometry } {
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the track has new arrays
  const made = useMemo(() => {
    const shapes = regionShapes(regions, visible, stage.track);
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0]), 3),
    );
    geometry.setIndex([0, 1, 2, 2, 1, 3]);
    for (const part of PARTS) geometry.setAttribute(part, new InstancedBufferAttribute(shapes[part], 3));
    geometry.setAttribute('paint', new InstancedBufferAttribute(shapes.paint, 4, true));
    geometry.instanceCount = regions.length;
    return { shapes, geometry };
  }, [stage, version, regions, visible]);

  useEffect(() => {
    stage.invalidate();
    return () => made.geometry.dispose();
  }, [stage, made]);

  useEffect(() => {
    if (regions.length === 0) return;
    const follow = (): void => {
      placeRegions(stage.track, made.shapes);
      for (const part of [...PARTS, 'paint']) made.geometry.getAttribute(part).needsUpdate = true;
    };
    stage.followers.add(follow);
    return () => {
      stage.followers.delete(follow);
    };
  }, [stage, regions.length, made]);

  return made;
}
