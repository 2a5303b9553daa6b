import type { ContextualId } from '../../../contract/deepLink.ts';
import type { Device, Layer } from '../../../contract/options.ts';
import type { Attention, DeviceReport, EmbeddingModel, TokenStates } from '../../../models/embeddingModel.ts';
import { modelSession, type WorkHooks } from '../../modelSessions.ts';
import type { InsideAnswer, NearestByLayer } from './insideAnswer.ts';

/** Arcs and rows of more tokens can be neither told apart nor listened to; the work grows with their square. */
export const MOST_TOKENS = 64;

/** Whose inside is looked at. */
export interface InsideQuestion {
  readonly model: ContextualId;
  readonly device: Device;
  readonly text: string;
}

/** What a model gave away of one text. */
export interface InsideRun {
  readonly model: EmbeddingModel;
  readonly report: DeviceReport;
  /** `table`, 0 … L. */
  readonly layers: readonly Layer[];
  readonly states: TokenStates;
  readonly attention: Attention;
  /** The readable text of each token. */
  readonly texts: readonly string[];
  /** What was made of it so far: the answer with its picture, and the last token's nearest entries of the table. */
  readonly made: { answer: InsideAnswer | null; nearest: NearestByLayer | null };
}

/** The last text: another layer, picture or token of it needs no new run. */
let last: { readonly key: string; readonly run: InsideRun } | null = null;

/** Runs a model on a text and keeps what came out until another text is asked for. Throws a Fault or an AbortError. */
export async function readInside(
  { model: id, device, text }: InsideQuestion,
  hooks: WorkHooks,
): Promise<InsideRun> {
  const key = JSON.stringify([id, device, text]);
  if (last?.key === key) return last.run;
  const model = await modelSession(id, device, hooks, { form: 'inside' });
  const numbers = Array.from({ length: model.card.layers + 1 }, (_, layer) => layer);
  const layers: readonly Layer[] = ['table', ...numbers];
  const options = { signal: hooks.signal, maxTokens: MOST_TOKENS };
  // one run for the states, one for attention: asked together, their outputs would stand in memory twice
  hooks.onActivity({ kind: 'embedding', done: 0, total: 2 });
  const states = await model.tokenStates(text, layers, options);
  hooks.onActivity({ kind: 'embedding', done: 1, total: 2 });
  const attention = await model.attention(text, numbers.slice(1), options);
  if (!states || !attention) throw new Error(`${id} does not show its inside`);
  const texts = await model.vocabularyTexts(states.tokens.map((token) => token.id));
  hooks.signal.throwIfAborted();
  const run = {
    model,
    report: attention.report,
    layers,
    states,
    attention,
    texts: texts ?? states.tokens.map((token) => token.text),
    made: { answer: null, nearest: null },
  };
  last = { key, run };
  return run;
}
