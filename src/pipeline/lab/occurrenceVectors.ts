import { Fault } from '../../contract/fault.ts';
import type { Layer } from '../../contract/options.ts';
import type { DeviceReport, EmbeddingModel } from '../../models/embeddingModel.ts';
import type { TokenRange } from '../../models/tokenSpan.ts';
import type { Token } from '../../text/token.ts';
import { forgetModel, modelSession, type WorkHooks } from '../modelSessions.ts';
import type { LabRequest } from './labRequest.ts';
import type { LabOccurrence, OccurrenceList } from './occurrenceList.ts';

/** What a model makes of one occurrence: a vector a layer (dim numbers), and what it read. */
interface Seen {
  readonly vectors: readonly Float32Array<ArrayBuffer>[] | null;
  readonly tokens: readonly Token[];
  readonly range: TokenRange | null;
  readonly truncated: boolean;
}

/** What the model read of an occurrence's sentence. */
export type Reading = Omit<Seen, 'vectors'>;

/** The occurrences that have a vector, at every layer of a contextual model. */
export interface OccurrenceVectors {
  readonly model: EmbeddingModel;
  readonly report: DeviceReport;
  readonly dim: number;
  /** `table`, then 0 … L. */
  readonly layers: readonly Layer[];
  readonly occurrences: readonly LabOccurrence[];
  /** For each layer n × dim, row-major, as the model gives them: neither centred nor normalised. */
  readonly data: readonly Float32Array<ArrayBuffer>[];
  readonly readings: readonly Reading[];
  /** How many occurrences have no token and so no point; how many sentences were too long to be read whole. */
  readonly missing: number;
  readonly truncated: number;
  /** How many occurrences were embedded for this, the others being known already. */
  readonly fresh: number;
}

/** Occurrences that are kept, so that a changed sentence alone is embedded; some 12 kB each. */
const KEEP = 4000;
/** By model and device, then by sentence and place; the oldest goes first. */
const kept = new Map<string, Seen>();
let lastAnswer: {
  readonly list: OccurrenceList;
  readonly key: string;
  readonly answer: OccurrenceVectors;
} | null = null;

/** Embeds the occurrences that are not known yet, all layers in one run. */
export async function occurrenceVectors(
  list: OccurrenceList,
  { model: id, device }: Pick<LabRequest, 'model' | 'device'>,
  hooks: WorkHooks,
): Promise<OccurrenceVectors> {
  const key = `${id} ${device}`;
  if (lastAnswer?.list === list && lastAnswer.key === key) return { ...lastAnswer.answer, fresh: 0 };
  const model = await modelSession(id, device, hooks);
  const { card } = model;
  const layers: Layer[] = ['table', ...Array.from({ length: card.layers + 1 }, (_, layer) => layer)];
  const keyOf = ({ sentence, start, end }: LabOccurrence) => `${key} ${start} ${end} ${sentence}`;
  const seen = list.occurrences.map((occurrence) => kept.get(keyOf(occurrence)) ?? null);
  const fresh = seen.flatMap((known, index) => (known ? [] : [index]));
  let { report } = model;
  if (fresh.length > 0) {
    try {
      const spans = fresh.map((index) => list.occurrences[index]);
      const embedded = await model.embedOccurrences(spans, layers, {
        signal: hooks.signal,
        onProgress: (done, total) => hooks.onActivity({ kind: 'embedding', done, total }),
      });
      if (!embedded) throw new Fault('internal', { message: `${id} has no occurrences` });
      ({ report } = embedded);
      const [missing, truncated] = [new Set(embedded.missing), new Set(embedded.truncated)];
      for (const [row, index] of fresh.entries()) {
        const cut = (data: Float32Array<ArrayBuffer>) => data.slice(row * card.dim, (row + 1) * card.dim);
        seen[index] = {
          vectors: missing.has(row) ? null : embedded.data.map(cut),
          tokens: embedded.tokens[row],
          range: embedded.ranges[row],
          truncated: truncated.has(row),
        };
      }
    } catch (error) {
      if (error instanceof Fault && error.code === 'worker-failed') forgetModel(id, device);
      throw error;
    }
  }
  remember(list, seen, keyOf);
  const answer = { ...assemble(list, seen, card.dim, layers), model, report, fresh: fresh.length };
  lastAnswer = { list, key, answer };
  return answer;
}

function remember(
  { occurrences }: OccurrenceList,
  seen: readonly (Seen | null)[],
  keyOf: (occurrence: LabOccurrence) => string,
): void {
  for (const [index, occurrence] of occurrences.entries()) {
    const one = seen[index];
    if (!one) continue;
    const key = keyOf(occurrence);
    // set anew, so that the map's order is that of the last use
    kept.delete(key);
    kept.set(key, one);
  }
  for (const key of kept.keys()) {
    if (kept.size <= KEEP) break;
    kept.delete(key);
  }
}

function assemble(
  { occurrences }: OccurrenceList,
  seen: readonly (Seen | null)[],
  dim: number,
  layers: readonly Layer[],
) {
  const rows = seen.flatMap((one, index) => (one?.vectors ? [index] : []));
  const data = layers.map(() => new Float32Array(rows.length * dim));
  const readings: Reading[] = [];
  for (const [row, index] of rows.entries()) {
    const one = seen[index];
    if (!one?.vectors) continue;
    for (const [layer, vector] of one.vectors.entries()) data[layer].set(vector, row * dim);
    const { tokens, range, truncated } = one;
    readings.push({ tokens, range, truncated });
  }
  return {
    dim,
    layers,
    data,
    readings,
    occurrences: rows.map((index) => occurrences[index]),
    missing: occurrences.length - rows.length,
    truncated: readings.filter(({ truncated }) => truncated).length,
  };
}
