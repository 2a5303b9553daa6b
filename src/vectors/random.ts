/** Gives numbers in [0, 1), the same sequence for the same seed on every machine. */
export type Random = () => number;

/** SplitMix32: spreads one uint32 seed over the state of a larger generator. Gives uint32 values. */
export function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}

/**
 * A seeded generator: sfc32 (Doty-Humphrey, PractRand), its state filled by SplitMix32 and its first 12
 * outputs dropped, as its author does. `seed` is a uint32; other numbers are taken modulo 2³².
 */
export function seededRandom(seed: number): Random {
  const fill = splitmix32(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const next = () => {
    const sum = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  for (let i = 0; i < 12; i++) next();
  return () => next() / 2 ** 32;
}

/** `count` different integers out of 0 … n − 1, ascending, each subset as likely as any other (Floyd 1987). */
export function sampleRows(n: number, count: number, random: Random): Int32Array<ArrayBuffer> {
  const chosen = new Set<number>();
  for (let top = n - count; top < n; top++) {
    const row = Math.floor(random() * (top + 1));
    chosen.add(chosen.has(row) ? top : row);
  }
  return Int32Array.from(chosen).sort();
}
