/**
 * Reads bytes `from` … `to` of `data` (multiples of 64) and does next to nothing with them: what memory gives a search at
 * best. Writes a sum for each `grain` bytes, which nobody asks for.
 */
export function readBytes(scratch: usize, from: i32, to: i32, data: usize, grain: i32, out: usize): void {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  const end = data + <usize>to;
  for (let at = data + <usize>from; at < end; at += 64) {
    a = i32x4.add(a, v128.load(at));
    b = i32x4.add(b, v128.load(at, 16));
    c = i32x4.add(c, v128.load(at, 32));
    d = i32x4.add(d, v128.load(at, 48));
  }
  const sums = i32x4.add(i32x4.add(a, b), i32x4.add(c, d));
  v128.store(out + (<usize>(from / grain) << 4), sums);
}
