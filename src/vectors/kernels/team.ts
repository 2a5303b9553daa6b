import { Fault } from '../../contract/fault.ts';
import { Arena } from './arena.ts';
import { instantiateKernels, type Kernel, kernelMemory, kernelModule } from './kernels.ts';
import {
  boardMemory,
  boardOf,
  cell,
  type Halt,
  type Invitation,
  isCalledOff,
  MOST_ARGS,
  workOnTask,
} from './task.ts';

/** The least that the leader needs of a worker. */
type Member = Pick<Worker, 'postMessage' | 'terminate'>;

/** A part that nobody finishes in this time means a dead thread. */
const DEAD_MS = 60_000;

/**
 * Threads that run kernels on one memory. The one who makes it leads and works too; the others join when their scripts
 * have loaded, so there is nothing to wait for. A result must not depend on who does which part: every kernel writes
 * only what belongs to its part. Leading blocks, so it is done in a worker.
 */
export class Team {
  readonly arena: Arena;
  /** The leader included. */
  readonly size: number;
  /** Ends a task with the parts that are begun. */
  halt: Halt | null = null;
  readonly #kernels: Readonly<Record<string, Kernel>>;
  readonly #names: readonly string[];
  readonly #members: readonly Member[];
  readonly #board;

  /**
   * `size` threads, made by `createMember`; one where memory cannot be shared (a page that is not cross-origin
   * isolated). `moduleOf` compiles other kernels than the common ones. Throws where WebAssembly SIMD is missing or
   * forbidden.
   */
  constructor(size = 1, createMember: () => Member = teamWorker, moduleOf = kernelModule) {
    const shared = size > 1 && globalThis.crossOriginIsolated === true;
    this.size = shared ? size : 1;
    const module = moduleOf(shared);
    const memory = kernelMemory(shared);
    const board = boardMemory(shared);
    this.arena = new Arena(memory);
    this.#kernels = instantiateKernels(module, memory);
    this.#names = Object.keys(this.#kernels);
    this.#board = boardOf(board);
    this.#members = Array.from({ length: this.size - 1 }, (_, index) => {
      const member = createMember();
      member.postMessage({ module, memory, board, member: index + 1 } satisfies Invitation);
      return member;
    });
  }

  /** Scratch memory for `run`: so many bytes for each thread. */
  allocateScratch(bytes: number): Scratch {
    const each = Math.ceil(bytes / 64) * 64;
    return { pointer: this.arena.allocate(each * this.size), bytes: each };
  }

  /**
   * Calls kernel `name` as (scratch, from, to, ...args) for the parts of first … first + count, `grain` a part, on all
   * threads, and returns when all are done. Throws Fault `worker-failed` where a kernel traps or a thread is gone, and
   * an AbortError where `halt` was set: the threads are then to be ended.
   */
  run(
    name: string,
    count: number,
    grain: number,
    args: readonly number[],
    scratch: Scratch = NO_SCRATCH,
    first = 0,
  ): void {
    if (count <= 0) return;
    if (args.length > MOST_ARGS) throw new RangeError(`${name} has ${args.length} arguments`);
    const { cells } = this.#board;
    const parts = Math.ceil(count / grain);
    cells[cell.parts] = parts;
    cells[cell.finished] = 0;
    cells[cell.failed] = 0;
    cells[cell.kernel] = this.#names.indexOf(name);
    cells[cell.count] = count;
    cells[cell.grain] = grain;
    cells[cell.argCount] = args.length;
    cells[cell.first] = first;
    cells[cell.scratch] = scratch.pointer;
    cells[cell.scratchBytes] = scratch.bytes;
    this.#board.args.set(args);
    Atomics.store(cells, cell.untaken, parts);
    if (this.size > 1 && parts > 1) {
      Atomics.add(cells, cell.ticket, 1);
      Atomics.notify(cells, cell.ticket);
    }
    workOnTask(this.#board, 0, (index) => this.#kernels[this.#names[index]], this.halt);
    if (isCalledOff(this.halt)) throw new DOMException('called off', 'AbortError');
    this.#awaitOthers(name, parts);
    if (cells[cell.failed]) throw new Fault('worker-failed', { message: name });
  }

  /** What is left is being done by others: milliseconds at most, so it looks before it sleeps. */
  #awaitOthers(name: string, parts: number): void {
    const { cells } = this.#board;
    for (let look = 0; look < 1000; look++) if (Atomics.load(cells, cell.finished) >= parts) return;
    for (;;) {
      const finished = Atomics.load(cells, cell.finished);
      if (finished >= parts) return;
      if (Atomics.wait(cells, cell.finished, finished, DEAD_MS) === 'timed-out') {
        throw new Fault('worker-failed', { message: `${name}: a thread does not answer` });
      }
    }
  }

  /** Ends the threads. */
  dispose(): void {
    for (const member of this.#members) member.terminate();
  }
}

/** Memory of each thread's own. */
export interface Scratch {
  readonly pointer: number;
  readonly bytes: number;
}
const NO_SCRATCH: Scratch = { pointer: 0, bytes: 0 };

/** A team of `size` threads; null where this browser cannot run its kernels. */
export function makeTeam(size: number): Team | null {
  try {
    return new Team(size);
  } catch {
    // no WebAssembly SIMD, or a policy that forbids WebAssembly
    return null;
  }
}

function teamWorker(): Worker {
  return new Worker(new URL('./teamWorker.ts', import.meta.url), { type: 'module', name: 'kernels' });
}
