import { buildComparison } from '../pipeline/comparison/buildComparison.ts';
import { type ComparisonRequest, comparisonRequestOf } from '../pipeline/comparison/comparisonRequest.ts';
import type { ComparisonFrame, ComparisonResult } from '../pipeline/comparison/comparisonResult.ts';
import { useComparison } from './comparisonStore.ts';
import { useLink } from './linkStore.ts';
import { loadCards } from './mapStore.ts';
import { announceLink, comeBack, perform, redraw } from './perform.ts';
import { useStatus } from './statusStore.ts';

let lastRequest = '';
let lastLook = '';
let lastLang: string | null = null;
/** Another view is looked at. */
let away = false;

/** Starts the comparison that the link asks for, where it is another than the last. */
function follow(): void {
  const { link, own } = useLink.getState();
  // another language has begun the run already
  const spoken = lastLang !== null && lastLang !== link.lang;
  lastLang = link.lang;
  if (link.view !== 'compare') {
    leave();
    return;
  }
  const back = away;
  away = false;
  const request = comparisonRequestOf(link, own);
  const key = JSON.stringify(request);
  const look = JSON.stringify([link.show, link.theme]);
  if (key !== lastRequest) {
    lastRequest = key;
    void make(request, spoken ? 'more' : undefined);
  } else if (back) comeBack();
  else if (look !== lastLook) redraw();
  lastLook = look;
}

/** Another view is looked at: a comparison that is still being made is not waited for. */
function leave(): void {
  away = true;
  const { job } = useComparison.getState();
  if (!job) return;
  job.cancel();
  useComparison.setState({ job: null });
  lastRequest = '';
}

function make(request: ComparisonRequest, kind?: 'more'): Promise<void> {
  const end = useStatus.getState().begin(kind);
  useComparison.getState().job?.cancel();
  announceLink();
  return perform<ComparisonFrame, ComparisonResult>(
    {
      build: (hooks) => buildComparison(request, hooks),
      take: (job) => useComparison.setState({ job }),
      isCurrent: (job) => useComparison.getState().job === job,
      show,
      finish(result) {
        show(frameOf(result));
        const { chosen } = useComparison.getState();
        const stands = result.suggestions.some(({ rows }) => rows.join() === chosen.join());
        useComparison.setState({ result, job: null, chosen: stands ? chosen : [] });
      },
      fail: keepLast,
      retry() {
        lastRequest = '';
        follow();
      },
    },
    end,
  );
}

/** After a fault the last finished comparison stands again, as it was. */
function keepLast(): void {
  const { result } = useComparison.getState();
  useComparison.setState({ job: null });
  if (result) show(frameOf(result));
  // the same choice may be tried again at once
  lastRequest = '';
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

/** Follows the link as long as its view is that of comparisons. */
export function startComparison(): void {
  void loadCards();
  follow();
  useLink.subscribe((state, before) => {
    if (state.link !== before.link || state.own !== before.own) follow();
  });
}
