import { create } from 'zustand';
import type { WordsResult } from '../pipeline/words/wordsResult.ts';
import { redraw } from './perform.ts';
import { useWords } from './wordsStore.ts';

/** The words have arrived at another stage by then. */
const GLIDE_MS = 350;
/** How long a stage is shown while all are played. */
const PLAY_MS = 700;
/** Playing begins here: at random vectors, after one-hot. */
const FIRST_PLAYED = 1;

/** Whether the stages from random to trained are being played. */
export const useStages = create<{ readonly playing: boolean }>()(() => ({ playing: false }));

let player: ReturnType<typeof setInterval> | undefined;

/** The finished result of the face that goes through stages, where it is what is shown. */
function staged(): { result: WordsResult; stage: number; last: number } | null {
  const { result, frame } = useWords.getState();
  if (!result?.figures || result !== frame || result.answer.face !== 'random') return null;
  return { result, stage: result.answer.stage, last: result.figures.length - 1 };
}

/** Shows a stage: its figure and its numbers are the result from then on, for exports too. */
export function showStage(stage: number): void {
  const now = staged();
  const figure = now?.result.figures?.[stage];
  if (!now || !figure || now.result.answer.face !== 'random' || stage === now.stage) return;
  redraw(GLIDE_MS);
  const next: WordsResult = { ...now.result, answer: { ...now.result.answer, stage }, figure };
  useWords.setState({ frame: next, result: next });
  useWords.getState().tick('random');
}

/** One stage on; from the last one back to random. */
export function stepStage(): void {
  const now = staged();
  if (now) showStage(now.stage === now.last ? FIRST_PLAYED : now.stage + 1);
}

/** Goes on stage by stage to the last; at the last begins anew at random. */
export function playStages(): void {
  stopStages();
  const figures = staged()?.result.figures;
  if (!figures) return;
  useStages.setState({ playing: true });
  stepStage();
  player = setInterval(() => {
    const now = staged();
    // another model's stages, or another face
    if (now?.result.figures !== figures) stopStages();
    else {
      stepStage();
      if (now.stage + 1 >= now.last) stopStages();
    }
  }, PLAY_MS);
}

export function stopStages(): void {
  clearInterval(player);
  if (useStages.getState().playing) useStages.setState({ playing: false });
}
