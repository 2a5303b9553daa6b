import type { FuzzyGraph } from './fuzzyGraph.ts';

/**
 * Two graphs of the same n things as one of 2n points, the right thing i being point n + i, with an edge of strength
 * `tie` (0 … 1) between each thing's two points: so they are laid out together. Symmetric, by row and then column.
 * Throws RangeError where the graphs differ in points.
 */
export function jointGraph(left: FuzzyGraph, right: FuzzyGraph, tie: number): FuzzyGraph {
  const { n } = left;
  if (n !== right.n) throw new RangeError('a joint graph needs the same points twice');
  const edges = left.values.length + right.values.length + 2 * n;
  const rows = new Int32Array(edges);
  const columns = new Int32Array(edges);
  const values = new Float64Array(edges);
  let at = 0;
  const add = (row: number, column: number, value: number) => {
    rows[at] = row;
    columns[at] = column;
    values[at++] = value;
  };
  let edge = 0;
  for (let point = 0; point < n; point++) {
    for (; left.rows[edge] === point; edge++) add(point, left.columns[edge], left.values[edge]);
    add(point, n + point, tie);
  }
  edge = 0;
  for (let point = 0; point < n; point++) {
    add(n + point, point, tie);
    for (; right.rows[edge] === point; edge++) add(n + point, n + right.columns[edge], right.values[edge]);
  }
  return { n: 2 * n, rows, columns, values };
}
