import type { Device, Dims, Language, Layer, Metric, Pooling, Projector } from './options.ts';

/** The views of the public contract that this version has. */
export const VIEWS = ['map', 'context'] as const;
export type View = (typeof VIEWS)[number];
export type Theme = 'dark' | 'light';

export const STATIC_IDS = ['glove-zh-cedict', 'glove-6b-50d'] as const;
export type StaticId = (typeof STATIC_IDS)[number];
export const CONTEXTUAL_IDS = ['bge-small-zh-v1.5', 'all-minilm-l6-v2'] as const;
export type ContextualId = (typeof CONTEXTUAL_IDS)[number];
export const MODEL_IDS = [...STATIC_IDS, ...CONTEXTUAL_IDS] as const;
export type ModelId = (typeof MODEL_IDS)[number];

export const DATA_IDS = ['words-zh', 'words-en', 'contexts-zh', 'contexts-en'] as const;
export type DataId = (typeof DATA_IDS)[number];
const CONTEXT_SETS = ['contexts-zh', 'contexts-en'] as const;

/**
 * Everything a link says about a view. `null` stands for the default that depends on something else: the
 * system's theme, the model, data, word and centring of the view and language, umap-learn's nEpochs, the card's
 * pooling, the last layer.
 */
export interface LinkState {
  readonly view: View;
  readonly lang: Language;
  readonly theme: Theme | null;
  readonly model: ModelId | null;
  readonly model2: ModelId | null;
  readonly device: Device;
  readonly data: DataId | null;
  readonly projector: Projector;
  readonly dims: Dims;
  readonly metric: Metric;
  readonly nNeighbors: number;
  readonly minDist: number;
  readonly seed: number;
  readonly nEpochs: number | null;
  readonly word: string | null;
  readonly layer: Layer | null;
  readonly pooling: Pooling | null;
  readonly centre: 'none' | 'shown' | null;
  /** How many senses are looked for; null: found. */
  readonly k: number | null;
  /** Ours: in the lab, whether occurrences inside longer words (银行 for 行) are shown. */
  readonly inside: 'keep' | 'leave';
  /** Ours: what the lab's dots are coloured by; null: by the given senses where there are any. */
  readonly colour: 'given' | 'found' | null;
  /** Ours: the face of the lab. */
  readonly show: 'map' | 'matrix' | 'table';
  /** Ours: the step of the view's guided path, from 1; null: the path is closed. */
  readonly step: number | null;
}

/** A parameter whose value the contract does not allow; the default is used instead. */
export interface LinkProblem {
  readonly parameter: string;
  readonly value: string;
}

export function defaultLink(lang: Language): LinkState {
  return {
    view: 'map',
    lang,
    theme: null,
    model: null,
    model2: null,
    device: 'auto',
    data: null,
    projector: 'umap',
    dims: 3,
    metric: 'cosine',
    nNeighbors: 15,
    minDist: 0.1,
    seed: 42,
    nEpochs: null,
    word: null,
    layer: null,
    pooling: null,
    centre: null,
    k: null,
    inside: 'keep',
    colour: null,
    show: 'map',
    step: null,
  };
}

/** The model that a map shows where the link names none. */
export function modelOf(link: Pick<LinkState, 'model' | 'lang'>): ModelId {
  return link.model ?? staticDefault(link.lang);
}

/** The data that a map shows where the link names none. */
export function dataOf(link: Pick<LinkState, 'data' | 'lang'>): DataId {
  return link.data ?? (link.lang === 'zh' ? 'words-zh' : 'words-en');
}

function staticDefault(lang: Language): StaticId {
  return lang === 'zh' ? 'glove-zh-cedict' : 'glove-6b-50d';
}

/** What the lab shows where the link names none: the two models of the language, and its best-known word. */
export function labOf(link: Pick<LinkState, 'model' | 'model2' | 'lang' | 'word' | 'data'>) {
  const { lang, model, model2, word, data } = link;
  const [own, other] = lang === 'zh' ? CONTEXT_SETS : [CONTEXT_SETS[1], CONTEXT_SETS[0]];
  return {
    data: data === other ? other : own,
    contextual: CONTEXTUAL_IDS.find((id) => id === model) ?? contextualDefault(lang),
    static: STATIC_IDS.find((id) => id === model2) ?? staticDefault(lang),
    word: word ?? (lang === 'zh' ? '苹果' : 'bank'),
  };
}

function contextualDefault(lang: Language): ContextualId {
  return lang === 'zh' ? 'bge-small-zh-v1.5' : 'all-minilm-l6-v2';
}

/** What shows the ready sentences of the other language: its best-known word, with its own models. */
export function enterContexts(data: 'contexts-zh' | 'contexts-en', lang: Language): Partial<LinkState> {
  const theirs = data === 'contexts-zh' ? 'zh' : 'en';
  if (theirs === lang) return { data: null, word: null, model: null, model2: null, layer: null };
  const { contextual, static: model2, word } = labOf(defaultLink(theirs));
  return { data, word, model: contextual, model2, layer: null };
}

/** What a change of the view takes back: the parameters that mean something else in the other view. */
export function enterView(view: View): Partial<LinkState> {
  const { model, model2, data, word, layer, pooling, centre, k, show, step } = defaultLink('en');
  return { view, model, model2, data, word, layer, pooling, centre, k, show, step };
}

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

type Readers = { readonly [K in keyof LinkState]: Reader<NonNullable<LinkState[K]>> };
const readers: Readers = {
  view: oneOf(VIEWS),
  lang: oneOf(['zh', 'en']),
  theme: oneOf(['dark', 'light']),
  model: oneOf(MODEL_IDS),
  model2: oneOf(MODEL_IDS),
  device: oneOf(['auto', 'webgpu', 'wasm']),
  data: oneOf(DATA_IDS),
  projector: oneOf(['pca', 'umap']),
  dims: (text) => (text === '2' ? 2 : text === '3' ? 3 : undefined),
  metric: oneOf(['cosine', 'euclidean']),
  nNeighbors: numberIn(2, 200, true),
  minDist: numberIn(0, 0.99, false),
  seed: numberIn(0, 2 ** 32 - 1, true),
  nEpochs: numberIn(1, 5000, true),
  word: (text) => (text.length > 0 && text.length <= 200 ? text : undefined),
  layer: (text) => (text === 'table' ? 'table' : numberIn(0, 99, true)(text)),
  pooling: oneOf(['cls', 'mean', 'last']),
  centre: oneOf(['none', 'shown']),
  k: numberIn(1, 20, true),
  inside: oneOf(['keep', 'leave']),
  colour: oneOf(['given', 'found']),
  show: oneOf(['map', 'matrix', 'table']),
  step: numberIn(1, 9, true),
};

/** What a view narrows of the readers above: the lab's two models are one of each kind, its data sentences. */
const narrowed: Partial<Record<View, Partial<Readers>>> = {
  context: {
    model: oneOf(CONTEXTUAL_IDS),
    model2: oneOf(STATIC_IDS),
    data: oneOf(CONTEXT_SETS),
  },
};

/**
 * Reads the query part of an address. A parameter that the contract does not know is left alone; one with an
 * illegal value gets its default and is reported.
 */
export function parseLink(
  search: string,
  browserLanguage: Language,
): { link: LinkState; problems: LinkProblem[] } {
  const parameters = new URLSearchParams(search);
  const problems: LinkProblem[] = [];
  const read = <K extends keyof LinkState>(
    key: K,
    special: Partial<Readers> = {},
  ): NonNullable<LinkState[K]> | undefined => {
    const text = parameters.get(key);
    if (text === null || (key === 'k' && text === 'auto')) return undefined;
    const value = ((special[key] ?? readers[key]) as Readers[K])(text);
    if (value === undefined) problems.push({ parameter: key, value: text });
    return value;
  };
  const defaults = defaultLink(read('lang') ?? browserLanguage);
  const view = read('view') ?? defaults.view;
  return {
    link: {
      view,
      lang: defaults.lang,
      theme: read('theme') ?? null,
      model: read('model', narrowed[view]) ?? null,
      model2: read('model2', narrowed[view]) ?? null,
      device: read('device') ?? defaults.device,
      data: read('data', narrowed[view]) ?? null,
      projector: read('projector') ?? defaults.projector,
      dims: read('dims') ?? defaults.dims,
      metric: read('metric') ?? defaults.metric,
      nNeighbors: read('nNeighbors') ?? defaults.nNeighbors,
      minDist: read('minDist') ?? defaults.minDist,
      seed: read('seed') ?? defaults.seed,
      nEpochs: read('nEpochs') ?? null,
      word: read('word') ?? null,
      layer: read('layer') ?? null,
      pooling: read('pooling') ?? null,
      centre: read('centre') ?? null,
      k: read('k') ?? null,
      inside: read('inside') ?? defaults.inside,
      colour: read('colour') ?? null,
      show: read('show') ?? defaults.show,
      step: read('step') ?? null,
    },
    problems,
  };
}

/** The query part for a state, with a leading `?`: `lang` always, since it decides the rest, and what is not default. */
export function formatLink(link: LinkState): string {
  const defaults = defaultLink(link.lang);
  const parameters = new URLSearchParams();
  if (link.view !== defaults.view) parameters.set('view', link.view);
  parameters.set('lang', link.lang);
  for (const key of Object.keys(defaults) as (keyof LinkState)[]) {
    if (key === 'view' || key === 'lang') continue;
    const value = link[key];
    if (value !== null && value !== defaults[key]) parameters.set(key, String(value));
  }
  return `?${parameters}`;
}
