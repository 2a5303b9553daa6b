/** Copying so many bytes takes a few milliseconds. */
const SLICE = 8 * 2 ** 20;

/**
 * A copy of `data` in memory that is shared with workers, so that posting it costs nothing; made in slices, between which the page can do
 * other things. The data itself where the page may not share memory.
 */
export async function sharedRows(data: Float32Array, signal?: AbortSignal): Promise<Float32Array> {
  if (globalThis.crossOriginIsolated !== true) return data;
  const shared = new Float32Array(new SharedArrayBuffer(data.byteLength));
  const step = SLICE / Float32Array.BYTES_PER_ELEMENT;
  for (let from = 0; from < data.length; from += step) {
    shared.set(data.subarray(from, from + step), from);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  return shared;
}
