import { useEffect } from 'react';
import type { SemanticMapProps } from '../mapProps.ts';
import type { Stage } from '../stage.ts';

/** The props of the map that decide how its points look. */
export type PointProps = Pick<
  SemanticMapProps,
  'colours' | 'shapes' | 'visible' | 'sizes' | 'selected' | 'compared' | 'hovered' | 'highlighted'
>;

/** Tells the stage how its points look. Each kind of change sends only what it changes. */
export function usePointLooks(stage: Stage, version: number, props: PointProps): void {
  const { colours, shapes, visible, sizes, selected, compared, hovered, highlighted } = props;

  useEffect(() => {
    stage.points.setLooks({ colours, shapes, visible, sizes }, version);
    stage.invalidate();
  }, [stage, version, colours, shapes, visible, sizes]);

  useEffect(() => {
    stage.points.setMarks({ selected, compared, hovered, highlighted });
    stage.invalidate();
  }, [stage, selected, compared, hovered, highlighted]);
}
