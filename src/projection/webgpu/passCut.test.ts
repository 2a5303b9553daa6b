import { expect, test } from 'vitest';
import { passCut } from './passCut.ts';

/** The least that WebGPU promises. */
const limits = { maxBufferSize: 2 ** 28, maxStorageBufferBindingSize: 2 ** 27 };

test('columns divide rows, rows divide chunks, and chunks fit a binding', () => {
  for (const width of [4, 52, 384, 768, 4096, 65536]) {
    const { rows, columns, chunkRows } = passCut(width, limits);
    expect(rows % columns).toBe(0);
    expect(columns % 64).toBe(0);
    expect(chunkRows % rows).toBe(0);
    expect(chunkRows * width * 4).toBeLessThanOrEqual(2 ** 26);
    const tight = passCut(width, { ...limits, maxStorageBufferBindingSize: 2 ** 25 });
    expect(tight.chunkRows * width * 4).toBeLessThanOrEqual(2 ** 25);
    expect(rows * columns * width).toBeLessThanOrEqual(2 ** 30);
  }
});

test('a pass of usual width fills a large GPU', () => {
  expect(passCut(384, limits)).toEqual({ rows: 2048, columns: 1024, chunkRows: 43008 });
});
