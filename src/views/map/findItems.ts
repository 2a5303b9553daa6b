import type { Item } from '../../text/item.ts';

const SHOWN = 8;

export interface Hit {
  readonly index: number;
  readonly text: string;
  /** The sentence, where the text alone would not tell one hit from another. */
  readonly detail: string;
}

/** Texts without regard to case, made once for each list: a letter typed then only compares. */
const folded = new WeakMap<readonly Item[], readonly string[]>();

function foldedTexts(items: readonly Item[]): readonly string[] {
  const known = folded.get(items) ?? items.map(({ text }) => text.toLowerCase());
  folded.set(items, known);
  return known;
}

/** The first hits of a query: whole matches, then beginnings, then anywhere; in the text, else in its sentence. */
export function findItems(items: readonly Item[], query: string): Hit[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return [];
  // by rank, at most as many of each as are shown
  const found: number[][] = [[], [], [], []];
  const texts = foldedTexts(items);
  for (let index = 0; index < items.length && found[0].length < SHOWN; index++) {
    const rank = rankOf(texts[index], wanted);
    if (rank < 3) {
      if (found[rank].length < SHOWN) found[rank].push(index);
    } else if (found[3].length < SHOWN && items[index].sentence?.toLowerCase().includes(wanted))
      found[3].push(index);
  }
  return found
    .flat()
    .slice(0, SHOWN)
    .map((index) => ({ index, text: items[index].text, detail: items[index].sentence ?? '' }));
}

function rankOf(text: string, wanted: string): 0 | 1 | 2 | 3 {
  const at = text.indexOf(wanted);
  if (at < 0) return 3;
  if (at > 0) return 2;
  return text.length === wanted.length ? 0 : 1;
}
