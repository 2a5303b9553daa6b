import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { type Exported, ended, expect, exportJson, open, ready, test } from './support/app.ts';

test.describe.configure({ timeout: 240_000 });

interface ScoreMeasure {
  value: number;
  low: number | null;
  high: number | null;
  n: number;
  coverage: number | null;
}
interface ScorecardResult {
  language: string;
  seed: number;
  date: string | null;
  rows: {
    id: string;
    kind: string;
    model: string;
    model2?: string;
    device: string;
    layer: string | number | null;
    metrics: Record<string, ScoreMeasure | null>;
  }[];
}
const resultOf = (json: Exported) => json.result as unknown as ScorecardResult;

const cells = (page: Page) => page.getByTestId('score-table').locator('td[data-value]');
const progress = async (page: Page) =>
  Number(await page.getByTestId('score-progress').getAttribute('data-done'));
const rowIds = (page: Page) =>
  page
    .getByTestId('score-table')
    .locator('tbody tr[data-row]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.row ?? ''));

/** Measures until so many numbers are there, then stops. */
async function measure(page: Page, count: number): Promise<void> {
  await page.getByTestId('run').click();
  await expect
    .poll(() => progress(page), { timeout: 120_000, intervals: [100] })
    .toBeGreaterThanOrEqual(count);
  await page.getByTestId('stop').click();
  await ready(page);
}

async function csv(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('export-csv').click(),
  ]);
  expect(download.suggestedFilename()).toBe('scorecard-en.csv');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.endsWith('\r\n')).toBe(true);
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}

test('opening the scorecard measures and fetches nothing, and shows no number', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (/vectors\.bin|model\.onnx|\.wasm/.test(request.url())) fetched.push(request.url());
  });
  await open(page, '/?view=scorecard&lang=en');
  await expect(page.getByTestId('score-table').locator('tbody tr[data-row]')).toHaveCount(8);
  await page.waitForTimeout(1500);
  expect(await cells(page).count()).toBe(0);
  expect(await progress(page)).toBe(0);
  expect(fetched).toEqual([]);
  await expect(page.getByTestId('run')).toBeEnabled();
  await expect(page.getByTestId('pause')).toBeDisabled();
  await expect(page.getByTestId('stop')).toBeDisabled();
  // what will be fetched is said before
  await expect(page.getByText(/Fetched first.*GloVe \(English\).*MB/)).toBeVisible();

  // the language model is measured only when asked for, and its cost is said before
  const choice = page.getByTestId('with-language-model');
  await expect(choice).not.toBeChecked();
  await expect(page.getByText(/SmolLM2.*MB and about \d+ minutes/)).toBeVisible();
  const total = async () => Number(await page.getByTestId('score-progress').getAttribute('data-total'));
  const without = await total();
  await choice.check();
  expect(await rowIds(page)).toContain('smollm2-135m/15/mean');
  expect(await total()).toBe(without + 9 * 12);
  await choice.uncheck();
  expect(await rowIds(page)).not.toContain('smollm2-135m/15/mean');
  expect(fetched).toEqual([]);

  // a kind of rows can be left out of table and chart, but never the last one
  const kinds = page.getByRole('group', { name: 'Rows shown' }).getByRole('checkbox');
  await kinds.first().uncheck();
  expect(await rowIds(page)).not.toContain('glove-6b-50d');
  for (const kind of (await kinds.all()).slice(1, -1)) await kind.uncheck();
  await expect(kinds.last()).toBeDisabled();
  expect(await rowIds(page)).toEqual(['bm25-en']);
  for (const kind of (await kinds.all()).slice(0, -1)) await kind.check();
  const json = await exportJson(page);
  expect(json).toMatchObject({ view: 'scorecard', format: 'embedding-explorer@1', points: [] });
  expect(resultOf(json).rows.flatMap(({ metrics }) => Object.values(metrics).filter(Boolean))).toEqual([]);
});

test('a run can be paused, stopped and taken up again; what is measured stays, also after a reload', async ({
  page,
}) => {
  await open(page, '/?view=scorecard&lang=en&device=wasm');
  await page.getByTestId('run').click();
  await expect(page.getByTestId('status')).toHaveAttribute('data-state', 'loading');
  await expect(page.getByTestId('score-now')).toBeVisible();
  await expect.poll(() => progress(page), { timeout: 120_000, intervals: [50] }).toBeGreaterThanOrEqual(1);
  await page.getByTestId('pause').click();
  await expect(page.getByTestId('pause')).toHaveText(/Go on/);
  // at most the number that was under way is still written down
  await page.waitForTimeout(1000);
  const paused = await progress(page);
  await page.waitForTimeout(2000);
  expect(await progress(page)).toBe(paused);
  await page.getByTestId('pause').click();
  await expect
    .poll(() => progress(page), { timeout: 120_000, intervals: [50] })
    .toBeGreaterThanOrEqual(paused + 1);
  await page.getByTestId('stop').click();
  await ready(page);
  const stopped = await progress(page);
  const before = resultOf(await exportJson(page)).rows;
  await expect(page.getByTestId('run')).toHaveText(/Measure the rest/);

  await page.reload();
  await ready(page);
  expect(await progress(page)).toBe(stopped);
  expect(resultOf(await exportJson(page)).rows).toEqual(before);

  await measure(page, stopped + 1);
  const after = resultOf(await exportJson(page)).rows;
  for (const [index, { metrics }] of before.entries()) expect(after[index].metrics).toMatchObject(metrics);
});

test('the first numbers: intervals hold their values, both exports say what the table shows, columns sort', async ({
  page,
}) => {
  await open(page, '/?view=scorecard&lang=en&device=wasm');
  await measure(page, 5);
  const json = await exportJson(page);
  expect(json).toMatchObject({
    view: 'scorecard',
    lang: 'en',
    model: 'all-minilm-l6-v2',
    model2: 'glove-6b-50d',
    dim: 384,
    data: 'evaluation-en+words-en+contexts-en',
  });
  const { rows, language, date } = resultOf(json);
  expect(language).toBe('en');
  expect(Date.parse(date ?? '')).toBeGreaterThan(Date.now() - 600_000);
  const glove = rows.find(({ id }) => id === 'glove-6b-50d');
  expect(glove).toMatchObject({ kind: 'static', model: 'glove-6b-50d', device: 'none' });
  const measured = Object.entries(glove?.metrics ?? {}).flatMap(([name, one]) =>
    one ? [{ name, ...one }] : [],
  );
  expect(measured.length).toBeGreaterThanOrEqual(4);
  for (const { name, value, low, high, coverage } of measured) {
    if (low !== null && high !== null) {
      expect(low, name).toBeLessThanOrEqual(value);
      expect(high, name).toBeGreaterThanOrEqual(value);
      // a word has one vector in all its sentences: no word's senses are found, whichever words are drawn
      if (name === 'senses') expect([value, low, high]).toEqual([0, 0, 0]);
      else expect(high - low, name).toBeGreaterThan(0);
    }
    if (coverage !== null) expect(coverage, name).toBeLessThanOrEqual(1);
  }
  // GloVe 6B 50d reaches about 0.5 to 0.6 on published word similarity sets: between chance and a good model
  expect(glove?.metrics.words?.value).toBeGreaterThan(0.3);
  expect(glove?.metrics.words?.low).toBeGreaterThan(0.1);

  // the table shows the same numbers
  for (const { name, value } of measured) {
    const cell = page.locator(`tr[data-row="glove-6b-50d"] td[data-metric="${name}"]`);
    await expect(cell).toHaveAttribute('data-value', String(value));
  }
  await expect(page.locator('tr[data-row="bm25-en"] td[data-metric="words"]')).toContainText('n/a');

  // and so does the CSV
  const [head, ...lines] = await csv(page);
  const line = lines.find(([id]) => id === 'glove-6b-50d') ?? [];
  expect(lines.every((cells) => cells.length === head.length)).toBe(true);
  for (const { name, value, low } of measured) {
    expect(line[head.indexOf(name)]).toBe(String(value));
    expect(line[head.indexOf(`${name}_low`)]).toBe(low === null ? '' : String(low));
  }

  // a column sorts: the good end first, then the other, then as it was
  const order = await rowIds(page);
  const column = page.getByRole('columnheader', { name: 'Word similarity' });
  await column.getByRole('button').click();
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  expect((await rowIds(page))[0]).toBe('glove-6b-50d');
  await column.getByRole('button').click();
  await expect(column).toHaveAttribute('aria-sort', 'ascending');
  await column.getByRole('button').click();
  expect(await rowIds(page)).toEqual(order);

  // forgotten is forgotten
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByTestId('clear').click();
  expect(await cells(page).count()).toBe(0);
});

test('the guide: a screen a question, the answers in the link, no number before one is measured', async ({
  page,
}) => {
  await open(page, '/?view=guide&lang=en');
  for (const answer of ['words', 'senses', 'en', 'laptop']) {
    await page.locator(`[data-answer=${answer}]`).click();
    await ready(page);
  }
  expect(new URL(page.url()).searchParams.get('answers')).toBe('words~senses~en~laptop');
  const advice = page.getByTestId('advice');
  await expect(advice).toHaveAttribute('data-row', 'all-minilm-l6-v2');
  await expect(advice).toHaveAttribute('data-by', 'kind');
  await expect(advice).toContainText('one vector a word');
  await expect(page.getByTestId('not-measured')).toContainText('no number');
  await expect(page.getByTestId('advice-facts')).toHaveCount(0);
  await expect(advice.locator('.measure')).toHaveCount(0);

  // the link leads to the same answer
  await page.reload();
  await ready(page);
  await expect(advice).toHaveAttribute('data-row', 'all-minilm-l6-v2');

  // Back goes back a question, and so does the trail
  await page.goBack();
  await expect(page.getByTestId('guide-question')).toHaveAttribute('data-question', 'device');
  await page.locator('[data-trail=need]').click();
  await expect(page.getByTestId('guide-question')).toHaveAttribute('data-question', 'need');
  await page.locator('[data-answer=generation]').click();
  await expect(advice).toContainText('large language model');
  await expect(page.getByTestId('not-measured')).toHaveCount(0);

  // from an answer without a number to where it is measured; nothing starts by that
  await page.goto('/?view=guide&lang=en&answers=documents~retrieval~zh~laptop');
  await ready(page);
  await expect(page.getByTestId('two-stage')).toBeVisible();
  await expect(page.getByTestId('two-stage-gain')).toHaveCount(0);
  await page.getByRole('button', { name: 'Measure it here' }).click();
  await ready(page);
  await expect(page.getByTestId('run')).toBeEnabled();
  expect(new URL(page.url()).searchParams.get('score')).toBe('zh');
  expect(await rowIds(page)).toContain('bge-small-zh-v1.5');
});

test('the guide: for both languages one model that reads both, and why the language model is none of them', async ({
  page,
}) => {
  await open(page, '/?view=guide&lang=en&answers=sentences~similarity~both~laptop');
  await expect(page.getByTestId('one-space')).toHaveAttribute('data-model', 'multilingual-e5-small');
  await expect(page.getByTestId('one-space').locator('.measure')).toHaveCount(0);
  await expect(page.getByTestId('advice')).toHaveCount(2);
  await expect(page.getByTestId('language-model-note')).toContainText('trained to guess the next word');
  await open(page, '/?view=guide&lang=zh&answers=sentences~similarity~zh~laptop');
  await expect(page.getByTestId('one-space')).toHaveCount(0);
  await expect(page.getByTestId('language-model-note')).toHaveCount(0);
});

test('an answer that the guide does not have is refused in a sentence', async ({ page }) => {
  await page.goto('/?view=guide&lang=en&answers=words~fly');
  expect(await ended(page)).toBe('ready');
  await expect(page.getByTestId('message')).toContainText('answers=words~fly');
  await expect(page.getByTestId('guide-question')).toHaveAttribute('data-question', 'have');
});

test('the guided path goes from view to view, and ticks what the person has done', async ({ page }) => {
  await open(page, '/?view=scorecard&lang=en&device=wasm&step=3');
  const path = page.locator('.guided-path');
  await expect(path).toContainText('Ask the guide');
  await page.getByRole('button', { name: 'Open the guide' }).click();
  await ready(page);
  for (const answer of ['sentences', 'generation']) await page.locator(`[data-answer=${answer}]`).click();
  await expect(path.locator('.guided-tick')).toContainText('Done');
  // the path stays with the person when the rail is used
  await page.getByRole('button', { name: 'Scorecard', exact: true }).click();
  await ready(page);
  await expect(path).toBeVisible();
  await path.getByRole('button', { name: /^5\./ }).click();
  await page.getByRole('columnheader', { name: 'Word senses' }).getByRole('button').click();
  await expect(path.getByRole('button', { name: /^5\..*Done/ })).toBeVisible();
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const [theme, lang, width] of [
  ['dark', 'en', 1280],
  ['light', 'zh', 390],
] as const) {
  test(`axe-core finds nothing in scorecard and guide: ${theme}, ${lang}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const query of [
      'view=scorecard&step=1',
      'view=guide',
      'view=guide&answers=documents~retrieval~both~laptop',
      'view=guide&answers=items~generation&step=3',
    ]) {
      await open(page, `/?${query}&lang=${lang}&theme=${theme}`);
      for (const fold of await page.locator('summary').all()) await fold.click();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)),
        query,
      ).toEqual([]);
      // nothing but the table's own box scrolls sideways
      const wide = await page
        .locator('.chooser-page')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(wide).toBe(0);
    }
  });
}
