/**
 * Three loops in WebAssembly SIMD that do nothing but compute, or nothing but read, written down as bytes: what the
 * engine's kernels could reach at best. Opcodes as in the core specification, version 2.
 */

/** Multiplications and additions of one round of `compute`: 12 chains of 4 lanes, one of each. */
export const FLOPS_A_ROUND = 12 * 4 * 2;
/** Multiply-adds of int16 numbers of one round of `multiply`: 12 chains of 8. */
export const MACS_A_ROUND = 12 * 8;
/** Bytes of one round of `read`: 8 loads. */
export const BYTES_A_ROUND = 8 * 16;

export interface LimitKernels {
  readonly memory: WebAssembly.Memory;
  /** `rounds` of acc = acc · ½ + 1 in 12 accumulators: enough not to wait for one result to begin the next. */
  compute(rounds: number): number;
  /** `rounds` of acc = acc + acc · 1 with int16 numbers, pairs of products added up to int32 (dot_i16x8_s). */
  multiply(rounds: number): number;
  /** Adds up `rounds` × 128 bytes from the beginning of the memory. */
  read(rounds: number): number;
}

const [I32, V128] = [0x7f, 0x7b];
const CHAINS = 12;
const LOADS = 8;

const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]);
const section = (id: number, content: number[]): number[] => [id, ...leb(content.length), ...content];
const vector = (items: readonly number[][]): number[] => [...leb(items.length), ...items.flat()];
const name = (text: string): number[] => [...leb(text.length), ...new TextEncoder().encode(text)];
const simd = (opcode: number): number[] => [0xfd, ...leb(opcode)];
const get = (local: number): number[] => [0x20, ...leb(local)];
const set = (local: number): number[] => [0x21, ...leb(local)];
/** Good for constants whose last group of seven bits begins with 0, such as 1 and 128: the format's are signed. */
const i32 = (value: number): number[] => [0x41, ...leb(value)];
const f32Splat = (value: number): number[] => [
  0x43,
  ...new Uint8Array(new Float32Array([value]).buffer),
  ...simd(0x13),
];
const MUL = simd(0xe6);
const ADD = simd(0xe4);
const ADD_I32 = simd(0xae);
const DOT_I16 = simd(0xba);
const SPLAT_I16 = simd(0x10);
const FIRST_LANE = [...simd(0x1b), 0];
/** v128.load at offset, of 16-byte alignment. */
const load = (offset: number): number[] => [...simd(0x00), 0x04, ...leb(offset)];

/** Runs `body` until local 0, the rounds, has come down to 0. */
const rounds = (body: number[]): number[] => [
  ...[0x03, 0x40],
  ...body,
  ...[...get(0), ...i32(1), 0x6b, 0x22, 0x00],
  ...[0x0d, 0x00, 0x0b],
];

function computeBody(): number[] {
  const [half, one] = [1 + CHAINS, 2 + CHAINS];
  const chains = Array.from({ length: CHAINS }, (_, c) => 1 + c);
  return [
    ...[...f32Splat(0.5), ...set(half), ...f32Splat(1), ...set(one)],
    ...rounds(chains.flatMap((acc) => [...get(acc), ...get(half), ...MUL, ...get(one), ...ADD, ...set(acc)])),
    ...get(1),
    ...chains.slice(1).flatMap((acc) => [...get(acc), ...ADD]),
    ...FIRST_LANE,
  ];
}

function multiplyBody(): number[] {
  const one = 1 + CHAINS;
  const chains = Array.from({ length: CHAINS }, (_, c) => 1 + c);
  return [
    ...[...i32(1), ...SPLAT_I16, ...set(one)],
    ...rounds(
      chains.flatMap((acc) => [...get(acc), ...get(acc), ...get(one), ...DOT_I16, ...ADD_I32, ...set(acc)]),
    ),
    ...get(1),
    ...chains.slice(1).flatMap((acc) => [...get(acc), ...ADD_I32]),
    ...FIRST_LANE,
  ];
}

function readBody(): number[] {
  const at = 1 + LOADS;
  const sums = Array.from({ length: LOADS }, (_, s) => 1 + s);
  return [
    ...rounds([
      ...sums.flatMap((sum, s) => [...get(sum), ...get(at), ...load(s * 16), ...ADD_I32, ...set(sum)]),
      ...[...get(at), ...i32(BYTES_A_ROUND), 0x6a, ...set(at)],
    ]),
    ...get(1),
    ...sums.slice(1).flatMap((sum) => [...get(sum), ...ADD_I32]),
    ...FIRST_LANE,
  ];
}

/** A function's code: its locals (count and type, in order), then its instructions. */
function code(locals: readonly [count: number, type: number][], body: number[]): number[] {
  const content = [...vector(locals.map(([count, type]) => [...leb(count), type])), ...body, 0x0b];
  return [...leb(content.length), ...content];
}

/** Compiles the loops, with so many bytes of memory (a multiple of 65,536). */
export function limitKernels(bytes: number): LimitKernels {
  const memory = new WebAssembly.Memory({ initial: bytes / 65_536 });
  const module = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector([[0x60, 1, I32, 1, I32]])),
    ...section(2, vector([[...name('env'), ...name('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, vector([[0], [0], [0]])),
    ...section(
      7,
      vector([
        [...name('compute'), 0x00, 0],
        [...name('read'), 0x00, 1],
        [...name('multiply'), 0x00, 2],
      ]),
    ),
    ...section(
      10,
      vector([
        code([[CHAINS + 2, V128]], computeBody()),
        code(
          [
            [LOADS, V128],
            [1, I32],
          ],
          readBody(),
        ),
        code([[CHAINS + 1, V128]], multiplyBody()),
      ]),
    ),
  ]);
  const { compute, read, multiply } = new WebAssembly.Instance(new WebAssembly.Module(module), {
    env: { memory },
  }).exports as unknown as Omit<LimitKernels, 'memory'>;
  return { memory, compute, read, multiply };
}
