import { exponential, greatestOf, sumOf } from './floats';
import { product, TILE_COLUMNS, TILE_ROWS } from './product';

/** Softmax of n scores times `scale`, in place, but not yet divided by their sum, which is what it gives. */
function softmax(scores: usize, n: i32, scale: f32): f32 {
  const whole = <usize>(n & ~3) << 2;
  const bytes = <usize>n << 2;
  let top = f32x4.splat(-f32.MAX_VALUE);
  for (let at: usize = 0; at < whole; at += 16) top = f32x4.max(top, v128.load(scores + at));
  let greatest = greatestOf(top);
  for (let at = whole; at < bytes; at += 4) greatest = max(greatest, load<f32>(scores + at));
  const factor = f32x4.splat(scale);
  const least = f32x4.splat(greatest * scale);
  let sums = f32x4.splat(0);
  for (let at: usize = 0; at < whole; at += 16) {
    const p = exponential(f32x4.sub(f32x4.mul(v128.load(scores + at), factor), least));
    v128.store(scores + at, p);
    sums = f32x4.add(sums, p);
  }
  let sum = sumOf(sums);
  for (let at = whole; at < bytes; at += 4) {
    const p = f32x4.extract_lane(
      exponential(f32x4.sub(f32x4.mul(v128.load32_splat(scores + at), factor), least)),
      0,
    );
    store<f32>(scores + at, p);
    sum += p;
  }
  return sum;
}

/**
 * Self-attention of items `from` … `to`; item i is head i mod `heads` of sequence i / `heads`. `starts` holds where each
 * sequence's rows begin, and where the last one ends (int32). `qkv` has 3 × heads × size numbers a row: queries, keys,
 * values; `out` gets heads × size a row, for all rows, or, where `firstOnly` is not 0, one row a sequence: that of its
 * first token. `zeros`: as many as the longest sequence has tokens, rounded up to eight, and `size`. Scratch, in numbers:
 * (2 × size + 6) × that length + 6 × size.
 */
export function attend(
  scratch: usize,
  from: i32,
  to: i32,
  qkv: usize,
  starts: usize,
  heads: i32,
  size: i32,
  out: usize,
  zeros: usize,
  firstOnly: i32,
): void {
  const dim = heads * size;
  const stride = <usize>(3 * dim) << 2;
  const outStride = <usize>dim << 2;
  const sizeBytes = <usize>size << 2;
  const scale: f32 = <f32>1 / Mathf.sqrt(<f32>size);
  for (let item = from; item < to; item++) {
    const sequence = item / heads;
    const head = item - sequence * heads;
    const start = load<i32>(starts + (<usize>sequence << 2));
    const n = load<i32>(starts + (<usize>sequence << 2), 4) - start;
    const padded = (n + TILE_COLUMNS - 1) / TILE_COLUMNS * TILE_COLUMNS;
    const keys = scratch;
    const values = keys + <usize>padded * sizeBytes;
    const scores = values + <usize>padded * sizeBytes;
    const scoreStride = <usize>padded << 2;
    const context = scores + <usize>TILE_ROWS * scoreStride;
    const queriesAt = qkv + <usize>start * stride + <usize>head * sizeBytes;
    const keysAt = queriesAt + outStride;
    const valuesAt = keysAt + outStride;
    // keys as columns: panels of eight keys, one number of each after another
    for (let key = 0; key < padded; key++) {
      const target = keys + <usize>(key >> 3) * (sizeBytes << 3) + (<usize>(key & 7) << 2);
      const source = keysAt + <usize>key * stride;
      for (let d = 0; d < size; d++) {
        store<f32>(target + (<usize>d << 5), key < n ? load<f32>(source + (<usize>d << 2)) : 0);
      }
    }
    // values in panels of eight columns
    for (let token = 0; token < n; token++) {
      const source = valuesAt + <usize>token * stride;
      for (let d = 0; d < size; d += TILE_COLUMNS) {
        const target = values + ((<usize>(d * n + (token << 3))) << 2);
        v128.store(target, v128.load(source + (<usize>d << 2)));
        v128.store(target, v128.load(source + (<usize>d << 2), 16), 16);
      }
    }
    const queries = firstOnly ? 1 : n;
    for (let row = 0; row < queries; row += TILE_ROWS) {
      const rows = min(TILE_ROWS, queries - row);
      product(
        queriesAt + <usize>row * stride,
        stride,
        rows,
        keys,
        zeros,
        scores,
        scoreStride,
        size,
        padded,
      );
      let target =
        out + <usize>(firstOnly ? sequence : start + row) * outStride + <usize>head * sizeBytes;
      for (let r = 0; r < rows; r++) {
        const at = scores + <usize>r * scoreStride;
        const share = f32x4.splat(<f32>1 / softmax(at, n, scale));
        for (let b: usize = 0; b < scoreStride; b += 16) {
          v128.store(at + b, f32x4.mul(v128.load(at + b), share));
        }
      }
      product(scores, scoreStride, rows, values, zeros, context, sizeBytes, n, size);
      for (let r = 0; r < rows; r++) {
        for (let b: usize = 0; b < sizeBytes; b += 16) {
          v128.store(target + b, v128.load(context + <usize>r * sizeBytes + b));
        }
        target += outStride;
      }
    }
  }
}
