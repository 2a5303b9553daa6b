import { compileKernels } from '../../vectors/kernels/kernels.ts';
import { Team } from '../../vectors/kernels/team.ts';
import type { OutputTensor, TokenBatch } from '../onnxRuntime.ts';
import type { StoredBert, StoredLayer, StoredMatrix, StoredNorm, StoredTable } from './bertWeights.ts';
import { ENCODER_WASM } from './encoderWasm.ts';
import { writePanels } from './panels.ts';

/** A tile's rows and columns in tools/kernels/assembly/encoder/product.ts. */
const TILE = 6;
const COLUMNS = 8;
/**
 * Least and most tiles of rows in one part of the work. A part's own numbers stay in a processor's second cache (48 rows
 * of 512 + 2048 float32 are 0.5 MB), and each matrix is read from memory once for them.
 */
const PART_TILES = [3, 8] as const;
/** Parts that a task of attention is cut into for each thread, so that none waits long for another. */
const PARTS = 4;

interface Matrix {
  readonly panels: number;
  readonly bias: number;
}
interface Norm {
  readonly weight: number;
  readonly bias: number;
}
interface Words {
  readonly values: number;
  readonly scales: number;
  readonly blocks: number;
  readonly bits: number;
}
interface Layer {
  readonly qkv: Matrix;
  readonly attentionOut: Matrix;
  readonly attentionNorm: Norm;
  readonly intermediate: Matrix;
  readonly out: Matrix;
  readonly outNorm: Norm;
}

/**
 * A BERT encoder in kernels of our own (tools/kernels/assembly/encoder) for many texts on the CPU: float32, no padding
 * computed, all threads on one copy of the weights. A text's numbers are the same to the last bit whatever stands beside
 * it and however many threads there are. Running blocks, so it is done in a worker.
 */
export class KernelEncoder {
  readonly #team: Team;
  readonly #dim: number;
  readonly #heads: number;
  readonly #inner: number;
  readonly #words: Words;
  readonly #places: number;
  readonly #norm: Norm;
  readonly #layers: readonly Layer[];
  readonly #outputs: readonly string[];
  /** The longest sequence that it takes. */
  readonly #positions: number;
  readonly #zeros: number;

  /**
   * `outputs` names the states after layers 0 … L. Throws where the browser has no relaxed SIMD, or a Fault
   * `out-of-memory`.
   */
  constructor(bert: StoredBert, outputs: readonly string[], threads: number) {
    this.#team = new Team(threads, undefined, (shared) => compileKernels(ENCODER_WASM, shared));
    this.#dim = bert.dim;
    this.#heads = bert.heads;
    this.#inner = bert.inner;
    this.#words = this.#placeWords(bert.words);
    this.#places = this.#place(bert.places);
    this.#outputs = outputs;
    this.#positions = bert.places.length / bert.dim;
    this.#norm = this.#placeNorm(bert.norm);
    this.#layers = bert.layers.map((layer) => this.#placeLayer(layer));
    const zeros = Math.max(this.#positions, this.#dim) + COLUMNS;
    this.#zeros = this.#place(new Float32Array(zeros));
  }

  /** Whether it gives these outputs. */
  gives(outputs: readonly string[]): boolean {
    return outputs.every((name) => this.#outputs.includes(name));
  }

  /**
   * The named states of a batch, each batch × tokens × dim, zeros where padding stands; with `firstOnly` and the last
   * layer alone, batch × 1 × dim: only the first token of each sequence is taken through the last layer. Throws
   * RangeError for another output or too long a sequence, Fault `out-of-memory` or `worker-failed`.
   */
  run(batch: TokenBatch, outputs: readonly string[], firstOnly = false): OutputTensor[] {
    if (!this.gives(outputs) || batch.tokens > this.#positions) throw new RangeError('not for these kernels');
    const { arena } = this.#team;
    const mark = arena.mark();
    try {
      return this.#run(batch, outputs, firstOnly);
    } finally {
      arena.release(mark);
    }
  }

  /** Ends its threads. */
  dispose(): void {
    this.#team.dispose();
  }

  #run(batch: TokenBatch, outputs: readonly string[], firstOnly: boolean): OutputTensor[] {
    const { arena } = this.#team;
    const dim = this.#dim;
    const heads = this.#heads;
    const size = dim / heads;
    const lengths = lengthsOf(batch);
    const starts = startsOf(lengths);
    const rows = starts[batch.batch];
    const room = Math.ceil(rows / TILE) * TILE;
    const hidden = arena.allocate(room * dim * 4);
    const qkv = arena.allocate(room * dim * 12);
    const attended = arena.allocate(room * dim * 4);
    const startsAt = this.#placeIntegers(starts);
    const longest = Math.ceil(batch.tokens / COLUMNS) * COLUMNS;
    const scratch = this.#team.allocateScratch(
      4 *
        Math.max(
          TILE * PART_TILES[1] * (dim + this.#inner),
          (2 * size + TILE) * longest + TILE * Math.max(size, COLUMNS),
        ),
    );

    const ids = this.#placeIntegers(realTokens(batch, lengths, (at) => Number(batch.inputIds[at])));
    const positions = this.#placeIntegers(realTokens(batch, lengths, (at) => at % batch.tokens));
    const { values, scales, blocks, bits } = this.#words;
    const { weight, bias } = this.#norm;
    const looked = [ids, positions, values, scales, blocks, bits, this.#places, weight, bias, hidden, dim];
    this.#rows('embed', rows, looked, scratch);
    const given = new Map<string, OutputTensor>();
    const give = (layer: number) => {
      const name = this.#outputs[layer];
      if (outputs.includes(name)) given.set(name, padded(batch, lengths, dim, arena.f32(hidden, rows * dim)));
    };
    give(0);
    const deepest = Math.max(...outputs.map((name) => this.#outputs.indexOf(name)));
    for (const [index, layer] of this.#layers.slice(0, deepest).entries()) {
      const last = firstOnly && index === this.#layers.length - 1 && outputs.length === 1;
      this.#rows('linear', rows, [hidden, layer.qkv.panels, layer.qkv.bias, qkv, dim, 3 * dim], scratch);
      const items = batch.batch * heads;
      const grain = Math.max(1, Math.ceil(items / (this.#team.size * PARTS)));
      const attend = [qkv, startsAt, heads, size, attended, this.#zeros, last ? 1 : 0];
      this.#team.run('attend', items, grain, attend, scratch);
      if (last) keepFirst(arena.f32(hidden, rows * dim), starts, dim);
      this.#rows('finishLayer', last ? batch.batch : rows, this.#finishing(layer, hidden, attended), scratch);
      if (last) {
        return [{ data: arena.f32(hidden, batch.batch * dim).slice(), dims: [batch.batch, 1, dim] }];
      }
      give(index + 1);
    }
    return outputs.map((name) => given.get(name) ?? empty);
  }

  /** Runs a kernel over rows, in parts of whole tiles that come out even for the threads. */
  #rows(name: string, rows: number, args: readonly number[], scratch: Scratch): void {
    this.#team.run(name, rows, partTiles(Math.ceil(rows / TILE), this.#team.size) * TILE, args, scratch);
  }

  #finishing(layer: Layer, hidden: number, attended: number): number[] {
    const { attentionOut, attentionNorm, intermediate, out, outNorm } = layer;
    return [
      ...[hidden, attended, attentionOut.panels, attentionOut.bias],
      ...[attentionNorm.weight, attentionNorm.bias],
      ...[intermediate.panels, intermediate.bias, out.panels, out.bias],
      ...[outNorm.weight, outNorm.bias, this.#dim, this.#inner],
    ];
  }

  #placeLayer(layer: StoredLayer): Layer {
    return {
      qkv: this.#placeMatrix(layer.qkv),
      attentionOut: this.#placeMatrix(layer.attentionOut),
      attentionNorm: this.#placeNorm(layer.attentionNorm),
      intermediate: this.#placeMatrix(layer.intermediate),
      out: this.#placeMatrix(layer.out),
      outNorm: this.#placeNorm(layer.outNorm),
    };
  }

  #placeMatrix(matrix: StoredMatrix): Matrix {
    const { arena } = this.#team;
    const panels = arena.allocate(matrix.k * matrix.n * 4);
    writePanels(matrix, arena.f32(panels, matrix.k * matrix.n));
    return { panels, bias: this.#place(matrix.bias) };
  }

  #placeNorm({ weight, bias }: StoredNorm): Norm {
    return { weight: this.#place(weight), bias: this.#place(bias) };
  }

  #placeWords({ values, scales, blocks, bits }: StoredTable): Words {
    const { arena } = this.#team;
    const at = arena.allocate(values.length);
    new Uint8Array(arena.memory.buffer, at, values.length).set(values);
    return { values: at, scales: this.#place(scales), blocks, bits };
  }

  #placeIntegers(numbers: Int32Array): number {
    const { arena } = this.#team;
    const at = arena.allocate(numbers.byteLength);
    arena.i32(at, numbers.length).set(numbers);
    return at;
  }

  #place(numbers: Float32Array): number {
    const { arena } = this.#team;
    const at = arena.allocate(numbers.byteLength);
    arena.f32(at, numbers.length).set(numbers);
    return at;
  }
}

type Scratch = ReturnType<Team['allocateScratch']>;

const empty: OutputTensor = { data: new Float32Array(0), dims: [0] };

/** Tiles a part so that the thread with the most parts has the fewest tiles; of equals the largest. */
export function partTiles(tiles: number, threads: number): number {
  const [least, most] = PART_TILES;
  let best = Math.ceil(tiles / threads);
  if (best <= least) return best;
  let shortest = Number.POSITIVE_INFINITY;
  for (let each = most; each >= least; each--) {
    const time = Math.ceil(Math.ceil(tiles / each) / threads) * each;
    if (time < shortest) [shortest, best] = [time, each];
  }
  return best;
}

/** A number for every token that is no padding, by its place in the batch. */
function realTokens(
  { batch, tokens }: TokenBatch,
  lengths: Int32Array,
  numberOf: (at: number) => number,
): Int32Array {
  const numbers: number[] = [];
  for (let row = 0; row < batch; row++) {
    for (let token = 0; token < lengths[row]; token++) numbers.push(numberOf(row * tokens + token));
  }
  return Int32Array.from(numbers);
}

/** Tokens of each sequence; padding stands at their ends. */
function lengthsOf({ batch, tokens, mask }: TokenBatch): Int32Array {
  const lengths = new Int32Array(batch);
  for (let row = 0; row < batch; row++) {
    let length = 0;
    while (length < tokens && mask[row * tokens + length] === 1n) length++;
    lengths[row] = length;
  }
  return lengths;
}

/** Where each sequence's rows begin, and where the last one's end. */
function startsOf(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let row = 0; row < lengths.length; row++) starts[row + 1] = starts[row] + lengths[row];
  return starts;
}

/** Moves the first row of each sequence to the front. */
function keepFirst(hidden: Float32Array, starts: Int32Array, dim: number): void {
  for (let row = 1; row < starts.length - 1; row++) {
    hidden.copyWithin(row * dim, starts[row] * dim, (starts[row] + 1) * dim);
  }
}

/** Rows of all sequences, one after another, as batch × tokens × dim. */
function padded(
  { batch, tokens }: TokenBatch,
  lengths: Int32Array,
  dim: number,
  rows: Float32Array,
): OutputTensor {
  const data = new Float32Array(batch * tokens * dim);
  let from = 0;
  for (let row = 0; row < batch; row++) {
    const to = from + lengths[row] * dim;
    data.set(rows.subarray(from, to), row * tokens * dim);
    from = to;
  }
  return { data, dims: [batch, tokens, dim] };
}
