import type { Device, Layer } from '../contract/options.ts';
import type { Token } from '../text/token.ts';
import type {
  DeviceReport,
  Dictionary,
  Embedded,
  EmbeddedOccurrences,
  LoadProgress,
  NearestWords,
  Span,
  TextOptions,
  WordOrigin,
} from './embeddingModel.ts';
import type { ModelCard } from './modelCard.ts';

type Counted = { readonly done: number; readonly total: number };
type Pooled = Pick<TextOptions, 'layer' | 'pooling'>;

/** What the page asks of a model's worker; one worker holds one model. */
export interface ModelMethods {
  load: {
    params: { card: ModelCard; device: Device; base: string };
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
  memory: { params: null; result: number; progress: never };
}
