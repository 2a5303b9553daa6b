import type { Random } from './random.ts';

/**
 * n × dim, row-major: rows of length 1 in random directions, none likelier than another: normal numbers
 * (Marsaglia's polar method, 1964), scaled. Between two such rows the cosine has mean 0 and standard deviation
 * 1/√dim exactly (its square has mean 1/dim).
 */
export function randomUnitRows(n: number, dim: number, random: Random): Float32Array<ArrayBuffer> {
  const data = new Float32Array(n * dim);
  for (let from = 0; from < data.length; from += dim) {
    const row = Float64Array.from({ length: dim }, () => normal(random));
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    for (let d = 0; d < dim; d++) data[from + d] = row[d] / length;
  }
  return data;
}

/** A number of mean 0 and standard deviation 1. */
function normal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
