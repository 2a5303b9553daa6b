import { buildComparison } from '../pipeline/comparison/buildComparison.ts';
import { type ComparisonRequest, comparisonRequestOf } from '../pipeline/comparison/comparisonRequest.ts';
import type { ComparisonFrame, ComparisonResult } from '../pipeline/comparison/comparisonResult.ts';
import { useComparison } from './comparisonStore.ts';
import { drive } from './viewDriver.ts';

/** Follows the link as long as its view is that of comparisons. */
export function startComparison(): void {
  drive<ComparisonRequest, ComparisonFrame, ComparisonResult>({
    view: 'compare',
    requestOf: ({ link, own }) => comparisonRequestOf(link, own),
    lookOf: ({ show, theme }) => [show, theme],
    build: buildComparison,
    job: () => useComparison.getState().job,
    take: (job) => useComparison.setState({ job }),
    show,
    finish(result) {
      show(frameOf(result));
      const { chosen } = useComparison.getState();
      const stands = result.suggestions.some(({ rows }) => rows.join() === chosen.join());
      useComparison.setState({ result, chosen: stands ? chosen : [] });
    },
    fail() {
      const { result } = useComparison.getState();
      if (result) show(frameOf(result));
    },
  });
}

function frameOf({ items, groups, dims, left, right }: ComparisonResult): ComparisonFrame {
  return { items, groups, dims, left: left.coordinates, right: right.coordinates };
}

/** Shows both maps; what was looked at goes where the rows mean other items now. */
function show(frame: ComparisonFrame): void {
  const { frame: before } = useComparison.getState();
  if (before && !sameItems(before, frame)) {
    useComparison.setState({ frame, hovered: null, picked: null, chosen: [] });
  } else useComparison.setState({ frame });
}

function sameItems({ items }: ComparisonFrame, { items: others }: ComparisonFrame): boolean {
  return (
    items === others ||
    (items.length === others.length &&
      items.every(({ id, text }, row) => id === others[row].id && text === others[row].text))
  );
}
