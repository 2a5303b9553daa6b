import type { Relation } from '../../../text/relations.ts';
import { unitRows } from '../../../vectors/normalise.ts';
import type { ResolvedWord, Space } from '../openSpace.ts';
import type { KnownWord } from '../unknownWords.ts';

/** The pairs of a relation whose two words the model has, and the others. */
export interface KnownPairs {
  readonly pairs: readonly { readonly a: KnownWord; readonly b: KnownWord }[];
  /** The a's and the b's: pairs × dim each, rows of length 1. */
  readonly from: Float32Array<ArrayBuffer>;
  readonly to: Float32Array<ArrayBuffer>;
  readonly unknown: readonly (readonly [string, string])[];
}

/** Looks a relation's words up; a pair is left out where the model lacks one of them, or takes both for one word. */
export async function knownPairs(
  space: Space,
  { pairs }: Pick<Relation, 'pairs'>,
  signal: AbortSignal,
): Promise<KnownPairs> {
  const words = await space.resolve(pairs.flat(), signal);
  const known: KnownPairs['pairs'][number][] = [];
  const unknown: (readonly [string, string])[] = [];
  pairs.forEach((pair, index) => {
    const [a, b] = [words[2 * index], words[2 * index + 1]];
    if (isKnown(a) && isKnown(b) && a.word !== b.word) known.push({ a, b });
    else unknown.push(pair);
  });
  return { pairs: known, from: ends(known, 'a', space.dim), to: ends(known, 'b', space.dim), unknown };
}

function isKnown(word: ResolvedWord): word is KnownWord {
  return word.vector !== null;
}

function ends(pairs: KnownPairs['pairs'], end: 'a' | 'b', dim: number): Float32Array<ArrayBuffer> {
  const data = new Float32Array(pairs.length * dim);
  pairs.forEach((pair, index) => {
    data.set(pair[end].vector, index * dim);
  });
  return unitRows(data, dim);
}
