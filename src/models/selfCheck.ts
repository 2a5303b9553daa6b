import type { EmbeddingModel } from './embeddingModel.ts';

/**
 * Below this cosine a device computes something else than the model. Sound devices give 0.9999 and more (WASM and
 * WebGPU measured alike at 1.000000), half precision 0.9997.
 */
export const leastCosine = 0.999;

/** The least cosine between the card's reference vectors and what the model gives for their texts now. */
export async function selfCheck(model: EmbeddingModel): Promise<number> {
  const { probe, dim } = model.card;
  const { data } = await model.embedTexts(probe.map(({ text }) => text));
  return Math.min(
    ...probe.map(({ vector }, row) => cosine(vector, data.subarray(row * dim, (row + 1) * dim))),
  );
}

/** Cosine of two vectors in double precision; −1 where they cannot be compared. */
function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return -1;
  let [dot, aa, bb] = [0, 0, 0];
  for (let d = 0; d < a.length; d++) {
    dot += a[d] * b[d];
    aa += a[d] * a[d];
    bb += b[d] * b[d];
  }
  const value = dot / Math.sqrt(aa * bb);
  return Number.isFinite(value) ? value : -1;
}
