import { useEffect, useMemo } from 'react';
import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import type { SemanticMapProps } from '../mapProps.ts';
import { HIDDEN } from '../mapProps.ts';
import { SCENE_COLOURS } from '../sceneColours.ts';
import type { Stage } from '../stage.ts';
import { toWorld } from '../world/robustFrame.ts';
import type { LineSpec } from './lineBuffers.ts';
import { lineBuffers, placeLines, selectionLines } from './lineBuffers.ts';

/** The props that decide which lines there are. */
export type LineProps = Pick<
  SemanticMapProps,
  'selected' | 'compared' | 'highlighted' | 'visible' | 'arrows' | 'theme'
>;

const ARROW = { opacity: 0.95, width: 2, head: 11, dash: 0, inset: 4 };
const LOOKS = {
  arrow: ARROW,
  dashed: { ...ARROW, dash: 6 },
  faint: { ...ARROW, opacity: 0.4, width: 1.4, head: 9 },
  trail: { opacity: 0.3, width: 1.2, head: 0, dash: 0, inset: 0 },
};
const ENDS = ['startFrom', 'startTo', 'endFrom', 'endTo'] as const;

/**
 * A quad drawn once for each line.
 * @param moves counts new frames, which shift what stands at raw coordinates
 */
export function useLineGeometry(
  stage: Stage,
  version: number,
  moves: number,
  props: LineProps,
): InstancedBufferGeometry {
  const { selected, compared, highlighted, visible, arrows, theme } = props;
  const selection = useMemo((): LineSpec[] => {
    const { line, ink } = SCENE_COLOURS[theme];
    const seen = highlighted.filter((index) => visible?.[index] !== HIDDEN);
    return selectionLines(selected, compared, seen, line, ink);
  }, [selected, compared, highlighted, visible, theme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: moves says that the stage has another frame
  const lines = useMemo((): LineSpec[] => {
    if (!arrows || arrows.length === 0) return selection;
    const { frame } = stage;
    return [
      ...selection,
      ...arrows.map((arrow) => ({
        start: toWorld(arrow.from, frame),
        end: toWorld(arrow.to, frame),
        colour: arrow.colour,
        ...LOOKS[arrow.look ?? 'arrow'],
      })),
    ];
  }, [stage, selection, arrows, arrows ? moves : 0]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the track has new arrays
  const { geometry, buffers } = useMemo(() => {
    const filled = lineBuffers(lines, stage.track);
    const made = new InstancedBufferGeometry();
    made.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0]), 3),
    );
    made.setIndex([0, 1, 2, 2, 1, 3]);
    for (const name of ENDS) made.setAttribute(name, new InstancedBufferAttribute(filled[name], 3));
    made.setAttribute('paint', new InstancedBufferAttribute(filled.paint, 4, true));
    made.setAttribute('stroke', new InstancedBufferAttribute(filled.stroke, 4));
    made.instanceCount = filled.count;
    return { geometry: made, buffers: filled };
  }, [stage, version, lines]);

  useEffect(() => {
    stage.invalidate();
    return () => geometry.dispose();
  }, [stage, geometry]);

  useEffect(() => {
    const follow = (): void => {
      placeLines(lines, stage.track, buffers);
      for (const name of ENDS) geometry.getAttribute(name).needsUpdate = true;
    };
    stage.followers.add(follow);
    return () => {
      stage.followers.delete(follow);
    };
  }, [stage, lines, buffers, geometry]);

  return geometry;
}
