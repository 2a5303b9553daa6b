import type { WorkHooks } from '../../modelSessions.ts';
import type { NearestByLayer, TableEntry } from './insideAnswer.ts';
import { type InsideQuestion, readInside } from './readInside.ts';

/** Entries listed for each layer. */
const ENTRIES = 5;

/**
 * The entries of the model's whole table nearest by cosine to the state of token `at` at every layer, exact; null
 * where the model's table cannot be read. Throws a RangeError where there is no such token, a Fault or an AbortError.
 */
export async function nearestEntries(
  question: InsideQuestion,
  at: number,
  hooks: WorkHooks,
): Promise<NearestByLayer | null> {
  const { model, states, made } = await readInside(question, hooks);
  if (made.nearest?.at === at) return made.nearest;
  const { dim, data, tokens } = states;
  if (at >= tokens.length) throw new RangeError(`the text has no token ${at}`);
  const vectors = new Float32Array(data.length * dim);
  for (const [layer, rows] of data.entries()) {
    vectors.set(rows.subarray(at * dim, (at + 1) * dim), layer * dim);
  }
  const found = await model.nearestTokens(vectors, ENTRIES, {
    signal: hooks.signal,
    onProgress: (done, total) => hooks.onActivity({ kind: 'embedding', done, total }),
  });
  if (!found) return null;
  const { k, ids, texts, scores } = found;
  const layers = data.map((_, layer): TableEntry[] =>
    Array.from({ length: k }, (_, rank) => layer * k + rank)
      .filter((entry) => ids[entry] >= 0)
      .map((entry) => ({ id: ids[entry], text: texts[entry], score: scores[entry] })),
  );
  made.nearest = { at, layers };
  return made.nearest;
}
