/** A line from a token to one that it looks at. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** With no token pointed at, smaller shares are not drawn: at most ten of a token's shares reach this one. */
export const LEAST_SHARE = 0.1;
/** Of one token, what would be thinner than a hair. */
const LEAST_OF_ONE = 0.005;

/** The lines that are drawn of `matrix` (n × n, row-major): those of one token, or of all where it is null. */
export function linesOf(matrix: Float32Array, n: number, token: number | null): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < n; from++) {
    if (token !== null && from !== token) continue;
    for (let to = 0; to < n; to++) {
      const share = matrix[from * n + to];
      if (share >= (token === null ? LEAST_SHARE : LEAST_OF_ONE)) lines.push({ from, to, share });
    }
  }
  return lines;
}
