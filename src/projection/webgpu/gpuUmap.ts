import type { UmapInput } from '../umap.ts';
import { GpuWork } from './gpuWork.ts';
import { SubmitSize } from './submitSize.ts';
import { MOST_DISPATCHES, umapBuffers } from './umapBuffers.ts';

/** A few epochs of UMAP on a GPU. */
export interface GpuUmapStep {
  readonly done: number;
  readonly total: number;
  /** Reads back the coordinates of this moment, n × dims; to be called before the next step is asked for. */
  readonly snapshot: () => Promise<Float32Array<ArrayBuffer>>;
}

/**
 * UMAP's optimiser (McInnes, Healy & Melville 2018; umap-learn 0.5's schedule and constants) on a GPU: the same input
 * and the same meaning as `umapSteps`. Yields every few epochs, about 20 ms, and returns the coordinates, n × dims;
 * asking for no further step is a pause, returning early a stop. The same device and seed give the same coordinates, bit
 * for bit; another GPU may round `pow` otherwise.
 *
 * Throws Fault `device-lost`, Fault `out-of-memory`, and the signal's reason.
 */
export async function* gpuUmapSteps(
  device: GPUDevice,
  input: UmapInput,
  signal?: AbortSignal,
): AsyncGenerator<GpuUmapStep, Float32Array<ArrayBuffer>, void> {
  const total = input.nEpochs;
  const work = new GpuWork(device, signal);
  try {
    const buffers = await umapBuffers(work, input);
    const perEpoch = buffers.blocks;
    const size = new SubmitSize(MOST_DISPATCHES);
    const all = total * perEpoch;
    for (let done = 0; done < all; ) {
      const left = perEpoch - (done % perEpoch);
      let count = Math.min(size.pieces, all - done);
      // to the end of an epoch where one fits: the map is whole then, and can be shown
      if (count > left) count -= (count - left) % perEpoch;
      const before = performance.now();
      buffers.submit(done, count);
      await work.settled();
      size.took(count, performance.now() - before);
      done += count;
      if (done % perEpoch > 0) continue;
      const epochs = done / perEpoch;
      yield { done: epochs, total, snapshot: () => buffers.read(epochs) };
    }
    return await buffers.read(total);
  } finally {
    work.end();
  }
}
