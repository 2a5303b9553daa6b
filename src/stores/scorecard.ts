import type { View } from '../contract/deepLink.ts';
import { withoutMeasures } from '../pipeline/scorecard/rowList.ts';
import { versionOf } from '../pipeline/scorecard/rowRun.ts';
import type { ScoreRow } from '../pipeline/scorecard/scoreRow.ts';
import { useLink } from './linkStore.ts';
import { loadCards, useMap } from './mapStore.ts';
import { announceLink, comeBack } from './perform.ts';
import { keepScorecard } from './scorecardStorage.ts';
import { useScorecard } from './scorecardStore.ts';
import { useStatus } from './statusStore.ts';

let lastView: View | null = null;

function follow(): void {
  const { view, device, seed } = useLink.getState().link;
  const scorecard = useScorecard.getState();
  if (view !== 'scorecard' && view !== 'guide') {
    // another view needs models and processors for itself
    scorecard.stop();
    lastView = view;
    return;
  }
  const before = scorecard.card;
  scorecard.ask(device, seed);
  if (useScorecard.getState().card !== before) forgetOutdated();
  if (lastView === null) announceLink();
  // a run that goes on while the view changes keeps its status and its messages
  else if (view !== lastView && useScorecard.getState().state === 'idle') comeBack();
  lastView = view;
}

/** Drops rows of models whose files are others now. */
function forgetOutdated(): void {
  const { cards } = useMap.getState();
  const isOutdated = ({ versions }: ScoreRow) =>
    Object.values(cards).some(
      (card) => versions[card.id] !== undefined && versions[card.id] !== versionOf(card),
    );
  const { card, device } = useScorecard.getState();
  if (!card.rows.some(isOutdated)) return;
  const current = withoutMeasures(card, isOutdated);
  useScorecard.setState({ card: current });
  keepScorecard(current, device);
}

/** Shows what was kept of earlier runs, and follows the link as long as its view is the scorecard or the guide. */
export async function startScorecard(): Promise<void> {
  useStatus.getState().setFailed(false);
  follow();
  useLink.subscribe((state, before) => {
    if (state.link !== before.link) follow();
  });
  await loadCards();
  forgetOutdated();
}
