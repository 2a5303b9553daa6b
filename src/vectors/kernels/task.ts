/** The task that a team works on, in memory that all members share. Integers first, then the arguments as doubles. */
export interface TaskBoard {
  readonly cells: Int32Array;
  readonly args: Float64Array;
}

/** Cells of the board. */
export const cell = {
  /** One more with every task: members sleep on it. */
  ticket: 0,
  /** Parts that nobody has taken; not 0 only while the cells below are of a task under way. */
  untaken: 1,
  parts: 2,
  finished: 3,
  failed: 4,
  kernel: 5,
  count: 6,
  grain: 7,
  argCount: 8,
  scratch: 9,
  scratchBytes: 10,
  /** Where the work begins: parts count from there. */
  first: 11,
} as const;

const ARGS_AT = 64;
/** Arguments that a kernel may have besides `scratch`, `from` and `to`. */
export const MOST_ARGS = 24;

/** What a member needs to join a team. */
export interface Invitation {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly board: ArrayBufferLike;
  /** 1 and up; the one who leads is 0. */
  readonly member: number;
}

/** One number, 0 until the page calls the work off: a thread that is in the middle of it hears no message. */
export type Halt = Int32Array<SharedArrayBuffer>;

export function isCalledOff(halt: Halt | null): boolean {
  return halt !== null && Atomics.load(halt, 0) !== 0;
}

/** A board's memory: shared where threads are to read it. */
export function boardMemory(shared: boolean): ArrayBufferLike {
  const bytes = ARGS_AT + MOST_ARGS * 8;
  return shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

export function boardOf(memory: ArrayBufferLike): TaskBoard {
  return { cells: new Int32Array(memory, 0, 16), args: new Float64Array(memory, ARGS_AT, MOST_ARGS) };
}

/**
 * Takes parts of the task under way until there are none, and works on them. A part is taken by lowering `untaken`; while it
 * is not finished nobody overwrites the board, so the cells are read after the taking. With `halt` set there are no more parts
 * for anybody.
 */
export function workOnTask(
  { cells, args }: TaskBoard,
  member: number,
  kernelAt: (index: number) => (...args: number[]) => void,
  halt: Halt | null = null,
): void {
  for (;;) {
    if (isCalledOff(halt)) Atomics.store(cells, cell.untaken, 0);
    const untaken = Atomics.load(cells, cell.untaken);
    if (untaken <= 0) return;
    if (Atomics.compareExchange(cells, cell.untaken, untaken, untaken - 1) !== untaken) continue;
    try {
      const grain = cells[cell.grain];
      const from = (cells[cell.parts] - untaken) * grain;
      const to = Math.min(from + grain, cells[cell.count]);
      const first = cells[cell.first];
      const scratch = (cells[cell.scratch] >>> 0) + member * cells[cell.scratchBytes];
      kernelAt(cells[cell.kernel])(
        scratch,
        first + from,
        first + to,
        ...args.subarray(0, cells[cell.argCount]),
      );
    } catch {
      Atomics.store(cells, cell.failed, 1);
    }
    Atomics.add(cells, cell.finished, 1);
    Atomics.notify(cells, cell.finished);
  }
}
