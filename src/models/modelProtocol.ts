import type { Device, Layer } from '../contract/options.ts';
import type { Token } from '../text/token.ts';
import type {
  Attention,
  DeviceReport,
  Dictionary,
  Embedded,
  EmbeddedOccurrences,
  LoadProgress,
  ModelForm,
  NearestTokens,
  NearestWords,
  PositionTable,
  Predictions,
  PredictOptions,
  QueriesAndKeys,
  Span,
  TextOptions,
  TokenOptions,
  TokenStates,
  WordOrigin,
} from './embeddingModel.ts';
import type { ModelCard } from './modelCard.ts';

type Counted = { readonly done: number; readonly total: number };
type Pooled = Pick<TextOptions, 'layer' | 'pooling' | 'role'>;
type OneText = { readonly text: string } & Pick<TokenOptions, 'role' | 'maxTokens'>;

/** What the page asks of a model's worker; one worker holds one model. */
export interface ModelMethods {
  load: {
    params: { card: ModelCard; device: Device; form: ModelForm; base: string };
    result: { report: DeviceReport; cached: boolean };
    progress: LoadProgress;
  };
  embedTexts: { params: { texts: readonly string[] } & Pooled; result: Embedded; progress: Counted };
  embedSpans: { params: { spans: readonly Span[] } & Pooled; result: Embedded; progress: Counted };
  embedOccurrences: {
    params: { spans: readonly Span[]; layers: readonly Layer[] };
    result: EmbeddedOccurrences | null;
    progress: Counted;
  };
  tokenize: { params: { texts: readonly string[] }; result: Token[][]; progress: never };
  origin: { params: { word: string }; result: WordOrigin | null; progress: never };
  nearest: {
    params: { vector: Float32Array<ArrayBuffer>; k: number };
    result: NearestWords | null;
    progress: never;
  };
  dictionary: { params: null; result: Dictionary | null; progress: never };
  tokenStates: {
    params: OneText & { layers: readonly Layer[] };
    result: TokenStates | null;
    progress: Counted;
  };
  attention: { params: OneText & { layers: readonly number[] }; result: Attention | null; progress: never };
  queriesAndKeys: { params: OneText & { layer: number }; result: QueriesAndKeys | null; progress: never };
  positionTable: { params: null; result: PositionTable | null; progress: never };
  nearestTokens: {
    params: { vectors: Float32Array<ArrayBuffer>; k: number };
    result: NearestTokens | null;
    progress: Counted;
  };
  predict: {
    params: { texts: readonly string[] } & Pick<PredictOptions, 'layers' | 'k' | 'temperature' | 'at'>;
    result: Predictions | null;
    progress: Counted;
  };
  vocabularyTexts: { params: { ids: readonly number[] }; result: string[] | null; progress: never };
  memory: { params: null; result: number; progress: never };
}
