import type { StaticId } from '../../contract/deepLink.ts';
import { clusterNames } from '../../text/clusterNames.ts';
import { contextWords } from '../../text/contextWords.ts';
import { cosineSimilarity } from '../../vectors/similarity.ts';
import { rowOf } from '../../vectors/vectorSet.ts';
import { modelSession, type WorkHooks } from '../modelSessions.ts';
import type { OccurrenceList } from './occurrenceList.ts';
import type { OccurrenceVectors } from './occurrenceVectors.ts';

/** Above so many different words the likeness of words is left out of the naming. */
const MOST_WORDS = 4000;
let last: { readonly list: OccurrenceList; readonly model: StaticId; readonly likeness: Likeness } | null =
  null;
type Likeness = (a: string, b: string) => number | null;

/**
 * For each grouping of the occurrences, for each of its groups, the words of the sentences that set it apart.
 * A dictionary breaks ties: a word that stands for its group goes before one that does not.
 */
export async function senseNames(
  list: OccurrenceList,
  { occurrences }: Pick<OccurrenceVectors, 'occurrences'>,
  groupings: readonly { readonly labels: Int32Array; readonly k: number }[],
  model: StaticId,
  hooks: WorkHooks,
): Promise<string[][][]> {
  // a word that the occurrence itself is a part of says nothing of its context
  const words = list.cuts.map((cut, line) => {
    const own = list.occurrences.filter((occurrence) => occurrence.line === line);
    const others = cut.filter((word) => !own.some(({ start, end }) => word.start < end && start < word.end));
    return contextWords(list.lines[line].sentence, others, list.words);
  });
  const similarity = await likenessOf(list, words, model, hooks);
  const ofOccurrences = occurrences.map(({ line }) => words[line]);
  return groupings.map(({ labels, k }) => clusterNames(ofOccurrences, labels, k, { similarity }));
}

async function likenessOf(
  list: OccurrenceList,
  words: readonly (readonly string[])[],
  model: StaticId,
  hooks: WorkHooks,
): Promise<Likeness> {
  if (last?.list === list && last.model === model) return last.likeness;
  const all = [...new Set(words.flat())];
  const unknown: Likeness = () => null;
  if (all.length > MOST_WORDS) return unknown;
  const session = await modelSession(model, 'auto', hooks);
  const { data, dim, missing } = await session.embedTexts(all, { signal: hooks.signal });
  const lacking = new Set(missing);
  const rows = new Map(all.flatMap((word, row) => (lacking.has(row) ? [] : [[word, row] as const])));
  const likeness: Likeness = (a, b) => {
    const [first, second] = [rows.get(a), rows.get(b)];
    if (first === undefined || second === undefined) return null;
    return cosineSimilarity(rowOf(data, dim, first), rowOf(data, dim, second));
  };
  last = { list, model, likeness };
  return likeness;
}
