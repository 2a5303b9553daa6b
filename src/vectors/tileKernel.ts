import { tileKernelBytes } from './tileKernelWasm.ts';

/** Rows and columns of one tile: two panels of 64 × 384 doubles fit a 512 kB second-level cache. */
export const TILE = 64;
/** Vectors are packed in groups of 4: their numbers interleaved, so that the kernel reads straight on. */
export const GROUP = 4;

/**
 * Fills a tile of TILE × TILE sums from two packed panels. Panels hold TILE vectors of `dim` numbers as
 * [group][d][vector of the group]; write them with `panelOffset`. Every sum adds its `dim` terms in order,
 * in double precision, on both engines.
 */
export interface TileKernel {
  readonly engine: 'wasm' | 'js';
  readonly dim: number;
  readonly rows: Float64Array<ArrayBuffer>;
  readonly columns: Float64Array<ArrayBuffer>;
  /** TILE × TILE, row-major. */
  readonly sums: Float64Array<ArrayBuffer>;
  /** Sums of products of the first `rowCount` rows with the first `columnCount` columns, `dim` terms each. */
  dot(rowCount: number, columnCount: number): void;
  /** As `dot`, of squared differences. */
  squared(rowCount: number, columnCount: number): void;
}

/** Where number 0 of panel vector `vector` lies; number d lies GROUP · d further. */
export function panelOffset(vector: number, dim: number): number {
  return (vector - (vector % GROUP)) * dim + (vector % GROUP);
}

type WasmKernel = (
  rows: number,
  columns: number,
  sums: number,
  dim: number,
  rowGroups: number,
  columnGroups: number,
) => void;

const groups = (count: number) => Math.ceil(count / GROUP);

function wasmKernel(dim: number): TileKernel {
  const panel = TILE * dim;
  const bytes = (2 * panel + TILE * TILE) * 8;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const module = new WebAssembly.Module(tileKernelBytes(TILE));
  const { dot, squared } = new WebAssembly.Instance(module, { tile: { memory } }).exports as {
    dot: WasmKernel;
    squared: WasmKernel;
  };
  const buffer = memory.buffer as ArrayBuffer;
  const run = (kernel: WasmKernel) => (rowCount: number, columnCount: number) =>
    kernel(0, panel * 8, panel * 16, dim, groups(rowCount), groups(columnCount));
  return {
    engine: 'wasm',
    dim,
    rows: new Float64Array(buffer, 0, panel),
    columns: new Float64Array(buffer, panel * 8, panel),
    sums: new Float64Array(buffer, panel * 16, TILE * TILE),
    dot: run(dot),
    squared: run(squared),
  };
}

type PairSum = (rows: Float64Array, columns: Float64Array, row: number, column: number, dim: number) => void;

/** Four sums at once, kept apart so that the processor need not wait for one addition to begin the next. */
function jsKernel(dim: number): TileKernel {
  const rows = new Float64Array(TILE * dim);
  const columns = new Float64Array(TILE * dim);
  const sums = new Float64Array(TILE * TILE);
  const dotRow: PairSum = (a, b, row, column, length) => {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let p = panelOffset(row, length);
    let q = column * length;
    for (let d = 0; d < length; d++, p += GROUP, q += GROUP) {
      const x = a[p];
      s0 += x * b[q];
      s1 += x * b[q + 1];
      s2 += x * b[q + 2];
      s3 += x * b[q + 3];
    }
    const out = row * TILE + column;
    sums[out] = s0;
    sums[out + 1] = s1;
    sums[out + 2] = s2;
    sums[out + 3] = s3;
  };
  const squaredRow: PairSum = (a, b, row, column, length) => {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let p = panelOffset(row, length);
    let q = column * length;
    for (let d = 0; d < length; d++, p += GROUP, q += GROUP) {
      const x = a[p];
      const d0 = x - b[q];
      const d1 = x - b[q + 1];
      const d2 = x - b[q + 2];
      const d3 = x - b[q + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    const out = row * TILE + column;
    sums[out] = s0;
    sums[out + 1] = s1;
    sums[out + 2] = s2;
    sums[out + 3] = s3;
  };
  const run = (pairSum: PairSum) => (rowCount: number, columnCount: number) => {
    for (let row = 0; row < rowCount; row++) {
      for (let column = 0; column < columnCount; column += GROUP) pairSum(rows, columns, row, column, dim);
    }
  };
  return { engine: 'js', dim, rows, columns, sums, dot: run(dotRow), squared: run(squaredRow) };
}

/**
 * A kernel for vectors of `dim` numbers: WebAssembly SIMD where the browser has it, else plain JavaScript;
 * both give the same bits. The WebAssembly one is about five times as fast.
 */
export function makeTileKernel(dim: number, engine: 'auto' | 'js' = 'auto'): TileKernel {
  if (engine === 'js' || typeof WebAssembly === 'undefined') return jsKernel(dim);
  try {
    return wasmKernel(dim);
  } catch {
    // no SIMD, or a policy that forbids WebAssembly: slower, but the same result
    return jsKernel(dim);
  }
}
