/** What a row of logits says of the next token. */
export interface Distribution {
  /** Of the whole distribution at temperature 1, in bits. */
  readonly entropy: number;
  /** The tokens with the highest logits, best first, equal logits by id. */
  readonly ids: readonly number[];
  readonly logits: readonly number[];
  /** Their probabilities at the temperature asked for. */
  readonly scores: readonly number[];
}

/**
 * The `k` likeliest tokens of one row of logits, and how undecided the whole row is, in double precision by the
 * log-sum-exp about the maximum. Temperature divides the logits; 0 gives the best token (of equals the first) the
 * probability 1. Throws a RangeError for a temperature below 0 or one that is no number.
 */
export function readLogits(logits: Float32Array, k: number, temperature: number): Distribution {
  if (!(temperature >= 0 && Number.isFinite(temperature))) throw new RangeError(`temperature ${temperature}`);
  const ids = highest(logits, k);
  let most = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < logits.length; id++) if (logits[id] > most) most = logits[id];
  let sum = 0;
  let weighted = 0;
  let tempered = 0;
  for (let id = 0; id < logits.length; id++) {
    const below = logits[id] - most;
    const share = Math.exp(below);
    sum += share;
    weighted += share * below;
    if (temperature > 0) tempered += Math.exp(below / temperature);
  }
  const entropy = Math.max(0, (Math.log(sum) - weighted / sum) / Math.LN2);
  const score = (id: number, place: number): number => {
    if (temperature === 0) return place === 0 ? 1 : 0;
    return Math.exp((logits[id] - most) / temperature) / tempered;
  };
  return { entropy, ids, logits: ids.map((id) => logits[id]), scores: ids.map(score) };
}

/** The places of the `k` highest numbers, best first, without sorting them all. */
function highest(values: Float32Array, k: number): number[] {
  const wanted = Math.min(Math.max(0, Math.floor(k)), values.length);
  const ids: number[] = [];
  for (let id = 0; id < values.length && wanted > 0; id++) {
    if (ids.length === wanted && values[id] <= values[ids[wanted - 1]]) continue;
    ids.splice(placeFor(values, ids, values[id]), 0, id);
    if (ids.length > wanted) ids.pop();
  }
  return ids;
}

/** Where a number belongs among places in falling order: behind its equals. */
function placeFor(values: Float32Array, ids: readonly number[], value: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[ids[middle]] >= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
