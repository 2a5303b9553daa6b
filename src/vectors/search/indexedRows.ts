import { Fault } from '../../contract/fault.ts';
import type { Team } from '../kernels/team.ts';
import type { Steps } from '../steps.ts';
import type { SearchedRows } from './searchedRows.ts';

/** Rows whose best bounds are kept together; the kernel says the same. */
export const BLOCK = 32;
/** Bytes that the kernel takes of a row at a time. */
const WIDTH = 16;
/** Numbers made integers of at a step: a few milliseconds. */
const AT_ONCE = 1 << 20;
/** Rows of a thread's part. */
const GRAIN = 64;
/** What is stored as float32 and must not be less is made greater by this share first. */
export const UP = 1 + 1e-6;

/** Where rows lie as integers in the memory of a team; all but `rows` are float32. */
export interface IndexedRows {
  /** int8, `stride` a row (zeroes behind the last), in groups of four rows: 16 bytes of each in turn. */
  readonly rows: number;
  readonly stride: number;
  /** A row's score ≈ scale · integers · query + offset. The offset is 0, or −∞ for what can have no score. */
  readonly scales: number;
  readonly offsets: number;
  /** How far the score of a query of length 1 may be from that, at most. */
  readonly errors: number;
  /** The greatest length of a row, as it is and as its integers say; under cosine about 1. */
  readonly longest: number;
}

/**
 * Makes integers of rows, a few milliseconds a step.
 * @throws Fault `vectors-invalid` with the first row that has a number which is not finite, `out-of-memory`
 */
export function* indexRowsSteps(team: Team, source: SearchedRows): Steps<IndexedRows> {
  const { count, dim } = source;
  const { arena } = team;
  const stride = Math.ceil(dim / WIDTH) * WIDTH;
  const room = Math.ceil(count / BLOCK) * BLOCK;
  const rows = arena.allocate(room * stride);
  const [scales, errors, offsets] = [0, 0, 0].map(() => arena.allocate(room * 4));
  const mark = arena.mark();
  const atOnce = Math.max(BLOCK, Math.floor(AT_ONCE / dim / BLOCK) * BLOCK);
  const data = arena.allocate(atOnce * dim * 4);
  const lengths = arena.allocate(atOnce * 8);
  // what lies behind the last row is none
  arena.f32(scales, room).fill(0, count);
  arena.f32(errors, room).fill(0, count);
  arena.f32(offsets, room).fill(Number.NEGATIVE_INFINITY, count);
  let longest = 0;
  for (let from = 0; from < count; from += atOnce) {
    const some = Math.min(atOnce, count - from);
    source.copy(from, some, arena.f32(data, some * dim));
    const [scale, error] = [scales, errors].map((pointer) => pointer + from * 4);
    team.run('rowsToBytes', some, GRAIN, [data, dim, rows + from * stride, stride, scale, error, lengths]);
    const part: Part = {
      scales: arena.f32(scale, some),
      errors: arena.f32(error, some),
      offsets: arena.f32(offsets + from * 4, some),
      lengths: arena.f64(lengths, some),
    };
    const invalid = part.lengths.findIndex((length) => !Number.isFinite(length));
    if (invalid >= 0) throw new Fault('vectors-invalid', { row: from + invalid, dim });
    longest = Math.max(longest, source.metric === 'cosine' ? scaleToUnit(part) : lengthsOf(part));
    yield { done: from + some, total: count };
  }
  arena.release(mark);
  return { rows, stride, scales, offsets, errors, longest };
}

interface Part {
  readonly scales: Float32Array;
  readonly errors: Float32Array;
  readonly offsets: Float32Array;
  readonly lengths: Float64Array;
}

/** Makes the rows of length 1; those of length 0 get no score. Gives the greatest length. */
function scaleToUnit({ scales, errors, offsets, lengths }: Part): number {
  let longest = 0;
  for (let row = 0; row < lengths.length; row++) {
    const length = lengths[row];
    offsets[row] = length > 0 ? 0 : Number.NEGATIVE_INFINITY;
    if (length === 0) continue;
    scales[row] /= length;
    errors[row] = (errors[row] / length) * UP;
    longest = Math.max(longest, 1 + errors[row]);
  }
  return longest;
}

function lengthsOf({ errors, offsets, lengths }: Part): number {
  let longest = 0;
  for (let row = 0; row < lengths.length; row++) longest = Math.max(longest, lengths[row] + errors[row]);
  offsets.fill(0);
  return longest;
}
