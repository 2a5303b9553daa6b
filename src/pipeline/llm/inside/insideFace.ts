import { Fault } from '../../../contract/fault.ts';
import type { Dims, Layer } from '../../../contract/options.ts';
import { attentionRollout } from '../../../vectors/attentionRollout.ts';
import type { Note } from '../../activity.ts';
import type { LlmAsked, LlmFaceResult, LlmWork } from '../llmResult.ts';
import { looksOnlyBack } from './attentionFacts.ts';
import type { InsideAnswer } from './insideAnswer.ts';
import { layerCourse } from './layerCourse.ts';
import { placeOfLayer } from './placeOfLayer.ts';
import { type InsideRun, readInside } from './readInside.ts';
import { insideTokens } from './tokenKinds.ts';
import { layerFigure, tokenMap } from './tokenMap.ts';

/**
 * Layer by layer: how far each token has come from the table, and who looks at whom. The picture is of the layer that
 * the request names; for another layer of the same text the model is not run again.
 * @throws Fault `no-texts`, or an AbortError
 */
export async function insideFace(
  { text }: Extract<LlmAsked, { face: 'inside' }>,
  work: LlmWork,
): Promise<LlmFaceResult<InsideAnswer>> {
  const { request, signal, onActivity, consent } = work;
  if (text.trim() === '') throw new Fault('no-texts');
  const { model, device, dims, seed, layer } = request;
  const run = await readInside({ model, device, text }, { signal, onActivity, consent });
  const { states, layers, report, made } = run;
  const { card } = run.model;
  const kept = made.answer?.map?.dims === dims ? made.answer : null;
  const answer = kept ?? (await answerOf(text, run, dims, signal));
  made.answer = answer;
  const place = placeOfLayer(layers, layer);
  const figure = answer.map
    ? await layerFigure({ ...answer, map: answer.map }, place, states.data[place], seed, signal)
    : null;
  return {
    card,
    report,
    figure,
    answer: made.nearest ? { ...answer, nearest: made.nearest } : answer,
    notes: notesOf(layer, card.layers),
  };
}

/** Everything that is told of a text, at all layers. Throws a Fault where the model reads nothing of it. */
async function answerOf(
  text: string,
  { states, attention, layers, texts }: InsideRun,
  dims: Dims,
  signal: AbortSignal,
): Promise<InsideAnswer> {
  const tokens = insideTokens(states.tokens, texts);
  if (!tokens.some(({ kind }) => kind === 'text')) throw new Fault('no-texts');
  return {
    face: 'inside',
    text,
    tokens,
    truncated: states.truncated,
    layers,
    ...layerCourse(states.data, states.dim),
    heads: attention.heads,
    attention: attention.data,
    rollout: attentionRollout(attention.data, attention.heads, tokens.length),
    causal: attention.data.every((weights) => looksOnlyBack(weights, tokens.length)),
    map: await tokenMap(states.data, states.dim, dims, signal),
    nearest: null,
  };
}

function notesOf(asked: Layer | null, last: number): Note[] {
  if (typeof asked !== 'number' || asked <= last) return [];
  return [{ kind: 'layer-clipped', details: { asked, layer: last } }];
}
