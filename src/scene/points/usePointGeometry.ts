import { useEffect, useMemo, useRef } from 'react';
import { BufferAttribute, BufferGeometry } from 'three';
import type { SemanticMapProps } from '../mapProps.ts';
import type { Stage } from '../stage.ts';
import type { Marks } from './pointBuffers.ts';
import { fillColours, fillMarks, fillTraits } from './pointBuffers.ts';

/** The props of the map that decide how its points look. */
export type PointProps = Pick<
  SemanticMapProps,
  'colours' | 'shapes' | 'visible' | 'sizes' | 'selected' | 'compared' | 'hovered' | 'highlighted'
>;

/**
 * A geometry whose attributes are the stage's position track and the looks of `props`. Each kind of change
 * uploads only its own attribute; a new geometry is made only for a new number of points.
 */
export function usePointGeometry(stage: Stage, version: number, props: PointProps): BufferGeometry {
  const { colours, shapes, visible, sizes, selected, compared, hovered, highlighted } = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the track has new arrays
  const geometry = useMemo(() => {
    const made = new BufferGeometry();
    const { from, to } = stage.track;
    made.setAttribute('position', new BufferAttribute(to, 3));
    made.setAttribute('origin', new BufferAttribute(from, 3));
    made.setAttribute('colour', new BufferAttribute(new Uint8Array(to.length), 3, true));
    made.setAttribute('traits', new BufferAttribute(new Uint8Array((to.length / 3) * 4), 4, false));
    return made;
  }, [stage, version]);

  useEffect(() => {
    stage.pointGeometry = geometry;
    return () => geometry.dispose();
  }, [stage, geometry]);

  useEffect(() => {
    const attribute = geometry.getAttribute('colour') as BufferAttribute;
    fillColours(colours, attribute.array as Uint8Array);
    attribute.needsUpdate = true;
    stage.invalidate();
  }, [stage, geometry, colours]);

  useEffect(() => {
    const attribute = geometry.getAttribute('traits') as BufferAttribute;
    fillTraits(shapes, visible, sizes, attribute.array as Uint8Array);
    attribute.needsUpdate = true;
    stage.invalidate();
  }, [stage, geometry, shapes, visible, sizes]);

  const before = useRef<{ geometry: BufferGeometry; marks: Marks } | null>(null);
  useEffect(() => {
    const attribute = geometry.getAttribute('traits') as BufferAttribute;
    const marks = { selected, compared, hovered, highlighted };
    const old = before.current?.geometry === geometry ? before.current.marks : null;
    fillMarks(old, marks, attribute.array as Uint8Array);
    before.current = { geometry, marks };
    attribute.needsUpdate = true;
    stage.invalidate();
  }, [stage, geometry, selected, compared, hovered, highlighted]);

  return geometry;
}
