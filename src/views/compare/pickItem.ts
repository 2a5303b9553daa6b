import { useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';

/** Looks at an item on both maps, or with null at none; the address remembers its text. */
export function pickItem(row: number | null): void {
  const { frame, pick, tick } = useComparison.getState();
  pick(row);
  if (row !== null) tick('item');
  useLink.getState().change({ word: row === null ? null : (frame?.items[row]?.text.slice(0, 200) ?? null) });
}

/** The row of the item that a link's word names: an exact match first, then without regard to case; null for none. */
export function rowOfWord(texts: readonly { readonly text: string }[], word: string | null): number | null {
  if (!word) return null;
  const folded = word.toLowerCase();
  let found = texts.findIndex(({ text }) => text.slice(0, 200) === word);
  if (found < 0) found = texts.findIndex(({ text }) => text.toLowerCase() === folded);
  return found < 0 ? null : found;
}
