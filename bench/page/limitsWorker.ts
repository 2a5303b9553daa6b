import { serve } from '../../src/workers/rpc.ts';
import { BYTES_A_ROUND, FLOPS_A_ROUND, limitKernels, MACS_A_ROUND } from './limitKernels.ts';

/** What a thread can do at best, a second. */
export interface Limits {
  /** Float32 multiplications and additions in SIMD. */
  readonly flops: number;
  /** Multiplications of int16 numbers, added up to int32 in SIMD. */
  readonly macs: number;
  /** Bytes read one after another, of a memory that no cache holds. */
  readonly bytes: number;
  /** Reads of 8 bytes at random places of that memory, none waiting for the one before. */
  readonly randomReads: number;
}

export interface LimitMethods {
  measure: { params: { ms: number }; result: Limits; progress: never };
}

/** More than the caches of any machine this runs on. */
const BYTES = 256 * 2 ** 20;

serve<LimitMethods>(self as DedicatedWorkerGlobalScope, {
  measure({ ms }) {
    const kernels = limitKernels(BYTES);
    new Uint8Array(kernels.memory.buffer).fill(1);
    const places = new Float64Array(kernels.memory.buffer);
    const rounds = 1 << 20;
    return {
      flops: FLOPS_A_ROUND * rounds * perSecond(ms, () => kernels.compute(rounds)),
      macs: MACS_A_ROUND * rounds * perSecond(ms, () => kernels.multiply(rounds)),
      bytes: BYTES * perSecond(ms, () => kernels.read(BYTES / BYTES_A_ROUND)),
      randomReads: rounds * perSecond(ms, () => readAtRandom(places, rounds)),
    };
  },
});

/** Calls of `act` a second, the first one (compiling, touching the memory) not counted. */
function perSecond(ms: number, act: () => number): number {
  act();
  const start = performance.now();
  let calls = 0;
  let now = start;
  for (; now - start < ms; calls++) {
    act();
    now = performance.now();
  }
  return (calls * 1000) / (now - start);
}

/** The places come from a linear congruential generator (Numerical Recipes), which costs next to nothing. */
function readAtRandom(places: Float64Array, count: number): number {
  const mask = places.length - 1;
  let at = 1;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) | 0;
    sum += places[(at >>> 5) & mask];
  }
  return sum;
}
