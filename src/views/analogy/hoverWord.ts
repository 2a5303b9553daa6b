import { useWords } from '../../stores/wordsStore.ts';

/** Lights a word up in the figure; null puts it out. */
export function hoverWord(text: string | null): void {
  const { frame, hover } = useWords.getState();
  const at = frame?.figure?.points.findIndex((point) => point.text === text) ?? -1;
  hover(at < 0 ? null : at);
}

/** Picks a word of the figure, as a click on its point does. */
export function pickWord(text: string): void {
  const { frame, pick } = useWords.getState();
  const at = frame?.figure?.points.findIndex((point) => point.text === text) ?? -1;
  if (at >= 0) pick(at);
}
