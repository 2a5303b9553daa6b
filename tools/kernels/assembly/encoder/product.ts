import { madd } from './floats';

/** Rows that a tile of a product holds, and its columns: 12 sums, which with their factors fill 16 registers. */
export const TILE_ROWS: i32 = 6;
export const TILE_COLUMNS: i32 = 8;

/**
 * Six rows of `a` (`aStride` bytes apart, k numbers) times one panel of a matrix, plus `bias`, into six rows of `c`.
 * A panel is eight columns, row by row: k × 8. Each sum runs over k in order, whichever row of a tile it belongs to, so
 * that a text's numbers do not depend on its company.
 */
function tile(a: usize, aStride: usize, panel: usize, bias: usize, c: usize, cStride: usize, k: i32): void {
  const left = v128.load(bias);
  const right = v128.load(bias, 16);
  let s00 = left, s01 = right, s10 = left, s11 = right, s20 = left, s21 = right;
  let s30 = left, s31 = right, s40 = left, s41 = right, s50 = left, s51 = right;
  const end = panel + (<usize>k << 5);
  const row1 = aStride, row2 = row1 + aStride, row3 = row2 + aStride, row4 = row3 + aStride, row5 = row4 + aStride;
  while (panel < end) {
    const b0 = v128.load(panel);
    const b1 = v128.load(panel, 16);
    let x = v128.load32_splat(a);
    s00 = madd(x, b0, s00);
    s01 = madd(x, b1, s01);
    x = v128.load32_splat(a + row1);
    s10 = madd(x, b0, s10);
    s11 = madd(x, b1, s11);
    x = v128.load32_splat(a + row2);
    s20 = madd(x, b0, s20);
    s21 = madd(x, b1, s21);
    x = v128.load32_splat(a + row3);
    s30 = madd(x, b0, s30);
    s31 = madd(x, b1, s31);
    x = v128.load32_splat(a + row4);
    s40 = madd(x, b0, s40);
    s41 = madd(x, b1, s41);
    x = v128.load32_splat(a + row5);
    s50 = madd(x, b0, s50);
    s51 = madd(x, b1, s51);
    panel += 32;
    a += 4;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  c += cStride;
  v128.store(c, s10);
  v128.store(c, s11, 16);
  c += cStride;
  v128.store(c, s20);
  v128.store(c, s21, 16);
  c += cStride;
  v128.store(c, s30);
  v128.store(c, s31, 16);
  c += cStride;
  v128.store(c, s40);
  v128.store(c, s41, 16);
  c += cStride;
  v128.store(c, s50);
  v128.store(c, s51, 16);
}

/**
 * `rows` rows of `a` times a matrix in panels (k × n, n a multiple of 8) plus a bias of n numbers. Strides in bytes.
 * Works on whole tiles: up to five rows beyond the last are read and written too.
 */
export function product(
  a: usize,
  aStride: usize,
  rows: i32,
  panels: usize,
  bias: usize,
  c: usize,
  cStride: usize,
  k: i32,
  n: i32,
): void {
  const panelBytes = <usize>k << 5;
  for (let column = 0; column < n; column += TILE_COLUMNS) {
    for (let row = 0; row < rows; row += TILE_ROWS) {
      tile(
        a + <usize>row * aStride,
        aStride,
        panels,
        bias,
        c + <usize>row * cStride + (<usize>column << 2),
        cStride,
        k,
      );
    }
    panels += panelBytes;
    bias += 32;
  }
}
