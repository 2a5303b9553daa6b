/**
 * Nearest neighbours in two or three dimensions by a k-d tree: the points of a map. The tree is an order of the points
 * (`order`, n int32): the middle one of a range splits it, the nearer half of an axis before it, the other behind.
 */

const LEAF: i32 = 8;

/**
 * Builds the tree over n points (`places`: 4 float32 a point) by quickselect, the axis of the greatest extent each time; `axes`
 * holds a byte for every place of `order`. Done by one thread; `from` and `to` are not read. Equal coordinates stand by index.
 */
export function plantTree(
  scratch: usize,
  from: i32,
  to: i32,
  places: usize,
  n: i32,
  dims: i32,
  order: usize,
  axes: usize,
): void {
  for (let i = 0; i < n; i++) store<i32>(order + (<usize>i << 2), i);
  split(places, dims, order, axes, 0, n);
}

function split(places: usize, dims: i32, order: usize, axes: usize, from: i32, to: i32): void {
  while (to - from > LEAF) {
    let axis = 0;
    let extent: f32 = -1;
    for (let d = 0; d < dims; d++) {
      let low: f32 = Infinity;
      let high: f32 = -Infinity;
      for (let t = from; t < to; t++) {
        const value = coordinate(places, order, t, d);
        low = min(low, value);
        high = max(high, value);
      }
      if (high - low > extent) {
        extent = high - low;
        axis = d;
      }
    }
    const middle = (from + to) >> 1;
    select(places, order, from, to - 1, middle, axis);
    store<u8>(axes + <usize>middle, axis);
    split(places, dims, order, axes, from, middle);
    from = middle + 1;
  }
}

// @ts-ignore: decorator
@inline
function coordinate(places: usize, order: usize, t: i32, axis: i32): f32 {
  return load<f32>(places + (<usize>load<i32>(order + (<usize>t << 2)) << 4) + (<usize>axis << 2));
}

// @ts-ignore: decorator
@inline
function before(places: usize, a: i32, b: i32, axis: i32): bool {
  const x = load<f32>(places + (<usize>a << 4) + (<usize>axis << 2));
  const y = load<f32>(places + (<usize>b << 4) + (<usize>axis << 2));
  return x < y || (x == y && a < b);
}

/** Hoare's quickselect, the middle of three as pivot. */
function select(places: usize, order: usize, low: i32, high: i32, wanted: i32, axis: i32): void {
  while (low < high) {
    const pivot = middleOf(
      places,
      load<i32>(order + (<usize>low << 2)),
      load<i32>(order + (<usize>((low + high) >> 1) << 2)),
      load<i32>(order + (<usize>high << 2)),
      axis,
    );
    let i = low;
    let j = high;
    while (i <= j) {
      while (before(places, load<i32>(order + (<usize>i << 2)), pivot, axis)) i++;
      while (before(places, pivot, load<i32>(order + (<usize>j << 2)), axis)) j--;
      if (i <= j) {
        const held = load<i32>(order + (<usize>i << 2));
        store<i32>(order + (<usize>i << 2), load<i32>(order + (<usize>j << 2)));
        store<i32>(order + (<usize>j << 2), held);
        i++;
        j--;
      }
    }
    if (wanted <= j) high = j;
    else if (wanted >= i) low = i;
    else return;
  }
}

function middleOf(places: usize, a: i32, b: i32, c: i32, axis: i32): i32 {
  if (before(places, a, b, axis)) {
    if (before(places, b, c, axis)) return b;
    return before(places, a, c, axis) ? c : a;
  }
  if (before(places, a, c, axis)) return a;
  return before(places, b, c, axis) ? c : b;
}

/** The point whose neighbours are sought, and its list. One search at a time in a thread, each thread has its own. */
let self: i32 = 0;
let px: f64 = 0;
let py: f64 = 0;
let pz: f64 = 0;
let most: i32 = 0;
let held: i32 = 0;
let nearIndices: usize = 0;
let nearDistances: usize = 0;

/**
 * The exact `k` nearest (k < n) of points `from` … `to` (places in `order`, so that one part reads one corner of the map), the
 * point itself excluded, to rows of `indices` and `distances` (n × k): distances as float32 of double precision, equal ones by
 * index.
 */
export function nearestInTree(
  scratch: usize,
  from: i32,
  to: i32,
  places: usize,
  n: i32,
  order: usize,
  axes: usize,
  k: i32,
  indices: usize,
  distances: usize,
): void {
  most = k;
  for (let t = from; t < to; t++) {
    self = load<i32>(order + (<usize>t << 2));
    const place = places + (<usize>self << 4);
    px = <f64>load<f32>(place);
    py = <f64>load<f32>(place + 4);
    pz = <f64>load<f32>(place + 8);
    held = 0;
    nearIndices = indices + ((<usize>self * k) << 2);
    nearDistances = distances + ((<usize>self * k) << 2);
    visit(places, order, axes, 0, n);
  }
}

function visit(places: usize, order: usize, axes: usize, from: i32, to: i32): void {
  if (to - from <= LEAF) {
    for (let t = from; t < to; t++) meet(places, load<i32>(order + (<usize>t << 2)));
    return;
  }
  const middle = (from + to) >> 1;
  const axis = <i32>load<u8>(axes + <usize>middle);
  const point = load<i32>(order + (<usize>middle << 2));
  const own = axis == 0 ? px : axis == 1 ? py : pz;
  const apart = own - <f64>load<f32>(places + (<usize>point << 4) + (<usize>axis << 2));
  if (apart < 0) visit(places, order, axes, from, middle);
  else visit(places, order, axes, middle + 1, to);
  meet(places, point);
  // as float32, as all distances are: beyond it nobody can be as near, at it a lower index may
  if (held < most || <f32>Math.abs(apart) <= load<f32>(nearDistances + (<usize>(most - 1) << 2))) {
    if (apart < 0) visit(places, order, axes, middle + 1, to);
    else visit(places, order, axes, from, middle);
  }
}

function meet(places: usize, point: i32): void {
  if (point == self) return;
  const place = places + (<usize>point << 4);
  const dx = px - <f64>load<f32>(place);
  const dy = py - <f64>load<f32>(place + 4);
  const dz = pz - <f64>load<f32>(place + 8);
  const distance = <f32>Math.sqrt(dx * dx + dy * dy + dz * dz);
  if (held == most) {
    const last = load<f32>(nearDistances + (<usize>(most - 1) << 2));
    if (distance > last) return;
    if (distance == last && load<i32>(nearIndices + (<usize>(most - 1) << 2)) < point) return;
  } else held++;
  let at = held - 1;
  while (at > 0) {
    const other = load<f32>(nearDistances + (<usize>(at - 1) << 2));
    if (other < distance) break;
    if (other == distance && load<i32>(nearIndices + (<usize>(at - 1) << 2)) < point) break;
    store<f32>(nearDistances + (<usize>at << 2), other);
    store<i32>(nearIndices + (<usize>at << 2), load<i32>(nearIndices + (<usize>(at - 1) << 2)));
    at--;
  }
  store<f32>(nearDistances + (<usize>at << 2), distance);
  store<i32>(nearIndices + (<usize>at << 2), point);
}
