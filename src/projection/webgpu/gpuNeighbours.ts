import type { Metric } from '../../contract/options.ts';
import type { Neighbours } from '../../vectors/nearestLists.ts';
import type { Progress } from '../../vectors/steps.ts';
import { ExactLists } from './exactLists.ts';
import { GpuWork } from './gpuWork.ts';
import { neighbourPasses } from './neighbourPasses.ts';
import type { PassCut } from './passCut.ts';

export interface GpuNeighboursInput {
  /** n × dim, row-major, validated. */
  readonly data: Float32Array;
  readonly dim: number;
  /** At most 200; cut to n − 1. */
  readonly k: number;
  readonly metric: Metric;
}

export interface GpuNeighboursOptions {
  /** Ends the work at once; what the GPU has begun it finishes, some 20 ms on a real one. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** How the work is cut; by default by the vectors' width and the device's limits. */
  readonly cut?: PassCut;
}

/**
 * More candidates than neighbours: float32 sums order rows nearly as the CPU's double ones do, so that the k nearest
 * are nearly always among the k + 16 nearest of the GPU.
 */
const SPARE = 16;
/** The contract's largest nNeighbors, whose lists the GPU merges in 4 kB of a workgroup's memory. */
const MOST_NEIGHBOURS = 200;

/**
 * The exact k nearest neighbours, found on a GPU: the same as `knn` of src/vectors/knn.ts, bit for bit. The GPU
 * compares all pairs in float32 and keeps k + 16 candidates a row; the CPU measures these in double precision and
 * orders them. Where float32 could have missed one (more equal or nearly equal distances than spare candidates), the
 * CPU searches that row itself.
 *
 * Throws RangeError where k > 200, Fault `device-lost`, Fault `out-of-memory` where the GPU cannot hold the vectors, an
 * Error where the GPU is wrong, and the signal's reason.
 */
export async function gpuNeighbours(
  device: GPUDevice,
  { data, dim, k, metric }: GpuNeighboursInput,
  { signal, onProgress = () => {}, cut }: GpuNeighboursOptions = {},
): Promise<Neighbours> {
  if (k > MOST_NEIGHBOURS) throw new RangeError(`at most ${MOST_NEIGHBOURS} neighbours, not ${k}`);
  const found = new ExactLists({ data, dim, metric }, k);
  const { lists, rows } = found;
  if (lists.k === 0) return lists;
  const length = Math.min(lists.k + SPARE, rows.kept.length - 1);
  if (length > 0) {
    const work = new GpuWork(device, signal);
    try {
      for await (const { block, done, total } of neighbourPasses(work, rows, length, cut)) {
        if (block) await found.accept(block, length, signal);
        onProgress({ done, total });
      }
    } finally {
      work.end();
    }
  }
  await found.settle(signal);
  return lists;
}
