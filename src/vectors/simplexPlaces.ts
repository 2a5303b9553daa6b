import type { Random } from './random.ts';

/** The turn from one point of a sunflower spiral to the next: the golden angle. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * n one-hot vectors in two or three dimensions: n × dims coordinates. They are the corners of a simplex, all √2 apart,
 * and no picture can show that. This is a true projection (along unit directions at right angles, the mean taken
 * away), and of all the fairest: no corner is favoured, all lie on one circle or (to about 1 %) one sphere. It
 * keeps dims/(n − 1) of the corners' squared distances from their middle. Which corner goes where is left to chance.
 * n > dims.
 */
export function simplexPlaces(n: number, dims: 2 | 3, random: Random): Float32Array<ArrayBuffer> {
  const columns = orthonormal(dims === 2 ? circle(n) : sphere(n));
  const order = shuffled(n, random);
  const places = new Float32Array(n * dims);
  order.forEach((place, row) => {
    for (let c = 0; c < dims; c++) places[row * dims + c] = columns[c][place];
  });
  return places;
}

function circle(n: number): Float64Array[] {
  const angle = (2 * Math.PI) / n;
  return [Math.cos, Math.sin].map((of) => Float64Array.from({ length: n }, (_, i) => of(i * angle)));
}

/** Evenly spread (Fibonacci lattice). */
function sphere(n: number): Float64Array[] {
  const height = (i: number) => 1 - (2 * i + 1) / n;
  const width = (i: number) => Math.sqrt(1 - height(i) ** 2);
  const each = (of: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => of(i));
  return [
    each((i) => width(i) * Math.cos(i * GOLDEN_ANGLE)),
    each((i) => width(i) * Math.sin(i * GOLDEN_ANGLE)),
    each(height),
  ];
}

/** Columns made of mean 0, of length 1 and at right angles to each other (Gram–Schmidt). */
function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const column of columns) {
    const n = column.length;
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    let rest = column.map((value) => value - mean);
    for (const other of done) {
      const share = rest.reduce((sum, value, i) => sum + value * other[i], 0);
      rest = rest.map((value, i) => value - share * other[i]);
    }
    const length = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0));
    done.push(rest.map((value) => value / length));
  }
  return done;
}

/** 0 … n − 1 in random order (Fisher–Yates). */
function shuffled(n: number, random: Random): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
