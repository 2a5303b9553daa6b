import { useWords } from '../../../stores/wordsStore.ts';

/** Shows where a word stands in the figure; null looks away. */
export function hoverWord(row: number | null): void {
  const { frame, hover } = useWords.getState();
  const index = (frame?.figure?.points ?? []).findIndex(({ id }) => id.split('/')[1] === String(row));
  hover(row === null || index < 0 ? null : index);
}
