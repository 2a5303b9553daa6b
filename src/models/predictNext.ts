import type { EncodedText } from '../text/tokenizer.ts';
import { BatchRunner, type TokenEncoder } from './batchRunner.ts';
import type { LayerPrediction, Predictions, PredictOptions, TextPrediction } from './embeddingModel.ts';
import type { ContextualCard } from './modelCard.ts';
import { readLogits } from './nextTokens.ts';
import { pause } from './pause.ts';

/** Texts whose states are at hand at a time: 31 layers of 576 numbers each are 2.3 MB for 32. */
const textsAtOnce = 32;
/** Rows that the head reads at a time; a row of 49,152 logits is 0.2 MB. */
const rowsAtOnce = 16;
const LOGITS = 'logits';

/** What the head of a model works with. */
export interface PredictParts {
  readonly card: ContextualCard;
  readonly encoder: TokenEncoder;
  readonly textOf: (id: number) => string;
}

/**
 * What comes next after each text, by the states of several layers: each goes through the final norm and the output
 * layer (the logit lens of nostalgebraist 2020; for the last layer the model's own answer). What stands after the
 * token asked about is not run: a causal model does not look at it. Throws a RangeError for a layer or a token that
 * there is not, an AbortError, or what the encoder throws.
 */
export async function predictNext(
  { card, encoder, textOf }: PredictParts,
  encoded: readonly EncodedText[],
  { layers, k, temperature = 1, at = null, signal, onProgress }: PredictOptions,
): Promise<Predictions> {
  const { dim } = card;
  const places = encoded.map(({ tokens }) => placeIn(tokens.length, at));
  const outputs = outputsOf(card, layers);
  const names = [...new Set(outputs.flatMap(({ lens, state }) => [lens, state]))];
  const states = layers.map(() => new Float32Array(encoded.length * dim));
  const texts: TextPrediction[] = [];
  const runner = new BatchRunner(encoder);
  onProgress?.(0, encoded.length);
  for (let from = 0; from < encoded.length; from += textsAtOnce) {
    const group = encoded.slice(from, from + textsAtOnce);
    const read = group.flatMap((_, index) => (places[from + index] < 0 ? [] : [from + index]));
    const residuals = new Float32Array(read.length * layers.length * dim);
    await runner.run(
      read.map((index) => encoded[index].inputIds.slice(0, places[index] + 1)),
      names,
      { signal },
      { doneBefore: 0, total: read.length },
      (row, given) => {
        const index = read[row];
        const last = (name: string) => given[names.indexOf(name)].subarray(-dim);
        for (const [order, { lens, state }] of outputs.entries()) {
          states[order].set(last(state), index * dim);
          residuals.set(last(lens), (row * layers.length + order) * dim);
        }
        return 1;
      },
    );
    const found = await readHead(encoder, residuals, dim, signal, (logits) =>
      readLogits(logits, k, temperature),
    );
    for (const [offset, { tokens, truncated }] of group.entries()) {
      const row = read.indexOf(from + offset);
      const predictions = row < 0 ? [] : found.slice(row * layers.length, (row + 1) * layers.length);
      texts.push({
        tokens,
        truncated,
        at: places[from + offset],
        layers: predictions.map(
          ({ entropy, ids, logits, scores }, order): LayerPrediction => ({
            layer: layers[order],
            entropy,
            top: ids.map((id, place) => ({
              id,
              text: textOf(id),
              score: scores[place],
              logit: logits[place],
            })),
          }),
        ),
      });
    }
    onProgress?.(texts.length, encoded.length);
  }
  signal?.throwIfAborted();
  return { texts, dim, states, report: encoder.report };
}

/** The token asked about, -1 in a text without one. */
function placeIn(tokens: number, at: number | null): number {
  if (tokens === 0) return -1;
  if (at === null) return tokens - 1;
  if (!Number.isInteger(at) || at < 0 || at >= tokens) throw new RangeError(`no token ${at} of ${tokens}`);
  return at;
}

/** For each layer the outputs that the head reads and that are its hidden state; they differ where a norm stands last. */
function outputsOf({ id, graph, layers: last }: ContextualCard, layers: readonly number[]) {
  return layers.map((layer) => {
    const state = graph.hiddenStates[layer];
    if (state === undefined) throw new RangeError(`${id} has no layer ${layer}`);
    return { state, lens: layer === last ? (graph.residual ?? state) : state };
  });
}

/** Runs the head over rows of dim numbers and gives what `read` makes of each row of logits. */
async function readHead<T>(
  encoder: TokenEncoder,
  residuals: Float32Array<ArrayBuffer>,
  dim: number,
  signal: AbortSignal | undefined,
  read: (logits: Float32Array) => T,
): Promise<T[]> {
  const results: T[] = [];
  const total = residuals.length / dim;
  for (let from = 0; from < total; from += rowsAtOnce) {
    await pause();
    signal?.throwIfAborted();
    const rows = Math.min(rowsAtOnce, total - from);
    const state = residuals.slice(from * dim, (from + rows) * dim);
    const [{ data }] = await encoder.run({ rows, dim, state }, [LOGITS], 'head');
    const width = data.length / rows;
    for (let row = 0; row < rows; row++) results.push(read(data.subarray(row * width, (row + 1) * width)));
  }
  return results;
}
