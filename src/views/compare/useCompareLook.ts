import { useMemo } from 'react';
import type { ComparisonFrame } from '../../pipeline/comparison/comparisonResult.ts';
import type { SemanticMapProps } from '../../scene/mapProps.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { useTheme } from '../../stores/theme.ts';
import { type Grouping, groupRows, pointMarks, pointVisibility } from '../map/groupMarks.ts';

/** What both maps have in common: the items look the same on either, in one frame of centre and scale. */
export interface CompareLook {
  readonly grouping: Grouping;
  readonly scene: Pick<
    SemanticMapProps,
    'colours' | 'shapes' | 'visible' | 'labels' | 'labelPriority' | 'extent'
  >;
}

const NO_GROUPS = new Set<string>();

/** How the items of a comparison look: as on the map; what is no part of a chosen suggestion fades. */
export function useCompareLook({ items, groups, left, right }: ComparisonFrame): CompareLook {
  const theme = useTheme();
  const chosen = useComparison(({ chosen }) => chosen);
  const grouping = useMemo(
    (): Grouping => ({ kind: 'given', groups, rows: groupRows(items, groups) }),
    [items, groups],
  );
  const marks = useMemo(() => pointMarks(grouping.rows, grouping.groups.length, theme), [grouping, theme]);
  const visible = useMemo(() => pointVisibility(grouping, NO_GROUPS, chosen), [grouping, chosen]);
  const labels = useMemo(() => items.map(({ text }) => text), [items]);
  const labelPriority = useMemo(() => Float32Array.from(items, (_, index) => -index), [items]);
  // one scale for both: the same place on the left and on the right is the same place in the picture
  const extent = useMemo(() => {
    if (!right) return left;
    const both = new Float32Array(left.length + right.length);
    both.set(left);
    both.set(right, left.length);
    return both;
  }, [left, right]);
  return { grouping, scene: { ...marks, visible, labels, labelPriority, extent } };
}
