import { gelu, madd, sumOf } from './floats';
import { product, TILE_ROWS } from './product';

/** `layer_norm_eps` of BERT's config.json. */
const EPSILON: f32 = 1e-12;

/** LayerNorm of `rows` rows of x + `added` (0: of x alone), in place. */
export function norm(x: usize, added: usize, rows: i32, weight: usize, bias: usize, dim: i32): void {
  const bytes = <usize>dim << 2;
  const each: f32 = <f32>1 / <f32>dim;
  for (let row = 0; row < rows; row++) {
    let sum = f32x4.splat(0);
    for (let d: usize = 0; d < bytes; d += 16) {
      let v = v128.load(x + d);
      if (added) {
        v = f32x4.add(v, v128.load(added + d));
        v128.store(x + d, v);
      }
      sum = f32x4.add(sum, v);
    }
    const mean = f32x4.splat(sumOf(sum) * each);
    let squares = f32x4.splat(0);
    for (let d: usize = 0; d < bytes; d += 16) {
      const v = f32x4.sub(v128.load(x + d), mean);
      squares = madd(v, v, squares);
    }
    const scale = f32x4.splat(<f32>1 / Mathf.sqrt(sumOf(squares) * each + EPSILON));
    for (let d: usize = 0; d < bytes; d += 16) {
      const v = f32x4.mul(f32x4.sub(v128.load(x + d), mean), scale);
      v128.store(x + d, madd(v, v128.load(weight + d), v128.load(bias + d)));
    }
    x += bytes;
    if (added) added += bytes;
  }
}

/** Rows `from` … `to` of x (k numbers each) times a matrix in panels plus a bias: rows of n numbers in `out`. */
export function linear(
  scratch: usize,
  from: i32,
  to: i32,
  x: usize,
  panels: usize,
  bias: usize,
  out: usize,
  k: i32,
  n: i32,
): void {
  const xStride = <usize>k << 2;
  const outStride = <usize>n << 2;
  product(
    x + <usize>from * xStride,
    xStride,
    to - from,
    panels,
    bias,
    out + <usize>from * outStride,
    outStride,
    k,
    n,
  );
}

/**
 * What a layer does after its attention, for rows `from` … `to` of `hidden`, in place: the output map of what was
 * attended, residual, LayerNorm; the wider layer with GELU and back, residual, LayerNorm. Scratch: rows rounded up to
 * six, times `dim` + `inner` numbers.
 */
export function finishLayer(
  scratch: usize,
  from: i32,
  to: i32,
  hidden: usize,
  attended: usize,
  outPanels: usize,
  outBias: usize,
  firstWeight: usize,
  firstBias: usize,
  innerPanels: usize,
  innerBias: usize,
  backPanels: usize,
  backBias: usize,
  lastWeight: usize,
  lastBias: usize,
  dim: i32,
  inner: i32,
): void {
  const rows = to - from;
  const stride = <usize>dim << 2;
  const innerStride = <usize>inner << 2;
  const x = hidden + <usize>from * stride;
  const wide = scratch + <usize>((rows + TILE_ROWS - 1) / TILE_ROWS * TILE_ROWS) * stride;
  product(attended + <usize>from * stride, stride, rows, outPanels, outBias, scratch, stride, dim, dim);
  norm(scratch, x, rows, firstWeight, firstBias, dim);
  product(scratch, stride, rows, innerPanels, innerBias, wide, innerStride, dim, inner);
  const end = wide + <usize>rows * innerStride;
  for (let at = wide; at < end; at += 16) v128.store(at, gelu(v128.load(at)));
  product(wide, innerStride, rows, backPanels, backBias, x, stride, inner, dim);
  norm(x, scratch, rows, lastWeight, lastBias, dim);
}
