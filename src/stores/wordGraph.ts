import { create } from 'zustand';
import { analogyOf } from '../contract/deepLink.ts';
import { faultFrom, isAbort } from '../contract/fault.ts';
import { openSpace, type Space } from '../pipeline/words/openSpace.ts';
import { wordsRequestOf } from '../pipeline/words/wordsRequest.ts';
import type { WordsResult } from '../pipeline/words/wordsResult.ts';
import { latest } from './latest.ts';
import { useLink } from './linkStore.ts';
import { askConsent } from './mapStore.ts';
import { useStatus } from './statusStore.ts';
import { useWords } from './wordsStore.ts';

/** Whether words are being compared, each with each. */
export const useWordGraph = create<{ readonly working: boolean }>()(() => ({ working: false }));

/** Progress is shown about 30 times a second. */
const FRAME_MS = 33;
let current: AbortController | null = null;

/**
 * Compares the most frequent words of the space that is open: hubs, and the fewest hops of a game, then stand in the
 * answer that is shown. It ends when another space or face is looked at, or by `stopComparing`. Whether it came to its end.
 */
export async function compareAllWords(): Promise<boolean> {
  const shown = useWords.getState().result;
  if (!shown || current) return false;
  const controller = new AbortController();
  current = controller;
  const { signal } = controller;
  const status = useStatus.getState();
  const end = status.begin();
  const activity = latest(status.setActivity, FRAME_MS);
  const request = shown.request.space;
  const ignore = useLink.subscribe(({ link }) => {
    const stays = link.view === 'analogy' && analogyOf(link).face === 'neighbours';
    if (!stays || !equal(wordsRequestOf(link).space, request)) controller.abort();
  });
  useWordGraph.setState({ working: true });
  try {
    const space = await openSpace(request, { signal, onActivity: activity.push, consent: askConsent });
    await space.ask('compareWords', null, signal, ({ done, total }) =>
      activity.push({ kind: 'counting', stage: 'graph', done, total }),
    );
    // a word that was asked about meanwhile may have been answered without
    await useWords.getState().job?.result.catch(() => {});
    signal.throwIfAborted();
    await complete(space, request, signal);
    return true;
  } catch (error) {
    if (!isAbort(error)) status.report(faultFrom(error));
    return false;
  } finally {
    activity.drop();
    ignore();
    current = null;
    useWordGraph.setState({ working: false });
    end();
  }
}

export function stopComparing(): void {
  current?.abort();
}

/** Puts what is known now into the answer that is shown. */
async function complete(
  space: Space,
  request: WordsResult['request']['space'],
  signal: AbortSignal,
): Promise<void> {
  const { result } = useWords.getState();
  if (result?.answer.face !== 'neighbours' || !equal(result.request.space, request)) return;
  const { answer } = result;
  const hubs = await space.ask('knownHubs', null, signal);
  const { game } = answer;
  const again =
    game && !('kind' in game)
      ? await space.ask('game', { path: game.path.map(({ row }) => row), goal: game.goal.row }, signal)
      : game;
  if (useWords.getState().result !== result) return;
  const completed = { ...result, answer: { ...answer, hubs, game: again } };
  useWords.setState(({ frame }) => ({ result: completed, frame: frame === result ? completed : frame }));
}

function equal(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
