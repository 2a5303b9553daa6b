import { rowNorms } from '../../../vectors/normalise.ts';
import { cosineSimilarity } from '../../../vectors/similarity.ts';
import { rowOf } from '../../../vectors/vectorSet.ts';

/** How each of n tokens changes from layer to layer; layers × n each, row-major. */
export interface LayerCourse {
  /** Cosine with the token's state at the first layer given. */
  readonly toTable: Float32Array<ArrayBuffer>;
  /** Cosine with its state one layer before; 1 at the first. */
  readonly toBefore: Float32Array<ArrayBuffer>;
  readonly norms: Float32Array<ArrayBuffer>;
}

/** How far tokens have come: `states` are n × dim a layer, row-major, the bare table first. */
export function layerCourse(states: readonly Float32Array<ArrayBuffer>[], dim: number): LayerCourse {
  const n = (states[0]?.length ?? 0) / dim;
  const toTable = new Float32Array(states.length * n);
  const toBefore = new Float32Array(states.length * n);
  const norms = new Float32Array(states.length * n);
  for (const [layer, data] of states.entries()) {
    norms.set(rowNorms(data, dim), layer * n);
    for (let token = 0; token < n; token++) {
      const state = rowOf(data, dim, token);
      toTable[layer * n + token] = cosineSimilarity(state, rowOf(states[0], dim, token));
      toBefore[layer * n + token] =
        layer === 0 ? 1 : cosineSimilarity(state, rowOf(states[layer - 1], dim, token));
    }
  }
  return { toTable, toBefore, norms };
}
