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

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** How a model knows where a token stands; the names are those of initialisers, kept inside the graph's own file. */
const position = v.variant('kind', [
  /** A table [rows, dim] of which row i is added to token i. */
  v.object({ kind: v.literal('learned'), table: v.string() }),
  /** Pairs of numbers of a query or key, `size` in all, are turned by angles position × base^(−2i / size). */
  v.object({ kind: v.literal('rotary'), cos: v.string(), sin: v.string(), base: v.number(), size: count }),
]);

/**
 * Where the rows of the token table lie, so that they can be read without running the graph: initialisers of the graph
 * or of its external weights. Row r, column c is (values[r, c] − zero) × scale of its block; `scale` holds one number
 * for all, or `blocks` of equal width for each row. With 4 bits the even columns are the low halves of the bytes.
 */
const tableRows = v.object({
  values: v.string(),
  scale: v.string(),
  zero: v.number(),
  bits: v.picklist([4, 8]),
});

const graph = v.object({
  /** Inputs, int64 [batch, tokens]. */
  inputs: v.array(v.string()),
  /** Outputs, float32 [batch, tokens, dim]: the bare look-up, and layers 0 … L. */
  table: v.string(),
  hiddenStates: v.array(v.string()),
  /** The output of the last layer before a final norm, [batch, tokens, dim]; what the head of the last layer reads. */
  residual: v.optional(v.string()),
  /** Attention heads of a layer. */
  heads: v.optional(count),
  /** Per layer 1 … L, an internal tensor [batch, heads, tokens, tokens] of probabilities. */
  attention: v.optional(v.array(v.string())),
  /** Per layer, internal tensors before rotation: [batch, heads, tokens, size] and [batch, keyHeads, tokens, size]. */
  queries: v.optional(v.array(v.string())),
  keys: v.optional(v.array(v.string())),
  position: v.optional(position),
  tableRows: v.optional(tableRows),
});

const contextualCard = v.object({
  ...shared,
  kind: v.literal('contextual'),
  files: v.object({
    graph: file,
    tokenizer: file,
    /** External data of `graph` and `head`; their `location` there is the file's path here. */
    weights: v.optional(v.array(file)),
    /** A graph from `state` float32 [n, dim], before the final norm, to `logits` float32 [n, tokens of the vocabulary]. */
    head: v.optional(file),
  }),
  graph,
  /** Put before every text that is embedded; `queryPrefix` is put before a question of retrieval instead. */
  textPrefix: v.optional(v.string()),
  /** Put before a passage of retrieval; `textPrefix` where it is absent. */
  passagePrefix: v.optional(v.string()),
  /** Whether the tokens of a prefix count when a text is pooled; true where absent. */
  poolPrefix: v.optional(v.boolean()),
  /** The Unicode scripts that a pruned vocabulary still reads; absent: no statement. */
  scripts: v.optional(v.array(v.string())),
  /** Entries of the vocabulary. */
  tokens: v.optional(count),
  /** Bytes of memory that it takes at work on WASM, measured. */
  memory: v.optional(count),
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
export type TableRows = v.InferOutput<typeof tableRows>;
