import { norm } from './layer';

/** A number of the token table: int8, or half a byte moved by 8, even columns in the low halves. */
// @ts-ignore: decorator
@inline
function stored(values: usize, at: usize, bits: i32): f32 {
  if (bits === 8) return <f32>load<i8>(values + at);
  const byte = <i32>load<u8>(values + (at >> 1));
  return <f32>((at & 1 ? byte >> 4 : byte & 15) - 8);
}

/**
 * Rows `from` … `to` of x: the token table's row of `ids` times its scales (`blocks` of equal width a row; 0: one scale
 * for the whole table), plus the row of `places` that `positions` names, through LayerNorm. `ids` and `positions` are
 * int32, the table int8 or 4 bits, `places` float32.
 */
export function embed(
  scratch: usize,
  from: i32,
  to: i32,
  ids: usize,
  positions: usize,
  values: usize,
  scales: usize,
  blocks: i32,
  bits: i32,
  places: usize,
  weight: usize,
  bias: usize,
  x: usize,
  dim: i32,
): void {
  const width = blocks ? dim / blocks : dim;
  for (let row = from; row < to; row++) {
    const id = load<i32>(ids + (<usize>row << 2));
    const place = places + ((<usize>load<i32>(positions + (<usize>row << 2)) * dim) << 2);
    const target = x + ((<usize>row * dim) << 2);
    for (let start = 0; start < dim; start += width) {
      const block = blocks ? <usize>id * blocks + <usize>(start / width) : 0;
      const scale = load<f32>(scales + (block << 2));
      for (let d = start; d < start + width; d++) {
        const value = stored(values, <usize>id * dim + d, bits) * scale;
        store<f32>(target + (<usize>d << 2), value + load<f32>(place + (<usize>d << 2)));
      }
    }
    norm(target, 0, 1, weight, bias, dim);
  }
}
