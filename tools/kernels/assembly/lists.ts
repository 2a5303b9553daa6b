/**
 * A row's best candidates so far: `m` scores (float32, best first) and their indices, free places at the end with a
 * score of −Infinity and index −1. An index has 30 bits; the one above them is a mark that goes with the entry.
 */
export const INDEX: i32 = 0x3fffffff;
export const MARK: i32 = 0x40000000;

/** Empties lists `from` … `to`. */
export function clearLists(
  scratch: usize,
  from: i32,
  to: i32,
  scores: usize,
  indices: usize,
  m: i32,
): void {
  clear(scores, indices, <usize>from * m, <usize>to * m);
}

/** Empties places `from` … `to` of all lists. */
export function clear(scores: usize, indices: usize, from: usize, to: usize): void {
  for (let at = from; at < to; at++) {
    store<f32>(scores + (at << 2), -Infinity);
    store<i32>(indices + (at << 2), -1);
  }
}

/**
 * Puts `index` with `score` into one list, the worst one out; equal scores stand by index. Whoever is in it already, with
 * the same score, is not put in twice. Answers where it stands now, −1 where it did not go in.
 */
export function insert(scores: usize, indices: usize, m: i32, index: i32, score: f32): i32 {
  let at = m;
  while (at > 0) {
    const before = load<f32>(scores + (<usize>(at - 1) << 2));
    if (before > score) break;
    if (before == score) {
      const held = load<i32>(indices + (<usize>(at - 1) << 2)) & INDEX;
      if (held == index) return -1;
      if (held < index) break;
    }
    at--;
  }
  if (at == m) return -1;
  let to = <usize>(m - 1) << 2;
  for (const end = <usize>at << 2; to > end; to -= 4) {
    store<f32>(scores + to, load<f32>(scores + to - 4));
    store<i32>(indices + to, load<i32>(indices + to - 4));
  }
  store<f32>(scores + to, score);
  store<i32>(indices + to, index);
  return at;
}
