import type { Device, Dims, Engine, Language, Layer, Metric, Pooling, Projector } from './options.ts';

/** The views of the public contract that this version has. */
export const VIEWS = ['map', 'context', 'analogy', 'llm', 'order', 'compare', 'scorecard', 'guide'] as const;
export type View = (typeof VIEWS)[number];
export type Theme = 'dark' | 'light';

export const STATIC_IDS = ['glove-zh-cedict', 'glove-6b-50d'] as const;
export type StaticId = (typeof STATIC_IDS)[number];
export const CONTEXTUAL_IDS = [
  'bge-small-zh-v1.5',
  'all-minilm-l6-v2',
  'multilingual-e5-small',
  'smollm2-135m',
] as const;
export type ContextualId = (typeof CONTEXTUAL_IDS)[number];
export const MODEL_IDS = [...STATIC_IDS, ...CONTEXTUAL_IDS] as const;
export type ModelId = (typeof MODEL_IDS)[number];

export const DATA_IDS = [
  'words-zh',
  'words-en',
  'contexts-zh',
  'contexts-en',
  'sentences-zh',
  'sentences-en',
] as const;
export type DataId = (typeof DATA_IDS)[number];
const CONTEXT_SETS = ['contexts-zh', 'contexts-en'] as const;

/** Ours: what the analogy view shows. */
export const FACES = ['question', 'relations', 'axes', 'neighbours', 'random'] as const;
export type Face = (typeof FACES)[number];
/** Ours: what the view of the language model shows. */
export const LLM_FACES = ['next', 'inside', 'future'] as const;
export type LlmFace = (typeof LLM_FACES)[number];
/** Ours: what the view of order shows. */
export const ORDER_FACES = ['order', 'position', 'sentences'] as const;
export type OrderFace = (typeof ORDER_FACES)[number];

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
  readonly device2: Device;
  readonly data: DataId | null;
  readonly projector: Projector;
  readonly dims: Dims;
  readonly metric: Metric;
  readonly nNeighbors: number;
  readonly minDist: number;
  readonly seed: number;
  readonly nEpochs: number | null;
  /** Ours: what lays UMAP's points out. */
  readonly engine: Engine;
  /** Ours: own texts added to a data set: placed into its map, which stays as it is, or laid out with it anew. */
  readonly added: 'place' | 'anew';
  readonly word: string | null;
  readonly layer: Layer | null;
  readonly pooling: Pooling | null;
  readonly centre: 'none' | 'shown' | null;
  /** In compare those of the right map. */
  readonly layer2: Layer | null;
  readonly pooling2: Pooling | null;
  /** Ours, as `centre`. */
  readonly centre2: 'none' | 'shown' | null;
  /** Ours: how the right map is laid beside the left one: turned to fit it, or fitted together with it. */
  readonly align: 'turned' | 'joint';
  /** Ours: the language whose models the scorecard and the guide are about; null: that of the app. */
  readonly score: Language | null;
  /** Ours: the answers given to the guide's questions, joined by `~`. */
  readonly answers: string | null;
  /** How many senses, or on the map clusters, are looked for; null: found. */
  readonly k: number | null;
  /** a is to b as c is to ?; null: the best-known analogy in the model's language. */
  readonly a: string | null;
  readonly b: string | null;
  readonly c: string | null;
  /** Vector arithmetic, as it was typed; it goes before a, b and c. */
  readonly expr: string | null;
  /** A relation's id. */
  readonly relation: string | null;
  /** Two poles joined by `~`, words of a pole by `,`. */
  readonly axis: string | null;
  readonly axis2: string | null;
  /** Ours: null: what the link's other parameters ask for; a face belongs to one view. */
  readonly face: Face | LlmFace | OrderFace | null;
  /** Whether the model knows where a token stands. */
  readonly position: 'on' | 'off';
  /** Ours: the token looked at, from 0; null: the last. */
  readonly at: number | null;
  /** Ours: what the logits are divided by before the next token's distribution; 0: the best token takes all. */
  readonly temperature: number;
  /** Ours: how many next tokens are shown. */
  readonly top: number;
  /** Ours: the head whose attention is drawn; null: the mean of all; or the layers up to it rolled out. */
  readonly head: number | 'rollout' | null;
  /** Ours: the models whose sentences stand side by side, joined by `~`; null: one of each kind. */
  readonly models: string | null;
  /** Ours: how answers are ranked: 3CosAdd, 3CosMul, or by 3CosAdd with the words of the question among them. */
  readonly ranking: 'add' | 'mul' | 'all';
  /** Ours: whether the words of the other static model, which shares the space, are there too. */
  readonly languages: 'one' | 'both';
  /** Ours: the first and the last word of the neighbour game, joined by `~`. */
  readonly game: string | null;
  /** Ours: in the lab, whether occurrences inside longer words (银行 for 行) are shown. */
  readonly inside: 'keep' | 'leave';
  /** Ours: what dots are coloured by; null: by the given senses or groups where there are any. */
  readonly colour: 'given' | 'found' | null;
  /** Ours: the face of the lab. */
  readonly show: 'map' | 'matrix' | 'table';
  /** Ours: the step of the view's guided path, from 1; null: the path is closed. */
  readonly step: number | null;
}

export function defaultLink(lang: Language): LinkState {
  return {
    view: 'map',
    lang,
    theme: null,
    model: null,
    model2: null,
    device: 'auto',
    device2: 'auto',
    data: null,
    projector: 'umap',
    dims: 3,
    metric: 'cosine',
    nNeighbors: 15,
    minDist: 0.1,
    seed: 42,
    nEpochs: null,
    engine: 'wasm',
    added: 'place',
    word: null,
    layer: null,
    pooling: null,
    centre: null,
    layer2: null,
    pooling2: null,
    centre2: null,
    align: 'turned',
    score: null,
    answers: null,
    k: null,
    a: null,
    b: null,
    c: null,
    expr: null,
    relation: null,
    axis: null,
    axis2: null,
    face: null,
    position: 'on',
    at: null,
    temperature: 1,
    top: 10,
    head: null,
    models: null,
    ranking: 'add',
    languages: 'one',
    game: null,
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

export function staticDefault(lang: Language): StaticId {
  return lang === 'zh' ? 'glove-zh-cedict' : 'glove-6b-50d';
}

/** The language whose words a bundled model is for; one that reads both is for the language that is asked about. */
export function languageOf(model: ModelId, asked: Language): Language {
  if (model === 'multilingual-e5-small') return asked;
  return model === 'glove-zh-cedict' || model === 'bge-small-zh-v1.5' ? 'zh' : 'en';
}

/** The language of bundled data. */
export function languageOfData(data: DataId): Language {
  return data.endsWith('-zh') ? 'zh' : 'en';
}

type AnalogyPart =
  | 'model'
  | 'lang'
  | 'data'
  | 'a'
  | 'b'
  | 'c'
  | 'expr'
  | 'relation'
  | 'axis'
  | 'face'
  | 'game';

/** What the analogy view shows where the link names none, in the language of its model. */
export function analogyOf(link: Pick<LinkState, AnalogyPart>) {
  const model = modelOf(link);
  const words = link.data === 'words-zh' || link.data === 'words-en' ? link.data : null;
  const lang = languageOf(model, words ? languageOfData(words) : link.lang);
  const [a, b, c] = lang === 'zh' ? ['男人', '国王', '女人'] : ['man', 'king', 'woman'];
  const { expr, relation, axis, game } = link;
  const asked: Face = relation ? 'relations' : axis ? 'axes' : game ? 'neighbours' : 'question';
  const data = words ?? (`words-${lang}` as const);
  return {
    model,
    lang,
    data,
    a: link.a ?? a,
    b: link.b ?? b,
    c: link.c ?? c,
    expr,
    face: FACES.find((face) => face === link.face) ?? asked,
  };
}

/** The two models that are compared where the link names none: the static and the contextual one of the language. */
export function comparedModels({ model, model2, lang }: Pick<LinkState, 'model' | 'model2' | 'lang'>) {
  return { left: model ?? staticDefault(lang), right: model2 ?? contextualDefault(lang) };
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

export function contextualDefault(lang: Language): ContextualId {
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
  const {
    lang,
    theme,
    device,
    device2,
    projector,
    dims,
    metric,
    nNeighbors,
    minDist,
    seed,
    nEpochs,
    engine,
    ...own
  } = defaultLink('en');
  return { ...own, view };
}
