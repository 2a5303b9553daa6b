import { Fault } from '../../../contract/fault.ts';
import type { EmbeddingModel, NextToken, TextPrediction } from '../../../models/embeddingModel.ts';
import type { Note } from '../../activity.ts';
import { modelSession } from '../../modelSessions.ts';
import type { LlmAsked, LlmFaceResult, LlmWork } from '../llmResult.ts';
import { answerAppears } from './answerAppears.ts';
import type { NextAnswer, ReadToken } from './nextAnswer.ts';
import { pathFigure } from './pathFigure.ts';
import { knownAlong, learn, predictAlong } from './predictAlong.ts';
import { bestOnward, stepOn } from './stepOn.ts';
import { readLens, readStates } from './textReading.ts';
import { tokenBytes } from './tokenBytes.ts';

type Asked = Extract<LlmAsked, { face: 'next' }>;
type Result = LlmFaceResult<NextAnswer>;

/** How many tokens of each layer the lens tells. */
const LENS_TOKENS = 5;
/** As many as a link can ask for, so that a longer list is no other question; of them one is sought to step with. */
const MOST_TOKENS = 50;

/**
 * What comes next after a token of a text: the distribution, the logit lens, and the way of the last state.
 * Throws the Faults `no-beginning` and those of the model, or an AbortError.
 */
export async function nextFace(asked: Asked, work: LlmWork): Promise<Result> {
  const { request, signal, onActivity, onFrame } = work;
  const { text } = asked;
  if (text.trim() === '') throw new Fault('no-beginning');
  const model = await modelSession(request.model, request.device, work, { form: 'inside' });
  const total = 3;
  onActivity({ kind: 'embedding', done: 0, total });
  const { answer, ids, truncated } = await distribution(asked, model, signal);
  onActivity({ kind: 'embedding', done: 1, total });
  const window = truncated ? text.slice(answer.tokens[0].start) : text;
  const reading = await readStates(model, window, signal);
  if (!reading) throw new Fault('runtime-failed', { message: `${request.model} gives no states` });
  onActivity({ kind: 'embedding', done: 2, total });

  const notes: Note[] = truncated
    ? [{ kind: 'truncated', details: { count: 1, tokens: model.card.maxTokens } }]
    : [];
  const { dims, seed } = request;
  const finish = async (predicted: readonly (NextToken | null)[]): Promise<Result> => ({
    card: model.card,
    report: model.report,
    figure: await pathFigure({
      tokens: answer.tokens,
      predicted,
      at: answer.at,
      reading,
      dims,
      seed,
      signal,
    }),
    answer: {
      ...answer,
      predicted: predicted.map((best) => best && { text: best.text, score: best.score }),
      memory: await model.memory(),
    },
    notes,
  });
  onFrame(await finish(knownAlong({ model, ids })));
  const onProgress = (done: number, all: number) =>
    onActivity({ kind: 'embedding', done: 2 + done, total: 2 + all });
  return finish(await predictAlong({ model, text, ids, signal, onProgress }));
}

/** The distribution after the token asked about, and what every layer says. */
async function distribution(asked: Asked, model: EmbeddingModel, signal: AbortSignal) {
  const { text, temperature, top } = asked;
  const { found, clipped } = await lensAt(asked, model, signal);
  const prediction = found?.predictions.texts[0];
  const last = prediction?.layers.at(-1);
  if (!found || !prediction || !last) {
    throw new Fault('runtime-failed', { message: `${model.card.id} predicts nothing` });
  }
  const likeliest = temperature === 1 ? last.top : await tempered(asked, prediction.at, model, signal);
  const tokens = await readTokens(prediction, model);
  const ids = tokens.map(({ id }) => id);
  const choices = likeliest.map((token) => ({
    ...token,
    ...stepOn(text, tokens, prediction.at, token.text),
  }));
  learn(model, ids, prediction.at, last.top[0]);
  const lens = prediction.layers.map(({ top: best, ...layer }) => ({
    ...layer,
    top: best.slice(0, LENS_TOKENS),
  }));
  const answer: Omit<NextAnswer, 'predicted' | 'memory'> = {
    face: 'next',
    text,
    tokens,
    truncated: prediction.truncated,
    at: prediction.at,
    clipped,
    temperature,
    next: choices.slice(0, top),
    best: bestOnward(choices),
    lens,
    appears: answerAppears(lens),
    ms: found.ms,
    chinese: /\p{Script=Han}/u.test(text),
  };
  return { answer, ids, truncated: prediction.truncated };
}

/** The lens after the token asked about; where the text has no such token, after the last. */
async function lensAt({ text, at }: Asked, model: EmbeddingModel, signal: AbortSignal) {
  const question = { text, at, k: MOST_TOKENS };
  try {
    return { found: await readLens(model, question, signal), clipped: false };
  } catch (error) {
    if (at === null || !(error instanceof Error) || error.name !== 'RangeError') throw error;
    return { found: await readLens(model, { ...question, at: null }, signal), clipped: true };
  }
}

/** The distribution at another temperature than 1. */
async function tempered(
  { text, temperature }: Asked,
  at: number,
  model: EmbeddingModel,
  signal: AbortSignal,
): Promise<readonly NextToken[]> {
  const layers = [model.card.layers];
  const found = await model.predict([text], { layers, k: MOST_TOKENS, temperature, at, signal });
  return found?.texts[0]?.layers[0]?.top ?? [];
}

async function readTokens({ tokens }: TextPrediction, model: EmbeddingModel): Promise<ReadToken[]> {
  const texts = await model.vocabularyTexts(tokens.map(({ id }) => id));
  return tokens.map(({ id, text, start, end }, index) => ({
    id,
    text: texts?.[index] ?? text,
    bytes: start < 0 ? null : tokenBytes(text),
    start,
    end,
  }));
}
