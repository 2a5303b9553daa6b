/** Rows and columns of one workgroup's tile of distances, 4 × 4 for each of its 256 threads. */
export const GPU_TILE = 64;

/** The layout of `Pass`, in 32-bit words. */
export const PASS_WORDS = 8;

const pass = /* wgsl */ `
struct Pass {
  row: u32,         // the first row of this pass, of all
  rowEnd: u32,
  column: u32,      // the first column, of all
  columnEnd: u32,
  rowBase: u32,     // where row 0 of the rows' buffer stands among all
  columnBase: u32,
  isFirst: u32,     // 1 where the lists are still empty
  columnCount: u32, // places for the candidates of a row
}
@group(0) @binding(0) var<uniform> work: Pass;
`;

/** Written out four times: registers cannot be counted through, and not every compiler unrolls loops. */
const each = (line: (r: number) => string) => [0, 1, 2, 3].map(line).join('\n  ');

/**
 * Squared distances of a block of rows to a block of columns, tile by tile. What is nearer than the last of the row's
 * list so far becomes a candidate; the rest is never written down. Squares are at least 0, so their bits order as
 * they do, and lists hold bits. `quads`: vec4s of a row; `length`: places of a list.
 */
export function distanceShader(quads: number, length: number): string {
  return /* wgsl */ `
${pass}
const QUADS = ${quads}u;
const LENGTH = ${length}u;
@group(0) @binding(1) var<storage, read> rows: array<vec4f>;
@group(0) @binding(2) var<storage, read> columns: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> nearest: array<u32>;
@group(0) @binding(5) var<storage, read_write> counts: array<atomic<u32>>;
@group(0) @binding(6) var<storage, read_write> candidates: array<vec2u>;

// [quad of 4][row of ${GPU_TILE}]: neighbouring threads read neighbouring places
var<workgroup> rowTile: array<vec4f, ${4 * GPU_TILE}>;
var<workgroup> columnTile: array<vec4f, ${4 * GPU_TILE}>;

fn squares(difference: vec4f) -> f32 {
  return dot(difference, difference);
}

fn offer(row: u32, firstColumn: u32, sums: vec4f) {
  if (row >= work.rowEnd) { return; }
  let slot = row - work.row;
  let farthest = select(nearest[slot * LENGTH + LENGTH - 1u], 0xffffffffu, work.isFirst == 1u);
  for (var c = 0u; c < 4u; c++) {
    let column = firstColumn + 16u * c;
    let bits = bitcast<u32>(sums[c]);
    if (column < work.columnEnd && column != row && bits < farthest) {
      let place = atomicAdd(&counts[slot], 1u);
      candidates[slot * work.columnCount + place] = vec2u(bits, column);
    }
  }
}

@compute @workgroup_size(16, 16)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) at: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let firstRow = work.row + group.y * ${GPU_TILE}u;
  let firstColumn = work.column + group.x * ${GPU_TILE}u;
  let loaded = thread / 4u;
  let quad = thread % 4u;
  let rowToLoad = firstRow + loaded;
  let columnToLoad = firstColumn + loaded;
  let rowFrom = (rowToLoad - work.rowBase) * QUADS;
  let columnFrom = (columnToLoad - work.columnBase) * QUADS;
  ${each((r) => `var sums${r} = vec4f();`)}
  for (var q = 0u; q < QUADS; q += 4u) {
    var rowPart = vec4f();
    var columnPart = vec4f();
    if (q + quad < QUADS) {
      if (rowToLoad < work.rowEnd) { rowPart = rows[rowFrom + q + quad]; }
      if (columnToLoad < work.columnEnd) { columnPart = columns[columnFrom + q + quad]; }
    }
    workgroupBarrier();
    rowTile[quad * ${GPU_TILE}u + loaded] = rowPart;
    columnTile[quad * ${GPU_TILE}u + loaded] = columnPart;
    workgroupBarrier();
    for (var part = 0u; part < 4u; part++) {
      let start = part * ${GPU_TILE}u;
      let c0 = columnTile[start + at.x];
      let c1 = columnTile[start + at.x + 16u];
      let c2 = columnTile[start + at.x + 32u];
      let c3 = columnTile[start + at.x + 48u];
      ${each(
        (r) => `
      let r${r} = rowTile[start + at.y + ${16 * r}u];
      sums${r} += vec4f(squares(r${r} - c0), squares(r${r} - c1), squares(r${r} - c2), squares(r${r} - c3));`,
      )}
    }
  }
  ${each((r) => `offer(firstRow + at.y + ${16 * r}u, firstColumn + at.x, sums${r});`)}
}`;
}

/** Threads that merge one row's candidates. */
const MERGERS = 64;
/** Entries that fit one sort: twice the longest list (200 + 16) and more, in 4 kB of the 16 that there always are. */
const SORTED = 512;
/** Few candidates, as nearly all passes but the first bring, are sorted in a shorter network. */
const LEAST_SORTED = 32;

/**
 * Merges the candidates of each row, one workgroup a row, into its list: sorted by squares, then by number, so that
 * the list does not depend on the order in which threads found them. The sort is a bitonic network (Batcher 1968).
 */
export function mergeShader(length: number): string {
  return /* wgsl */ `
${pass}
const LENGTH = ${length}u;
const FRESH = ${SORTED - length}u;
const NOTHING = vec2u(0xffffffffu, 0xffffffffu);
@group(0) @binding(3) var<storage, read_write> nearest: array<u32>;
@group(0) @binding(4) var<storage, read_write> numbers: array<u32>;
@group(0) @binding(5) var<storage, read_write> counts: array<u32>;
@group(0) @binding(6) var<storage, read_write> candidates: array<vec2u>;

var<workgroup> entries: array<vec2u, ${SORTED}>;
var<workgroup> count: u32;

fn isAfter(a: vec2u, b: vec2u) -> bool {
  return a.x > b.x || (a.x == b.x && a.y > b.y);
}

@compute @workgroup_size(${MERGERS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let slot = group.x;
  if (thread == 0u) { count = counts[slot]; }
  let all = workgroupUniformLoad(&count);
  if (all == 0u && work.isFirst == 0u) { return; }
  for (var i = thread; i < LENGTH; i += ${MERGERS}u) {
    let at = slot * LENGTH + i;
    entries[i] = select(vec2u(nearest[at], numbers[at]), NOTHING, work.isFirst == 1u);
  }
  for (var taken = 0u; taken < all; taken += FRESH) {
    let fresh = min(all - taken, FRESH);
    var sorted = ${LEAST_SORTED}u;
    while (sorted < LENGTH + fresh) { sorted *= 2u; }
    for (var i = thread; i < sorted - LENGTH; i += ${MERGERS}u) {
      var entry = NOTHING;
      if (i < fresh) { entry = candidates[slot * work.columnCount + taken + i]; }
      entries[LENGTH + i] = entry;
    }
    workgroupBarrier();
    for (var size = 2u; size <= sorted; size *= 2u) {
      for (var stride = size / 2u; stride > 0u; stride /= 2u) {
        for (var i = thread; i < sorted / 2u; i += ${MERGERS}u) {
          let low = 2u * i - (i & (stride - 1u));
          let high = low + stride;
          let a = entries[low];
          let b = entries[high];
          if (isAfter(a, b) == ((low & size) == 0u)) {
            entries[low] = b;
            entries[high] = a;
          }
        }
        workgroupBarrier();
      }
    }
  }
  workgroupBarrier();
  for (var i = thread; i < LENGTH; i += ${MERGERS}u) {
    nearest[slot * LENGTH + i] = entries[i].x;
    numbers[slot * LENGTH + i] = entries[i].y;
  }
  if (thread == 0u) { counts[slot] = 0u; }
}`;
}
