import { sumsOfFour } from './lanes';
import { INDEX, insert, MARK } from './lists';

/**
 * Nearest-neighbour descent (Dong, Moses & Li 2011) so that every row changes its own list alone: instead of telling the two ends of a
 * pair of a third row's candidates, each row asks its candidates for theirs. It sees all pairs from both ends, but none twice, and
 * the result is the same whoever does which part. An entry of a list is marked once it has been a candidate as a new one.
 */

/**
 * The reverse of all lists: for each row those that list it, with their marks, ascending: `starts` (n + 1) and `lists`. By one
 * thread; `from` and `to` are not read.
 */
export function reverseLists(
  scratch: usize,
  from: i32,
  to: i32,
  n: i32,
  m: i32,
  indices: usize,
  starts: usize,
  lists: usize,
): void {
  memory.fill(starts, 0, <usize>(n + 1) << 2);
  const all = <usize>n * m;
  for (let at: usize = 0; at < all; at++) {
    const entry = load<i32>(indices + (at << 2));
    if (entry < 0) continue;
    const place = starts + (<usize>(entry & INDEX) << 2);
    store<i32>(place, load<i32>(place) + 1);
  }
  let sum = 0;
  for (let row = 0; row <= n; row++) {
    const place = starts + (<usize>row << 2);
    const count = load<i32>(place);
    store<i32>(place, sum);
    sum += count;
  }
  for (let row = 0; row < n; row++) {
    for (let t = 0; t < m; t++) {
      const entry = load<i32>(indices + ((<usize>row * m + t) << 2));
      if (entry < 0) continue;
      const place = starts + (<usize>(entry & INDEX) << 2);
      const next = load<i32>(place);
      store<i32>(lists + (<usize>next << 2), row | (entry & MARK));
      store<i32>(place, next + 1);
    }
  }
  // every start has moved to the next row's
  for (let row = n; row > 0; row--) {
    store<i32>(starts + (<usize>row << 2), load<i32>(starts + (<usize>(row - 1) << 2)));
  }
  store<i32>(starts, 0);
}

// @ts-ignore: decorator
@inline
function lot(row: i32, other: i32, round: i32): i32 {
  let h = (row * 0x9e3779b1) ^ (other * 0x85ebca77) ^ (round * 0xc2b2ae3d);
  h ^= h >>> 15;
  h *= 0x2c1b3c6d;
  h ^= h >>> 12;
  h *= 0x297a2d39;
  h ^= h >>> 15;
  return h & 0x7fffffff;
}

/**
 * For rows `from` … `to` the candidates of this round: of those that a row lists or that list it at most `most` new and `most`
 * marked ones, by lot; own new entries that were drawn are marked. `fresh` and `known`: a count and `most` int32 a row.
 * `scratch`: 2 · `most` int32.
 */
export function drawCandidates(
  scratch: usize,
  from: i32,
  to: i32,
  round: i32,
  m: i32,
  indices: usize,
  starts: usize,
  reverse: usize,
  most: i32,
  fresh: usize,
  known: usize,
): void {
  const lots = scratch;
  const knownLots = scratch + (<usize>most << 2);
  const bytes = <usize>(most + 1) << 2;
  for (let row = from; row < to; row++) {
    const newOnes = fresh + <usize>row * bytes;
    const oldOnes = known + <usize>row * bytes;
    store<i32>(newOnes, 0);
    store<i32>(oldOnes, 0);
    const list = indices + ((<usize>row * m) << 2);
    for (let t = 0; t < m; t++) {
      const entry = load<i32>(list + (<usize>t << 2));
      if (entry < 0) break;
      const other = entry & INDEX;
      if (entry & MARK) draw(oldOnes, knownLots, most, other, lot(row, other, round));
      else draw(newOnes, lots, most, other, lot(row, other, round));
    }
    const end = load<i32>(starts + (<usize>(row + 1) << 2));
    for (let at = load<i32>(starts + (<usize>row << 2)); at < end; at++) {
      const entry = load<i32>(reverse + (<usize>at << 2));
      const other = entry & INDEX;
      if (entry & MARK) draw(oldOnes, knownLots, most, other, lot(row, other, round));
      else draw(newOnes, lots, most, other, lot(row, other, round));
    }
    const count = load<i32>(newOnes);
    for (let t = 0; t < m; t++) {
      const entry = load<i32>(list + (<usize>t << 2));
      if (entry < 0) break;
      if (entry & MARK) continue;
      for (let c = 1; c <= count; c++) {
        if (load<i32>(newOnes + (<usize>c << 2)) != entry) continue;
        store<i32>(list + (<usize>t << 2), entry | MARK);
        break;
      }
    }
  }
}

/** Keeps the `most` lowest lots, ascending; nobody twice. */
function draw(list: usize, lots: usize, most: i32, other: i32, ticket: i32): void {
  let count = load<i32>(list);
  if (count == most && ticket >= load<i32>(lots + (<usize>(most - 1) << 2))) return;
  let at = count;
  while (at > 0) {
    const before = load<i32>(lots + (<usize>(at - 1) << 2));
    if (before < ticket) break;
    // the same row has the same lot
    if (before == ticket && load<i32>(list + (<usize>at << 2)) == other) return;
    at--;
  }
  if (count < most) store<i32>(list, ++count);
  for (let to = count - 1; to > at; to--) {
    store<i32>(lots + (<usize>to << 2), load<i32>(lots + (<usize>(to - 1) << 2)));
    store<i32>(list + (<usize>(to + 1) << 2), load<i32>(list + (<usize>to << 2)));
  }
  store<i32>(lots + (<usize>at << 2), ticket);
  store<i32>(list + (<usize>(at + 1) << 2), other);
}

/** Which rows were met by the row under work; one row at a time in a thread. */
let stamp: i32 = 0;

/**
 * Rows number `from` … `to` of `order` ask their candidates for theirs and take in who is nearer: a row's new ones are asked for new
 * and known ones, its known ones for new ones. `changes` gets a byte a row: how many went in, 255 at most. `scratch`: n + 6 ·
 * `most`² int32, the first n zero before the first call.
 */
export function askCandidates(
  scratch: usize,
  from: i32,
  to: i32,
  order: usize,
  n: i32,
  m: i32,
  scores: usize,
  indices: usize,
  most: i32,
  fresh: usize,
  known: usize,
  rows: usize,
  stride: i32,
  facts: usize,
  plane: usize,
  changes: usize,
): void {
  const bytes = <usize>(most + 1) << 2;
  const rowBytes = <usize>stride << 1;
  const met = scratch;
  const found = scratch + (<usize>n << 2);
  for (let t = from; t < to; t++) {
    const row = load<i32>(order + (<usize>t << 2));
    stamp++;
    store<i32>(met + (<usize>row << 2), stamp);
    const list = (<usize>row * m) << 2;
    for (let s = 0; s < m; s++) {
      const entry = load<i32>(indices + list + (<usize>s << 2));
      if (entry < 0) break;
      store<i32>(met + (<usize>(entry & INDEX) << 2), stamp);
    }
    let count = 0;
    const own = fresh + <usize>row * bytes;
    for (let c = load<i32>(own); c > 0; c--) {
      const other = <usize>load<i32>(own + (<usize>c << 2));
      count = note(fresh + other * bytes, met, found, count);
      count = note(known + other * bytes, met, found, count);
    }
    const old = known + <usize>row * bytes;
    for (let c = load<i32>(old); c > 0; c--) {
      count = note(fresh + <usize>load<i32>(old + (<usize>c << 2)) * bytes, met, found, count);
    }
    let changed = 0;
    const p = rows + <usize>row * rowBytes;
    const scale = load<f32>(facts + (<usize>row << 2));
    let worst = load<f32>(scores + list + (<usize>(m - 1) << 2));
    for (let c = 0; c < count; c += 4) {
      const i0 = load<i32>(found + (<usize>c << 2));
      const i1 = c + 1 < count ? load<i32>(found + (<usize>(c + 1) << 2)) : i0;
      const i2 = c + 2 < count ? load<i32>(found + (<usize>(c + 2) << 2)) : i0;
      const i3 = c + 3 < count ? load<i32>(found + (<usize>(c + 3) << 2)) : i0;
      const q0 = rows + <usize>i0 * rowBytes;
      const q1 = rows + <usize>i1 * rowBytes;
      const q2 = rows + <usize>i2 * rowBytes;
      const q3 = rows + <usize>i3 * rowBytes;
      let a = i32x4.splat(0);
      let b = i32x4.splat(0);
      let g = i32x4.splat(0);
      let h = i32x4.splat(0);
      for (let d: usize = 0; d < rowBytes; d += 16) {
        const x = v128.load(p + d);
        a = i32x4.add(a, i32x4.dot_i16x8_s(x, v128.load(q0 + d)));
        b = i32x4.add(b, i32x4.dot_i16x8_s(x, v128.load(q1 + d)));
        g = i32x4.add(g, i32x4.dot_i16x8_s(x, v128.load(q2 + d)));
        h = i32x4.add(h, i32x4.dot_i16x8_s(x, v128.load(q3 + d)));
      }
      const scales = f32x4(
        load<f32>(facts + (<usize>i0 << 2)),
        load<f32>(facts + (<usize>i1 << 2)),
        load<f32>(facts + (<usize>i2 << 2)),
        load<f32>(facts + (<usize>i3 << 2)),
      );
      const halves = f32x4(
        load<f32>(facts + plane + (<usize>i0 << 2)),
        load<f32>(facts + plane + (<usize>i1 << 2)),
        load<f32>(facts + plane + (<usize>i2 << 2)),
        load<f32>(facts + plane + (<usize>i3 << 2)),
      );
      const score = f32x4.sub(
        f32x4.mul(f32x4.convert_i32x4_s(sumsOfFour(a, b, g, h)), f32x4.mul(f32x4.splat(scale), scales)),
        halves,
      );
      let better = i32x4.bitmask(f32x4.ge(score, f32x4.splat(worst)));
      if (c + 4 > count) better &= (1 << (count - c)) - 1;
      if (!better) continue;
      if (better & 1 && insert(scores + list, indices + list, m, i0, f32x4.extract_lane(score, 0)) >= 0) changed++;
      if (better & 2 && insert(scores + list, indices + list, m, i1, f32x4.extract_lane(score, 1)) >= 0) changed++;
      if (better & 4 && insert(scores + list, indices + list, m, i2, f32x4.extract_lane(score, 2)) >= 0) changed++;
      if (better & 8 && insert(scores + list, indices + list, m, i3, f32x4.extract_lane(score, 3)) >= 0) changed++;
      worst = load<f32>(scores + list + (<usize>(m - 1) << 2));
    }
    store<u8>(changes + <usize>row, min(changed, 255));
  }
}

// @ts-ignore: decorator
@inline
function note(list: usize, met: usize, found: usize, count: i32): i32 {
  for (let c = load<i32>(list); c > 0; c--) {
    const other = load<i32>(list + (<usize>c << 2));
    const place = met + (<usize>other << 2);
    if (load<i32>(place) == stamp) continue;
    store<i32>(place, stamp);
    store<i32>(found + (<usize>count << 2), other);
    count++;
  }
  return count;
}

/** Takes the marks off the entries of lists `from` … `to`. */
export function clearMarks(scratch: usize, from: i32, to: i32, m: i32, indices: usize): void {
  const end = <usize>to * m;
  for (let at = <usize>from * m; at < end; at++) {
    const entry = load<i32>(indices + (at << 2));
    if (entry >= 0) store<i32>(indices + (at << 2), entry & INDEX);
  }
}
