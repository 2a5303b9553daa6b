import { ELEMENT, type Initialiser, initialiser } from './graphBytes.ts';
import { decodeHalves } from './half.ts';
import type { TableRows } from './modelCard.ts';

/** Rows of a token table as they are stored, in integers with scales; made numbers of when they are asked for. */
export class TokenRows {
  readonly rows: number;
  readonly dim: number;
  readonly #values: Uint8Array<ArrayBuffer> | Int8Array<ArrayBuffer>;
  readonly #scales: Float32Array<ArrayBuffer>;
  readonly #zero: number;
  readonly #bits: 4 | 8;
  /** Columns that share a scale; 0 where all rows share one. */
  readonly #width: number;

  /**
   * `values` rows × dim (two to a byte with 4 bits), `scales` one for all or blocks of equal width for each row.
   * Throws a RangeError where the two do not fit.
   */
  constructor(
    values: Uint8Array<ArrayBuffer> | Int8Array<ArrayBuffer>,
    scales: Float32Array<ArrayBuffer>,
    { rows, dim, zero, bits }: { rows: number; dim: number; zero: number; bits: 4 | 8 },
  ) {
    const blocks = scales.length === 1 ? 0 : scales.length / rows;
    const width = blocks === 0 ? 0 : dim / blocks;
    if ((values.length * 8) / bits !== rows * dim || !Number.isInteger(blocks) || !Number.isInteger(width)) {
      throw new RangeError(
        `${values.length} bytes and ${scales.length} scales are no table ${rows} × ${dim}`,
      );
    }
    this.rows = rows;
    this.dim = dim;
    this.#values = values;
    this.#scales = scales;
    this.#zero = zero;
    this.#bits = bits;
    this.#width = width;
  }

  /** Bytes that it holds. */
  get bytes(): number {
    return this.#values.byteLength + this.#scales.byteLength;
  }

  /** Writes rows `from` … `from` + `count` − 1 to `out`, count × dim, row-major. */
  read(from: number, count: number, out: Float32Array | Float64Array): void {
    const { dim } = this;
    const width = this.#width || dim;
    const blocks = dim / width;
    for (let row = 0; row < count; row++) {
      for (let block = 0; block < blocks; block++) {
        const scale = this.#scales[this.#width === 0 ? 0 : (from + row) * blocks + block];
        const at = (from + row) * dim + block * width;
        const to = row * dim + block * width;
        if (this.#bits === 8) this.#bytesInto(at, width, scale, out, to);
        else this.#halvesInto(at, width, scale, out, to);
      }
    }
  }

  #bytesInto(at: number, width: number, scale: number, out: Float32Array | Float64Array, to: number): void {
    const values = this.#values;
    const zero = this.#zero;
    for (let column = 0; column < width; column++) out[to + column] = (values[at + column] - zero) * scale;
  }

  #halvesInto(at: number, width: number, scale: number, out: Float32Array | Float64Array, to: number): void {
    const values = this.#values;
    const zero = this.#zero;
    for (let column = 0; column < width; column++) {
      const place = at + column;
      const byte = values[place >> 1];
      out[to + column] = (((place & 1 ? byte >> 4 : byte) & 15) - zero) * scale;
    }
  }
}

/**
 * The token table that a card describes, out of the graph's bytes and, for what lies there, the files of weights
 * (`weights` gives one by its name). Copies what it needs. Throws a RangeError where the description does not fit, or
 * what `weights` throws.
 */
export async function readTokenRows(
  description: TableRows,
  dim: number,
  graph: Uint8Array<ArrayBuffer>,
  weights: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<TokenRows> {
  const find = (name: string): Initialiser => {
    const found = initialiser(graph, name);
    if (!found) throw new RangeError(`the graph has no initialiser ${name}`);
    return found;
  };
  // a copy: the file's own buffer can go, and numbers of two or four bytes stand where they may
  const bytesOf = async ({ name, data, external }: Initialiser): Promise<Uint8Array<ArrayBuffer>> => {
    if (data) return data.slice();
    if (!external) throw new RangeError(`${name} has no bytes`);
    const { location, offset, length } = external;
    return (await weights(location)).slice(offset, offset + length);
  };
  const values = find(description.values);
  const scale = find(description.scale);
  const [bytes, scaleBytes] = await Promise.all([bytesOf(values), bytesOf(scale)]);
  return new TokenRows(
    values.dtype === ELEMENT.int8 ? new Int8Array(bytes.buffer) : bytes,
    floatsOf(scale, scaleBytes),
    { rows: values.dims[0], dim, zero: description.zero, bits: description.bits },
  );
}

/** The numbers of a float32 or float16 initialiser, from a copy of its bytes. Throws a RangeError for another type. */
export function floatsOf(
  { name, dtype }: Pick<Initialiser, 'name' | 'dtype'>,
  bytes: Uint8Array<ArrayBuffer>,
): Float32Array<ArrayBuffer> {
  if (dtype === ELEMENT.float32) return new Float32Array(bytes.buffer, 0, bytes.byteLength / 4);
  if (dtype === ELEMENT.float16) return decodeHalves(bytes.buffer, 0, bytes.byteLength / 2);
  throw new RangeError(`${name} is of type ${dtype}`);
}
