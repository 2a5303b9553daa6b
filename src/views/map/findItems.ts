import type { Item } from '../../text/item.ts';

const SHOWN = 8;

export interface Hit {
  readonly index: number;
  readonly text: string;
  /** The sentence, where the text alone would not tell one hit from another. */
  readonly detail: string;
}

/** The first hits of a query: whole matches, then beginnings, then anywhere; in the text, else in its sentence. */
export function findItems(items: readonly Item[], query: string): Hit[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return [];
  const ranked: { rank: number; index: number }[] = [];
  items.forEach(({ text, sentence }, index) => {
    const folded = text.toLowerCase();
    if (folded === wanted) ranked.push({ rank: 0, index });
    else if (folded.startsWith(wanted)) ranked.push({ rank: 1, index });
    else if (folded.includes(wanted)) ranked.push({ rank: 2, index });
    else if (sentence?.toLowerCase().includes(wanted)) ranked.push({ rank: 3, index });
  });
  ranked.sort((a, b) => a.rank - b.rank || a.index - b.index);
  return ranked.slice(0, SHOWN).map(({ index }) => ({
    index,
    text: items[index].text,
    detail: items[index].sentence ?? '',
  }));
}
