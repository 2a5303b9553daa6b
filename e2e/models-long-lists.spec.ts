import type { Page } from '@playwright/test';
import { expect, patchWorker, test } from './support/models.ts';
import { cosine } from './support/modelsNpy.ts';

const minilm = 'all-minilm-l6-v2';
/** The six layers of all-minilm-l6-v2 in float32. */
const weights = 6 * 12 * 384 * 384 * 4;

/** A list long enough for kernels and the same texts a few at a time, which the runtime does; and what both cost. */
async function bothWays(page: Page) {
  return page.evaluate(async (id) => {
    const model = await window.harness.loadModel(id, { device: 'wasm' });
    const texts = Array.from(
      { length: 260 },
      (_, n) => `The bank ${'by the old river '.repeat(n % 7)}has number ${n}.`,
    );
    const rowsOf = ({ data, dim }: { data: Float32Array; dim: number }) =>
      Array.from({ length: data.length / dim }, (_, row) => [...data.subarray(row * dim, (row + 1) * dim)]);
    const tokens = (await model.tokenize(texts)).reduce((sum, list) => sum + list.length, 0);
    const few = [];
    for (let from = 0; from < texts.length; from += 20) {
      few.push(...rowsOf(await model.embedTexts(texts.slice(from, from + 20))));
    }
    const before = await model.memory();
    const progress: number[] = [];
    const long = rowsOf(await model.embedTexts(texts, { onProgress: (done) => progress.push(done) }));
    const after = await model.memory();
    const again = rowsOf(await model.embedTexts([...texts].reverse())).reverse();
    const same = JSON.stringify(again) === JSON.stringify(long);
    // every length of text, and not so many numbers that sending them takes longer than making them
    const some = (rows: number[][]) => rows.slice(0, 28);
    const { report } = model;
    return { tokens, few: some(few), long: some(long), same, grown: after - before, progress, report };
  }, minilm);
}

test('a long list runs on kernels: the same vectors as the runtime gives, whatever the order', async ({
  open,
}) => {
  const { tokens, few, long, same, grown, progress, report } = await bothWays(await open());
  expect(tokens).toBeGreaterThan(2048);
  expect(report).toMatchObject({ device: 'wasm', reason: 'asked' });
  expect(grown).toBeGreaterThan(weights);
  expect(same).toBe(true);
  for (const [row, vector] of long.entries()) expect(cosine(vector, few[row])).toBeGreaterThan(0.999999);
  expect(progress.length).toBeGreaterThan(8);
  expect(progress[progress.length - 1]).toBe(260);
  expect([...progress].sort((a, b) => a - b)).toEqual(progress);
});

test('a browser without relaxed SIMD: the runtime does long lists too', async ({ open }) => {
  const code = `WebAssembly.Module = function () { throw new WebAssembly.CompileError('unknown opcode'); };`;
  const { few, long, grown } = await bothWays(await open({ before: (page) => patchWorker(page, code) }));
  expect(grown).toBeLessThan(weights);
  for (const [row, vector] of long.entries()) expect(cosine(vector, few[row])).toBeGreaterThan(0.999999);
});

test('without threads the kernels give the same bits', async ({ open }) => {
  const alone = `Object.defineProperty(self, 'crossOriginIsolated', { value: false });`;
  const one = await bothWays(await open({ before: (page) => patchWorker(page, alone) }));
  expect(one.report.threads).toBe(1);
  expect(one.grown).toBeGreaterThan(weights);
  const many = await bothWays(await open());
  expect(many.report.threads).toBeGreaterThan(1);
  expect(one.long).toEqual(many.long);
});
