import * as v from 'valibot';

const bilingual = v.object({ zh: v.string(), en: v.string() });

const file = v.object({
  path: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const probe = v.object({ text: v.string(), vector: v.array(v.pipe(v.number(), v.finite())) });

const shared = {
  id: v.string(),
  names: bilingual,
  about: bilingual,
  family: v.string(),
  year: v.number(),
  languages: v.array(v.picklist(['zh', 'en'])),
  source: v.object({
    package: v.string(),
    version: v.string(),
    registry: v.string(),
    origin: v.string(),
    licence: v.string(),
    made: bilingual,
  }),
  dim: v.pipe(v.number(), v.integer(), v.minValue(1)),
  layers: v.pipe(v.number(), v.integer(), v.minValue(0)),
  pooling: v.picklist(['cls', 'mean', 'last']),
  normalised: v.boolean(),
  queryPrefix: v.string(),
  maxTokens: v.pipe(v.number(), v.integer(), v.minValue(0)),
  abilities: v.array(v.picklist(['words', 'static', 'contextual', 'layers', 'next-token'])),
  probe: v.pipe(v.array(probe), v.minLength(1)),
};

const contextualCard = v.object({
  ...shared,
  kind: v.literal('contextual'),
  files: v.object({ graph: file, tokenizer: file }),
  /** Names in the ONNX graph: its inputs, and the outputs [batch, tokens, dim] of the table and of layers 0 … L. */
  graph: v.object({ inputs: v.array(v.string()), table: v.string(), hiddenStates: v.array(v.string()) }),
});

const staticCard = v.object({
  ...shared,
  kind: v.literal('static'),
  files: v.object({ vectors: file, vocabulary: file, origins: v.optional(file) }),
  /** `scales-then-rows`: one float32 scale a row, then int8 rows; `rows`: float16 rows. Little endian. */
  vectors: v.object({
    dtype: v.picklist(['float16', 'int8']),
    rows: v.pipe(v.number(), v.integer(), v.minValue(1)),
    layout: v.picklist(['rows', 'scales-then-rows']),
  }),
  /** The first `dims` numbers of a vector live in the space of `model`. */
  sharedSpace: v.optional(v.object({ model: v.string(), dims: v.number() })),
  /** Pairs of words that have the same vector because they are variants of one word. */
  variants: v.array(v.tuple([v.string(), v.string()])),
});

export const modelCardSchema = v.variant('kind', [contextualCard, staticCard]);

export type ContextualCard = v.InferOutput<typeof contextualCard>;
export type StaticCard = v.InferOutput<typeof staticCard>;
/** What the app knows of a model before it loads it: `public/models/<id>/model.json`. */
export type ModelCard = v.InferOutput<typeof modelCardSchema>;
export type ModelFile = v.InferOutput<typeof file>;
