import {
  CONTEXTUAL_IDS,
  DATA_IDS,
  FACES,
  type LinkState,
  LLM_FACES,
  MODEL_IDS,
  ORDER_FACES,
  STATIC_IDS,
  VIEWS,
  type View,
} from './deepLink.ts';
import { answersOf } from './guideAnswers.ts';
import type { Layer } from './options.ts';

/** Turns a parameter's text into its value; `undefined` says that the contract does not allow it. */
type Reader<T> = (text: string) => T | undefined;

function oneOf<const T extends readonly string[]>(values: T): Reader<T[number]> {
  return (text) => values.find((value) => value === text);
}

function numberIn(low: number, high: number, whole: boolean): Reader<number> {
  return (text) => {
    if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
    const value = Number(text);
    return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : undefined;
  };
}

const word = textUpTo(200);
const layer: Reader<Layer> = (text) => (text === 'table' ? 'table' : numberIn(0, 99, true)(text));

/** `x~y` with something on both sides. */
const poles: Reader<string> = (text) =>
  text.length <= 1000 && /^[^~]*[^~\s,，、][^~]*~[^~]*[^~\s,，、][^~]*$/.test(text) ? text : undefined;

function textUpTo(most: number): Reader<string> {
  return (text) => (text.trim().length > 0 && text.length <= most ? text : undefined);
}

export type Readers = { readonly [K in keyof LinkState]: Reader<NonNullable<LinkState[K]>> };
/** How each parameter is read in every view. */
export const readers: Readers = {
  view: oneOf(VIEWS),
  lang: oneOf(['zh', 'en']),
  theme: oneOf(['dark', 'light']),
  model: oneOf(MODEL_IDS),
  model2: oneOf(MODEL_IDS),
  device: oneOf(['auto', 'webgpu', 'wasm']),
  device2: oneOf(['auto', 'webgpu', 'wasm']),
  data: oneOf(DATA_IDS),
  projector: oneOf(['pca', 'umap']),
  dims: (text) => (text === '2' ? 2 : text === '3' ? 3 : undefined),
  metric: oneOf(['cosine', 'euclidean']),
  nNeighbors: numberIn(2, 200, true),
  minDist: numberIn(0, 0.99, false),
  seed: numberIn(0, 2 ** 32 - 1, true),
  nEpochs: numberIn(1, 5000, true),
  engine: oneOf(['wasm', 'webgpu', 'umap-js']),
  added: oneOf(['place', 'anew']),
  word,
  layer,
  layer2: layer,
  pooling: oneOf(['cls', 'mean', 'last']),
  pooling2: oneOf(['cls', 'mean', 'last']),
  centre: oneOf(['none', 'shown']),
  centre2: oneOf(['none', 'shown']),
  align: oneOf(['turned', 'joint']),
  score: oneOf(['zh', 'en']),
  answers: (text) => (answersOf(text).refused === null ? text : undefined),
  k: numberIn(1, 20, true),
  a: word,
  b: word,
  c: word,
  expr: textUpTo(2000),
  relation: (text) => (/^[\w-]{1,40}$/.test(text) ? text : undefined),
  axis: poles,
  axis2: poles,
  face: oneOf([...FACES, ...LLM_FACES, ...ORDER_FACES]),
  position: oneOf(['on', 'off']),
  at: numberIn(0, 9999, true),
  temperature: numberIn(0, 2, false),
  top: numberIn(1, 50, true),
  head: (text) => (text === 'rollout' ? text : numberIn(0, 99, true)(text)),
  models: (text) =>
    text.split('~').every((id) => MODEL_IDS.some((known) => known === id)) ? text : undefined,
  ranking: oneOf(['add', 'mul', 'all']),
  languages: oneOf(['one', 'both']),
  game: poles,
  inside: oneOf(['keep', 'leave']),
  colour: oneOf(['given', 'found']),
  show: oneOf(['map', 'matrix', 'table']),
  step: numberIn(1, 9, true),
};

/** What a view narrows of the readers above: the lab's two models are one of each kind, its data sentences. */
export const narrowed: Partial<Record<View, Partial<Readers>>> = {
  context: {
    model: oneOf(CONTEXTUAL_IDS),
    model2: oneOf(STATIC_IDS),
    data: oneOf(['contexts-zh', 'contexts-en']),
  },
  analogy: { data: oneOf(['words-zh', 'words-en']), face: oneOf(FACES) },
  llm: { face: oneOf(LLM_FACES), model: oneOf(CONTEXTUAL_IDS), model2: oneOf(CONTEXTUAL_IDS) },
  order: { face: oneOf(ORDER_FACES), data: oneOf(['sentences-zh', 'sentences-en']) },
};
