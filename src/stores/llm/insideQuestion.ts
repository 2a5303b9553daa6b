import { faultFrom, isAbort } from '../../contract/fault.ts';
import type { LlmResult } from '../../pipeline/llm/llmResult.ts';
import { latest } from '../latest.ts';
import { useLink } from '../linkStore.ts';
import { askConsent } from '../mapStore.ts';
import { useStatus } from '../statusStore.ts';
import { useLlm } from './llmStore.ts';

/** Progress is shown about 30 times a second. */
const FRAME_MS = 33;
let current: { readonly key: string; readonly controller: AbortController } | null = null;

/**
 * As long as face `inside` is looked at: the entries of the model's table nearest to the token that the link names are
 * looked for, and put into the answer that is shown. Another token or text cancels the question. Gives what ends it.
 */
export function followNearest(): () => void {
  const ends = [useLlm.subscribe(ask), useLink.subscribe(ask)];
  ask();
  return () => {
    for (const end of ends) end();
    stop();
  };
}

function stop(): void {
  current?.controller.abort();
  current = null;
}

/** Asks what is not answered and not being asked. */
function ask(): void {
  const { result, job } = useLlm.getState();
  const { at, view } = useLink.getState().link;
  const answer = result?.answer;
  const wanted =
    view === 'llm' && result && answer?.face === 'inside' && at !== null && at < answer.tokens.length;
  if (!wanted || job) {
    stop();
    return;
  }
  const { model, device } = result.request;
  const key = JSON.stringify([model, device, answer.text, at]);
  if (answer.nearest?.at === at) {
    if (current?.key !== key) stop();
    return;
  }
  if (current?.key === key) return;
  stop();
  void answerNearest(key, { model, device, text: answer.text }, at);
}

async function answerNearest(
  key: string,
  question: { model: LlmResult['request']['model']; device: LlmResult['request']['device']; text: string },
  at: number,
): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  current = { key, controller };
  const status = useStatus.getState();
  const end = status.begin('more');
  const activity = latest(status.setActivity, FRAME_MS);
  try {
    const { nearestEntries } = await import('../../pipeline/llm/inside/nearestEntries.ts');
    const nearest = await nearestEntries(question, at, {
      signal,
      onActivity: activity.push,
      consent: askConsent,
    });
    signal.throwIfAborted();
    const { result } = useLlm.getState();
    if (nearest === null || result?.answer.face !== 'inside' || result.answer.text !== question.text) return;
    const completed = { ...result, answer: { ...result.answer, nearest } };
    useLlm.setState(({ frame }) => ({ result: completed, frame: frame === result ? completed : frame }));
  } catch (error) {
    if (!isAbort(error)) status.report(faultFrom(error));
  } finally {
    activity.drop();
    if (current?.controller === controller) current = null;
    end();
  }
}
