/**
 * A WebAssembly module that computes one tile of sums of products, or of squared differences, two columns
 * at a time in f64x2. Each sum adds its terms in order in double precision, so it equals the plain
 * JavaScript loop bit for bit. Written out here, opcode by opcode, so that no binary needs to be trusted.
 *
 * `dot` and `squared` (rows, columns, sums, dim, rowGroups, columnGroups): byte offsets of the packed
 * panels and of the sums (row-major, `tile` numbers a row), then counts; dim, rowGroups, columnGroups ≥ 1.
 * Panels hold groups of 4 vectors, interleaved: [group][d][vector of the group].
 */
const GROUP = 4;
const ROW_BYTES = GROUP * 8;

const I32 = 0x7f;
const V128 = 0x7b;
const op = {
  loop: [0x03, 0x40],
  end: [0x0b],
  brIf0: [0x0d, 0x00],
  i32Add: [0x6a],
  i32Sub: [0x6b],
  i32Mul: [0x6c],
  i32LessThan: [0x49],
  f64x2Add: [0xfd, 0xf0, 0x01],
  f64x2Sub: [0xfd, 0xf1, 0x01],
  f64x2Mul: [0xfd, 0xf2, 0x01],
  zeroes: [0xfd, 0x0c, ...new Array<number>(16).fill(0)],
};

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest ? low | 0x80 : low);
  } while (rest);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const last = (rest === 0 && !(low & 0x40)) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

const text = (name: string) => [...unsigned(name.length), ...new TextEncoder().encode(name)];
const list = (entries: number[][]) => [...unsigned(entries.length), ...entries.flat()];
const section = (id: number, body: number[]) => [id, ...unsigned(body.length), ...body];

const get = (local: number) => [0x20, ...unsigned(local)];
const set = (local: number) => [0x21, ...unsigned(local)];
const constant = (value: number) => [0x41, ...signed(value)];
const advance = (local: number, bytes: number) => [
  ...get(local),
  ...constant(bytes),
  ...op.i32Add,
  ...set(local),
];
const countDown = (local: number) => [
  ...get(local),
  ...constant(1),
  ...op.i32Sub,
  ...[0x22, ...unsigned(local)],
];
const load = (pointer: number, offset: number) => [
  ...get(pointer),
  ...[0xfd, 0x00, 0x04, ...unsigned(offset)],
];
const loadSplat = (pointer: number, offset: number) => [
  ...get(pointer),
  ...[0xfd, 0x0a, 0x03, ...unsigned(offset)],
];
const store = (pointer: number, offset: number, value: number) => [
  ...get(pointer),
  ...get(value),
  ...[0xfd, 0x0b, 0x04, ...unsigned(offset)],
];

function kernelBody(tile: number, metric: 'dot' | 'squared'): number[] {
  const [rows, columns, sums, dim, rowGroups, columnGroups] = [0, 1, 2, 3, 4, 5];
  const [row, rowEnd, column, out, columnsLeft] = [6, 7, 8, 9, 10];
  const [pair0, pair1, splat] = [11, 12, 13];
  const sum = (vector: number, half: number) => 14 + vector * 2 + half;
  const accumulate = (vector: number, half: number) => {
    const pair = half === 0 ? pair0 : pair1;
    const term =
      metric === 'dot'
        ? [...get(splat), ...get(pair), ...op.f64x2Mul]
        : [
            ...[...get(splat), ...get(pair), ...op.f64x2Sub, ...set(22)],
            ...[...get(22), ...get(22), ...op.f64x2Mul],
          ];
    return [...get(sum(vector, half)), ...term, ...op.f64x2Add, ...set(sum(vector, half))];
  };
  const vectors = [0, 1, 2, 3];
  const halves = [0, 1];
  const inner = [
    ...[...load(column, 0), ...set(pair0), ...load(column, 16), ...set(pair1)],
    ...vectors.flatMap((vector) => [
      ...[...loadSplat(row, vector * 8), ...set(splat)],
      ...halves.flatMap((half) => accumulate(vector, half)),
    ]),
    ...advance(row, ROW_BYTES),
    ...advance(column, ROW_BYTES),
    ...[...get(row), ...get(rowEnd), ...op.i32LessThan, ...op.brIf0],
  ];
  const perColumnGroup = [
    ...[...get(rows), ...set(row)],
    ...vectors.flatMap((vector) => halves.flatMap((half) => [...op.zeroes, ...set(sum(vector, half))])),
    ...[...op.loop, ...inner, ...op.end],
    ...vectors.flatMap((vector) =>
      halves.flatMap((half) => store(out, vector * tile * 8 + half * 16, sum(vector, half))),
    ),
    ...advance(out, ROW_BYTES),
    ...[...countDown(columnsLeft), ...op.brIf0],
  ];
  const perRowGroup = [
    ...[...get(rows), ...get(dim), ...constant(ROW_BYTES), ...op.i32Mul, ...op.i32Add, ...set(rowEnd)],
    ...[...get(columns), ...set(column), ...get(sums), ...set(out)],
    ...[...get(columnGroups), ...set(columnsLeft)],
    ...[...op.loop, ...perColumnGroup, ...op.end],
    ...[...get(rowEnd), ...set(rows)],
    ...advance(sums, GROUP * tile * 8),
    ...[...countDown(rowGroups), ...op.brIf0],
  ];
  const locals = list([
    [...unsigned(5), I32],
    [...unsigned(12), V128],
  ]);
  const body = [...locals, ...op.loop, ...perRowGroup, ...op.end, ...op.end];
  return [...unsigned(body.length), ...body];
}

/** The module's bytes for tiles of `tile` × `tile`; it imports its memory as `tile.memory`. */
export function tileKernelBytes(tile: number): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...list(new Array<number[]>(6).fill([I32])), ...list([])];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list([type])),
    ...section(2, list([[...text('tile'), ...text('memory'), 0x02, 0x00, ...unsigned(1)]])),
    ...section(3, list([[0], [0]])),
    ...section(
      7,
      list([
        [...text('dot'), 0x00, 0],
        [...text('squared'), 0x00, 1],
      ]),
    ),
    ...section(10, list([kernelBody(tile, 'dot'), kernelBody(tile, 'squared')])),
  ]);
}
