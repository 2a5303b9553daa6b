import type { Halt } from '../vectors/kernels/task.ts';
import { makeTeam, type Team } from '../vectors/kernels/team.ts';

/** Below so many points a map is made before more threads have started. */
const LEAST_FOR_THREADS = 1500;
/** More threads than this wait for memory and for each other. */
const MOST_THREADS = 16;
/** Memory of a team never shrinks: one that holds more is not kept for the next map. */
const MOST_KEPT_BYTES = 96 * 2 ** 20;

/** The team of a worker, from one projection to the next. */
export class Crew {
  #team: Team | null = null;
  #asked = 0;

  /** The team for n points, which ends its work where `halt` is set; null where this browser cannot run its kernels. */
  teamFor(n: number, threads: number | undefined, halt: Halt | null = null): Team | null {
    const team = this.#teamOf(n, threads);
    if (team) team.halt = halt;
    return team;
  }

  #teamOf(n: number, threads: number | undefined): Team | null {
    const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
    const size = n < LEAST_FOR_THREADS ? 1 : Math.max(1, Math.min(threads ?? cores, MOST_THREADS));
    if (this.#team && this.#asked === size) return this.#team;
    this.#team?.dispose();
    this.#asked = size;
    this.#team = makeTeam(size);
    return this.#team;
  }

  /** To be called when a projection has ended, well or not. */
  rest(failed: boolean): void {
    const held = this.#team?.arena.memory.buffer.byteLength ?? 0;
    if (!failed && held <= MOST_KEPT_BYTES) return;
    this.#team?.dispose();
    this.#team = null;
  }
}
