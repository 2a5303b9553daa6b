import { ELEMENT, type Initialiser, initialisersByName } from '../graphBytes.ts';
import type { ContextualCard, TableRows } from '../modelCard.ts';
import { floatsOf } from '../tokenRows.ts';

/** A matrix k × n as a graph stores it: small integers in groups of rows, each group with a scale a column. */
export interface StoredMatrix {
  readonly k: number;
  readonly n: number;
  /** Row-major; with 4 bits, the first half of a group's rows in the low halves of bytes, the rest in the high ones. */
  readonly values: Int8Array<ArrayBuffer>;
  readonly bits: 4 | 8;
  /** Groups × n. */
  readonly scales: Float32Array<ArrayBuffer>;
  readonly bias: Float32Array<ArrayBuffer>;
}

/** Weight and bias of a LayerNorm. */
export interface StoredNorm {
  readonly weight: Float32Array<ArrayBuffer>;
  readonly bias: Float32Array<ArrayBuffer>;
}

/** One layer of BERT (Devlin et al. 2019, post-norm). */
export interface StoredLayer {
  /** Queries, keys and values side by side: dim × 3 dim. */
  readonly qkv: StoredMatrix;
  readonly attentionOut: StoredMatrix;
  readonly attentionNorm: StoredNorm;
  readonly intermediate: StoredMatrix;
  readonly out: StoredMatrix;
  readonly outNorm: StoredNorm;
}

/** The token table as a graph stores it: small integers with scales, looked up before they are made numbers of. */
export interface StoredTable {
  /** Tokens × dim, row-major; with 4 bits two to a byte, the even column low, each moved by 8. */
  readonly values: Uint8Array<ArrayBuffer>;
  readonly bits: 4 | 8;
  /** Tokens × blocks, each for columns side by side; one for all where `blocks` is 0. */
  readonly scales: Float32Array<ArrayBuffer>;
  readonly blocks: number;
}

/** What a BERT encoder is made of. */
export interface StoredBert {
  readonly dim: number;
  readonly heads: number;
  readonly inner: number;
  readonly words: StoredTable;
  /** Position rows with the first token type's row added, positions × dim, row-major. */
  readonly places: Float32Array<ArrayBuffer>;
  readonly norm: StoredNorm;
  readonly layers: readonly StoredLayer[];
}

type BertCard = Pick<ContextualCard, 'dim' | 'layers' | 'graph'>;

/**
 * The weights of a graph that tools/models/contextual/bert.py wrote, by the names that it gives them. Throws a
 * RangeError where the graph is no such graph.
 */
export function readBert(
  graph: Uint8Array<ArrayBuffer>,
  { dim, layers, graph: { heads, tableRows } }: BertCard,
): StoredBert {
  const reader = new Reader(initialisersByName(graph));
  const places = reader.floats('positions');
  const types = reader.floats('types');
  if (!tableRows || !heads || dim % heads !== 0 || places.length % dim !== 0 || types.length < dim) {
    throw new RangeError('no BERT');
  }
  for (let at = 0; at < places.length; at++) places[at] += types[at % dim];
  const read = Array.from({ length: layers }, (_, index): StoredLayer => {
    const at = `layer.${index}`;
    return {
      qkv: reader.matrix(`${at}.attention.qkv`, dim, 3 * dim),
      attentionOut: reader.matrix(`${at}.attention.out`, dim, dim),
      attentionNorm: reader.norm(`${at}.attention.norm`, dim),
      intermediate: reader.matrix(`${at}.intermediate`, dim),
      out: reader.matrix(`${at}.out`, undefined, dim),
      outNorm: reader.norm(`${at}.norm`, dim),
    };
  });
  const inner = read[0].intermediate.n;
  if (read.some(({ intermediate, out }) => intermediate.n !== inner || out.k !== inner)) {
    throw new RangeError('layers of several widths');
  }
  const words = reader.table(tableRows, dim);
  return { dim, heads, inner, words, places, norm: reader.norm('embeddings.norm', dim), layers: read };
}

class Reader {
  readonly #found: ReadonlyMap<string, Initialiser>;

  constructor(found: ReadonlyMap<string, Initialiser>) {
    this.#found = found;
  }

  #get(name: string): Initialiser & { readonly data: Uint8Array<ArrayBuffer> } {
    const found = this.#found.get(name);
    if (!found?.data) throw new RangeError(`the graph has no ${name} of its own`);
    return { ...found, data: found.data };
  }

  floats(name: string): Float32Array<ArrayBuffer> {
    const found = this.#get(name);
    return floatsOf(found, found.data.slice());
  }

  norm(at: string, dim: number): StoredNorm {
    const weight = this.floats(`${at}.weight`);
    const bias = this.floats(`${at}.bias`);
    if (weight.length !== dim || bias.length !== dim) throw new RangeError(`${at} is not ${dim} wide`);
    return { weight, bias };
  }

  table({ values, scale, zero, bits }: TableRows, dim: number): StoredTable {
    const {
      data,
      dims: [tokens],
    } = this.#get(values);
    const scales = this.floats(scale);
    const blocks = scales.length === 1 ? 0 : scales.length / tokens;
    const fits =
      data.length === (tokens * dim * bits) / 8 &&
      zero === (bits === 4 ? 8 : 0) &&
      (blocks === 0 || dim % blocks === 0);
    if (!fits) throw new RangeError(`${values} is no table of ${tokens} × ${dim}`);
    return { values: data, bits, scales, blocks };
  }

  matrix(at: string, k?: number, n?: number): StoredMatrix {
    const { data, dims, dtype } = this.#get(`${at}.weight`);
    const scales = this.floats(`${at}.scale`);
    const bias = this.floats(`${at}.bias`);
    const bits = dtype === ELEMENT.int8 ? 8 : 4;
    const [groups, stored, columns] = dims;
    const rows = groups * stored * (8 / bits);
    const fits =
      dims.length === 3 &&
      (dtype === ELEMENT.int8 || dtype === ELEMENT.uint8) &&
      scales.length === groups * columns &&
      bias.length === columns &&
      (k ?? rows) === rows &&
      (n ?? columns) === columns &&
      columns % 8 === 0;
    if (!fits) throw new RangeError(`${at} is no matrix of ${k} × ${n}`);
    const values = new Int8Array(data.buffer, data.byteOffset, data.byteLength);
    return { k: rows, n: columns, values, bits, scales, bias };
  }
}
