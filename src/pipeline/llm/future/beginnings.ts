import { cleanLines, MAX_LINES } from '../../../text/lines.ts';
import { loadPrefixes } from '../../../text/loadData.ts';
import type { PrefixSet } from '../../../text/prefixes.ts';
import type { Note } from '../../activity.ts';
import type { FutureBeginning } from './futureAnswer.ts';

/** A beginning before anybody has guessed. */
export type Beginning = Omit<FutureBeginning, 'top'>;

/** Each takes about a third of a second on two cores. */
const MOST_OWN = 200;

let bundled: Promise<PrefixSet> | null = null;

/** The bundled beginnings with their labels, fetched once; a failed fetch is tried anew. */
export function bundledBeginnings(): Promise<PrefixSet> {
  if (bundled) return bundled;
  const loading = loadPrefixes('prefixes-en', new URL('.', document.baseURI).href);
  bundled = loading;
  loading.catch(() => {
    bundled = null;
  });
  return loading;
}

/** The bundled beginnings, then the person's lines, and what the person should know of these. */
export function listBeginnings(
  { prefixes }: Pick<PrefixSet, 'prefixes'>,
  typed: string | null,
): { readonly beginnings: readonly Beginning[]; readonly notes: readonly Note[] } {
  const { texts, cut } = cleanLines(typed ?? '');
  const own = texts.slice(0, MOST_OWN);
  const dropped = texts.length - own.length + cut.linesDropped;
  const notes: Note[] = [];
  if (dropped > 0) {
    const kept = Math.min(MOST_OWN, MAX_LINES);
    notes.push({ kind: 'lines-dropped', details: { kept, count: dropped } });
  }
  if (cut.linesCut > 0) notes.push({ kind: 'lines-cut', details: { count: cut.linesCut } });
  return {
    beginnings: [
      ...prefixes.map((prefix, index) => ({ id: `${prefix.says}/${prefix.next}/${index}`, ...prefix })),
      ...own.map((text, index) => ({ id: `own/${index}`, text, says: '', next: '' })),
    ],
    notes,
  };
}

/** As many neighbours as the smallest group of a label has others, so that all of them can agree. */
export function neighboursAsked({ prefixes }: Pick<PrefixSet, 'prefixes'>): number {
  const sizes = (['says', 'next'] as const).flatMap((label) => {
    const counts = new Map<string, number>();
    for (const prefix of prefixes) counts.set(prefix[label], (counts.get(prefix[label]) ?? 0) + 1);
    return [...counts.values()];
  });
  return Math.max(1, Math.min(...sizes) - 1);
}
