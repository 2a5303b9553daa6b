import type { FutureAnswer } from '../src/pipeline/llm/future/futureAnswer.ts';
import { expect, exportImage, exportJson, exportVectors, ready, test } from './support/app.ts';

// 240 beginnings through the language model take one to three minutes on two quiet cores
const READING = 900_000;
test.describe.configure({ timeout: READING + 120_000 });

const OWN = [
  'The old clock on the wall struck twelve, for the first',
  'He sat down on one side of the table and she on the',
];

/** For each row the share of its k nearest by cosine that have its label, averaged: written again, by sorting. */
function agreement(data: Float32Array, dim: number, labels: readonly string[], k: number): number {
  const unit = labels.map((_, row) => {
    const vector = Array.from(data.subarray(row * dim, (row + 1) * dim));
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
  const shares = unit.map((vector, row) => {
    const near = unit
      .map((other, at) => ({ at, cosine: other.reduce((sum, value, d) => sum + value * vector[d], 0) }))
      .filter(({ at }) => at !== row)
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, k);
    return near.filter(({ at }) => labels[at] === labels[row]).length / k;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

test('many beginnings: two maps, numbers that the exported vectors bear out, and one’s own', async ({
  page,
}) => {
  await page.goto(
    `/?view=llm&face=future&lang=en&device=wasm&dims=2#sentences=${encodeURIComponent(OWN.join('\n'))}`,
  );
  await ready(page, READING);
  for (const side of ['language', 'sentence']) {
    const pane = page.locator(`.future-pane[data-side=${side}]`);
    await expect(pane.locator('canvas')).toBeVisible();
    expect(Number(await pane.getAttribute('data-points'))).toBeGreaterThanOrEqual(240 + OWN.length);
  }

  const json = await exportJson(page);
  const answer = json.result as unknown as FutureAnswer;
  const { beginnings, bundled, k, language, sentence, other } = answer;
  expect(bundled).toBeGreaterThanOrEqual(240);
  expect(beginnings.slice(bundled).map(({ text }) => text)).toEqual(OWN);
  expect(json.points.map(({ text }) => text)).toEqual(beginnings.map(({ text }) => text));
  expect(Array.from(other.coordinates).length).toBe(2 * beginnings.length);
  for (const { top } of beginnings) {
    expect(top.length).toBe(3);
    expect(top[0].score).toBeGreaterThanOrEqual(top[1].score);
  }

  // the numbers of the last layer, from its exported vectors
  const { shape, data } = await exportVectors(page);
  expect(shape).toEqual([beginnings.length, 576]);
  const last = language.layers[30];
  for (const label of ['next', 'says'] as const) {
    const labels = beginnings.slice(0, bundled).map((beginning) => beginning[label]);
    expect(Math.abs(agreement(data, 576, labels, k) - last[label].value)).toBeLessThan(1e-3);
    expect(last[label].low).toBeLessThan(last[label].value);
    expect(last[label].high).toBeGreaterThan(last[label].value);
    expect(Math.abs(last[label].chance - (label === 'next' ? 23 : 9) / 239)).toBeLessThan(0.01);
  }
  // the claim, with its baseline: the last word alone is beaten, and the sentence model goes by the topic
  const end = sentence.layers[sentence.layers.length - 1];
  expect(last.next.low).toBeGreaterThan(language.layers[0].next.high);
  expect(last.next.low).toBeGreaterThan(end.next.high);
  expect(end.says.low).toBeGreaterThan(last.says.high);
  const shown = page.getByTestId('future-agreement').locator('tr[data-label=next] td[data-side=language]');
  expect(Number(await shown.getAttribute('data-value'))).toBe(last.next.value);

  // another layer is another map of the same reading
  const run = Number(await page.getByTestId('status').getAttribute('data-run'));
  await page.getByTestId('layer-slider').fill('0');
  await expect
    .poll(async () => Number(await page.getByTestId('status').getAttribute('data-run')))
    .toBe(run + 1);
  await ready(page);
  expect(page.url()).toContain('layer=0');
  const first = await exportVectors(page);
  // ends in the same token, so at layer 0 it is the same vector
  const same = beginnings.flatMap(({ text }, row) => (/ the$/.test(text) ? [row] : []));
  const rowOf = (row: number) => Array.from(first.data.subarray(row * 576, (row + 1) * 576));
  expect(rowOf(same[0])).toEqual(rowOf(same[1]));

  // one's own, in the table and looked at
  await page.getByRole('radio', { name: 'As a table' }).check({ force: true });
  const table = page.getByRole('region', { name: 'All beginnings' });
  await table.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await table.getByRole('button', { name: OWN[0] }).click();
  const inspector = page.getByTestId('inspector');
  await expect(inspector).toContainText(OWN[0]);
  await expect(inspector.getByTestId('next-tokens').locator('li')).toHaveCount(3);
  for (const list of ['neighbours', 'neighbours2']) {
    await expect(inspector.getByTestId(list).locator('li')).toHaveCount(9);
  }

  // both colourings
  await page.getByRole('radio', { name: 'As a picture' }).check({ force: true });
  const legend = page.getByTestId('future-legend').locator('li');
  expect(await legend.count()).toBeLessThanOrEqual(13);
  const before = await exportImage(page);
  await page.getByRole('radio', { name: 'what was said' }).check({ force: true });
  await expect(legend).toHaveCount(25);
  expect(page.url()).toContain('colour=given');
  await ready(page);
  expect(Buffer.compare(before, await exportImage(page))).not.toBe(0);
});
