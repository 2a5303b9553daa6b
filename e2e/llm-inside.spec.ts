import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ended, expect, exportVectors, open, ready, test } from './support/app.ts';

// models are loaded anew for each page, on a machine that may be busy
test.describe.configure({ timeout: 300_000 });

const inside = (query: string, text?: string) =>
  `/?view=llm&face=inside&device=wasm&${query}${text === undefined ? '' : `#texts=${encodeURIComponent(text)}`}`;

interface TableEntry {
  id: number;
  text: string;
  score: number;
}

/** What face inside exports. */
interface Inside {
  tokens: { id: number; text: string; kind: string; start: number; end: number }[];
  truncated: boolean;
  layers: (string | number)[];
  toTable: number[];
  toBefore: number[];
  norms: number[];
  heads: number;
  attention: number[][];
  rollout: number[][];
  causal: boolean;
  nearest: { at: number; layers: TableEntry[][] } | null;
}

async function exported(
  page: Page,
): Promise<{ model: string; layer: unknown; points: unknown[]; result: Inside }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('export-json').click(),
  ]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

interface Reference {
  text: string;
  ids: number[];
  heads: number;
  attention: number[][];
  toTable: number[];
  toBefore: number[];
  norms: number[];
  nearest: { at: number; ids: number[]; scores: number[] };
}

const referencesOf = (model: string) =>
  (
    JSON.parse(readFileSync(new URL(`../fixtures/attention/${model}.json`, import.meta.url), 'utf8')) as {
      texts: Reference[];
    }
  ).texts;

/** The largest difference of two lists of one length. */
function farthest(values: readonly number[], expected: readonly number[]): number {
  expect(values).toHaveLength(expected.length);
  return expected.reduce((most, value, at) => Math.max(most, Math.abs(values[at] - value)), 0);
}

/** Every row of every head sums to 1. */
function expectShares({ attention, rollout, tokens }: Inside): void {
  const n = tokens.length;
  for (const matrix of [...attention, ...rollout]) {
    for (let from = 0; from < matrix.length; from += n) {
      const sum = matrix.slice(from, from + n).reduce((total, share) => total + share, 0);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-4);
    }
  }
}

for (const [model, lang] of [
  ['all-minilm-l6-v2', 'en'],
  ['bge-small-zh-v1.5', 'zh'],
] as const) {
  test(`${model}: attention, cosines and nearest entries are those of native onnxruntime`, async ({
    page,
  }) => {
    for (const reference of referencesOf(model)) {
      const { at } = reference.nearest;
      await page.goto('about:blank');
      await open(page, inside(`lang=${lang}&model=${model}&at=${at}`, reference.text));
      const { result } = await exported(page);
      expect(result.tokens.map(({ id }) => id)).toEqual(reference.ids);
      expect(result.heads).toBe(reference.heads);
      expect(result.attention).toHaveLength(reference.attention.length);
      for (const [layer, weights] of reference.attention.entries()) {
        expect(farthest(result.attention[layer], weights)).toBeLessThan(1e-3);
      }
      expect(farthest(result.toTable, reference.toTable)).toBeLessThan(1e-3);
      const n = reference.ids.length;
      expect(farthest(result.toBefore.slice(n), reference.toBefore)).toBeLessThan(1e-3);
      expect(
        farthest(
          result.norms.map((norm, i) => norm / reference.norms[i]),
          reference.norms.map(() => 1),
        ),
      ).toBeLessThan(1e-3);
      expect(result.causal).toBe(false);
      expectShares(result);
      const last = result.nearest?.layers.at(-1) ?? [];
      expect(result.nearest?.at).toBe(at);
      expect(last.map(({ id }) => id)).toEqual(reference.nearest.ids);
      expect(
        farthest(
          last.map(({ score }) => score),
          reference.nearest.scores,
        ),
      ).toBeLessThan(1e-3);
      // at the table a token is its own nearest entry
      expect(result.nearest?.layers[0][0]).toMatchObject({ id: reference.ids[at] });
    }
  });
}

test('a token is followed: chosen in the row, through the layers, by head, in words and in the address', async ({
  page,
}) => {
  await open(page, inside('lang=en'));
  const tokens = page.getByTestId('tokens').getByRole('listitem');
  await expect(tokens).toHaveCount(15);
  await expect(tokens.nth(6)).toHaveAttribute('data-text', 'of');
  await page.getByTestId('tokens').getByRole('button', { name: 'bank' }).click();
  await ready(page);
  expect(new URL(page.url()).searchParams.get('at')).toBe('5');
  await expect(page.getByTestId('token-chosen')).toHaveText('bank');
  const rows = page.getByTestId('nearest-entries').getByRole('row');
  await expect(rows).toHaveCount(1 + 8);
  await expect(rows.nth(1)).toContainText('banks');
  const first = await page.getByTestId('came').textContent();

  await page.getByTestId('layer-slider').fill('3');
  await ready(page);
  expect(new URL(page.url()).searchParams.get('layer')).toBe('2');
  expect(await page.getByTestId('came').textContent()).not.toBe(first);
  await expect(page.getByTestId('came')).toContainText('layer 2');
  const mean = await page.getByTestId('looks-most').textContent();
  await page.getByTestId('head-select').selectOption('4');
  await ready(page);
  expect(new URL(page.url()).searchParams.get('head')).toBe('4');
  expect(await page.getByTestId('looks-most').textContent()).not.toBe(mean);
  const { layer, result, points } = await exported(page);
  expect(layer).toBe(2);
  expect(points).toHaveLength(15);
  // what is told is what is exported
  const n = 15;
  const row = result.attention[1].slice(4 * n * n + 5 * n, 4 * n * n + 6 * n);
  const best = row.indexOf(Math.max(...row));
  const shown = page.getByTestId('looks-most').getByRole('listitem').first();
  await expect(shown).toHaveAttribute('data-text', result.tokens[best].text);
  expect(Number(await shown.getAttribute('data-score'))).toBeCloseTo(row[best], 4);

  await page.getByTestId('head-select').selectOption('rollout');
  await ready(page);
  expect(new URL(page.url()).searchParams.get('head')).toBe('rollout');
  await expect(page.getByText('Abnar and Zuidema')).toBeVisible();
  // the same token again lets it go
  await page.getByTestId('tokens').getByRole('button', { name: 'bank' }).click();
  await ready(page);
  await expect(page.getByTestId('token-chosen')).toHaveCount(0);
});

test('the vectors are those of the layer that is shown, and the table looks at nobody', async ({ page }) => {
  await open(page, inside('lang=en&layer=table', 'The bank.'));
  const { shape, data } = await exportVectors(page);
  const { result, layer } = await exported(page);
  expect(layer).toBe('table');
  expect(shape).toEqual([result.tokens.length, 384]);
  for (const [at, norm] of result.norms.slice(0, shape[0]).entries()) {
    expect(Math.hypot(...data.subarray(at * 384, (at + 1) * 384))).toBeCloseTo(norm, 4);
  }
  for (const cosine of result.toTable.slice(0, shape[0])) expect(cosine).toBeCloseTo(1, 6);
  await expect(page.getByText('attention begins at layer 1').first()).toBeVisible();
});

test('keys go from number to number, and every number has its words', async ({ page }) => {
  await open(page, inside('lang=en&show=table', 'The bank lent money.'));
  const cell = page.locator('[data-cell="0 7"]');
  await cell.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  const next = page.locator('[data-cell="1 6"]');
  await expect(next).toBeFocused();
  await expect(next).toHaveAttribute('aria-label', /^the, layer 5: cosine \d\.\d\d$/);
  await expect(page.getByText(/^“the” at layer 5: cosine/)).toBeVisible();
  await page.keyboard.press('Enter');
  await ready(page);
  expect(new URL(page.url()).searchParams.get('layer')).toBe('5');
  expect(new URL(page.url()).searchParams.get('at')).toBe('1');
  await expect(page.getByRole('table', { name: /Who looks at whom, in percent/ })).toBeVisible();
});

test('SmolLM2 looks only back, and its first token takes in most of the attention', async ({ page }) => {
  await open(page, inside('lang=en&model=smollm2-135m', 'The animal was too tired.'));
  const { result, layer } = await exported(page);
  expect(result.layers).toHaveLength(32);
  expect(layer).toBe(30);
  expect(result.causal).toBe(true);
  expectShares(result);
  const n = result.tokens.length;
  for (const weights of result.attention) {
    for (const [at, weight] of weights.entries()) {
      if (at % n > Math.floor(at / n) % n) expect(weight).toBeLessThan(1e-6);
    }
  }
  await expect(page.getByText('looks only back').first()).toBeVisible();
  await expect(page.getByTestId('sinks')).toContainText('%');
  await expect(page.getByTestId('mark-before')).toContainText('<|endoftext|>');
  // the first mark is hundreds of times longer than a word: the mean is of the words
  const words = result.tokens.flatMap(({ kind }, at) => (kind === 'text' ? [at] : []));
  const mean = words.reduce((sum, at) => sum + result.norms[31 * n + at], 0) / words.length;
  const shown = await page.locator('tr[data-now] td').last().textContent();
  expect(Math.abs(Number(shown?.replaceAll(',', '')) - mean)).toBeLessThan(1);
  const arcs = await page.locator('.inside-lines').boundingBox();
  expect(arcs?.width).toBeGreaterThanOrEqual(200);
  await page.getByTestId('layer-slider').fill('1');
  await ready(page);
  await expect(page.getByText('0: no position added')).toBeVisible();
});

test('E5 shows its prefix and its marks for what they are', async ({ page }) => {
  await open(page, inside('lang=zh&model=multilingual-e5-small&at=4', '苹果很甜。'));
  const { result } = await exported(page);
  expect(result.tokens[0].kind).toBe('special');
  expect(result.tokens.at(-1)?.kind).toBe('special');
  const prefix = result.tokens.filter(({ kind }) => kind === 'prefix').map(({ text }) => text);
  expect(prefix.join('').trim()).toBe('query:');
  expect(result.layers).toHaveLength(14);
  expectShares(result);
  expect(result.nearest?.layers).toHaveLength(14);
});

test.describe('bad input', () => {
  test('an empty text is refused in a sentence, and the next one is read', async ({ page }) => {
    await open(page, inside('lang=en', 'The bank lent money.'));
    await page.getByTestId('inside-text').fill('   ');
    await expect(page.getByTestId('status')).toHaveAttribute('data-state', 'loading', { timeout: 100 });
    expect(await ended(page)).toBe('error');
    await expect(page.getByTestId('message')).toContainText('no text');
    await page.getByTestId('inside-text').fill('A river.');
    await ready(page);
    await expect(page.getByTestId('tokens').getByRole('listitem')).toHaveCount(5);
  });

  test('of 5,000 tokens the first 64 are read, and that is said', async ({ page }) => {
    await open(page, inside('lang=en', 'A river.'));
    await page.getByTestId('inside-text').fill('bank '.repeat(5000));
    await ready(page);
    await expect(page.getByTestId('tokens').getByRole('listitem')).toHaveCount(64);
    await expect(page.getByText('only its first 64 tokens')).toBeVisible();
    expect((await exported(page)).result.truncated).toBe(true);
  });

  test('emoji alone, two tokens, a head and a token that are not there', async ({ page }) => {
    await open(page, inside('lang=en&head=40&at=900', '😀👩‍👩‍👧🏳️‍🌈'));
    const { result } = await exported(page);
    expect(result.tokens.some(({ kind }) => kind === 'text')).toBe(true);
    expectShares(result);
    await expect(page.getByText('only 12 heads')).toBeVisible();
    await expect(page.getByTestId('token-chosen')).toHaveCount(0);
    await page.goto('about:blank');
    await open(page, inside('lang=en&model=smollm2-135m', 'Hi'));
    await expect(page.getByTestId('tokens').getByRole('listitem').last()).toHaveAttribute('data-text', /Hi$/);
    await expect(page.getByText('at least three tokens')).toBeVisible();
  });
});
