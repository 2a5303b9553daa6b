import type { Page } from '@playwright/test';
import type { PermutationsAnswer } from '../src/pipeline/order/permutations/permutationsAnswer.ts';
import type { PositionAnswer } from '../src/pipeline/order/position/positionAnswer.ts';
import { expect, exportJson, exportVectors, open, ready, test } from './support/app.ts';

test.describe.configure({ timeout: 240_000 });

const link = (query: string) => `/?view=order&${query}`;
const own = (lines: readonly string[]) => `#sentences=${encodeURIComponent(lines.join('\n'))}`;
const ordersOf = async (page: Page) => (await exportJson(page)).result as unknown as PermutationsAnswer;
const waysOf = async (page: Page) => (await exportJson(page)).result as unknown as PositionAnswer;

/** The largest difference of a number between rows of an export. */
function largest({ shape: [rows, dim], data }: { shape: [number, number]; data: Float32Array }): number {
  let most = 0;
  for (let row = 1; row < rows; row++) {
    for (let d = 0; d < dim; d++) most = Math.max(most, Math.abs(data[row * dim + d] - data[d]));
  }
  return most;
}

for (const { lang, model, texts } of [
  { lang: 'zh', model: 'bge-small-zh-v1.5', texts: ['狗咬人', '人咬狗', '咬狗人'] },
  { lang: 'en', model: 'all-minilm-l6-v2', texts: ['dog bites man', 'man bites dog', 'bites dog man'] },
]) {
  test(`${model}: with position off all orders have one vector, with it on they part`, async ({ page }) => {
    await open(page, link(`lang=${lang}&model=${model}&position=off`));
    const off = await ordersOf(page);
    expect(off.sets.length).toBeGreaterThanOrEqual(12);
    expect(off.difference.off).toBeLessThanOrEqual(1e-5);
    expect(off.leastCosine.off).toBeGreaterThan(1 - 1e-6);
    for (const { difference, farthest } of off.sets) {
      expect(difference.off).toBeLessThanOrEqual(1e-5);
      expect(difference.on).toBeGreaterThan(1e-3);
      expect(farthest.on?.cosine).toBeLessThan(1 - 1e-4);
    }
    await expect(page.getByTestId('order-numbers').locator('[data-verdict=equal]')).toBeVisible();

    // the switch is a look at the other real result
    await page.getByRole('switch').check();
    await ready(page);
    expect(new URL(page.url()).searchParams.get('position')).not.toBe('off');
    await expect(page.getByTestId('order-matrix')).toHaveAttribute('data-position', 'on');
    const on = await ordersOf(page);
    expect(on.difference).toEqual(off.difference);
    expect(on.bag.difference).toBeLessThanOrEqual(1e-6);

    // and so say the vectors themselves, of the person's own lines, by either pooling
    await page.getByTestId('own-orders').fill(texts.join('\n'));
    await ready(page);
    await page.locator('summary').first().click();
    for (const pooling of ['mean', 'cls']) {
      await page.getByTestId('pooling-select').selectOption(pooling);
      await ready(page);
      const apart = await exportVectors(page);
      expect(apart.shape[0]).toBe(3);
      expect(largest(apart)).toBeGreaterThan(1e-3);
      await page.getByRole('switch').uncheck();
      await ready(page);
      expect(largest(await exportVectors(page))).toBeLessThanOrEqual(1e-5);
      await page.getByRole('switch').check();
      await ready(page);
    }
  });
}

test('a set is chosen, told in the link, and its numbers stand in the table', async ({ page }) => {
  await open(page, link('lang=en'));
  const { sets } = await ordersOf(page);
  const [, set] = sets;
  await page.locator(`[data-set=${set.id}]`).click();
  expect(new URL(page.url()).searchParams.get('relation')).toBe(set.id);
  const cells = page.getByTestId('order-matrix').locator('td');
  await expect(cells).toHaveCount(set.orders.length ** 2);
  await expect(cells.nth(1)).toHaveText(set.similarity.on[1].toFixed(3));
  await page.getByRole('button', { name: 'All sets' }).click();
  await expect(page.getByTestId('order-sets').locator('tbody tr')).toHaveCount(sets.length);
});

test('own lines: what is no permutation of the first is marked and left out', async ({ page }) => {
  await open(page, link('lang=en'));
  const box = page.getByTestId('own-orders');
  await box.fill('the dog sees the cat\nthe cat sees the dog\nthe cat sees a dog');
  await ready(page);
  const answer = await ordersOf(page);
  expect(answer.own).toBe(true);
  expect(answer.sets[0].orders.map(({ sameTokens }) => sameTokens)).toEqual([true, true, false]);
  expect(answer.otherTokens).toBe(1);
  expect(answer.difference.off).toBeLessThanOrEqual(1e-5);
  await expect(page.getByTestId('order-matrix')).toContainText('other words');
  await expect(page.getByTestId('order-numbers')).toContainText('other words than the first line');

  // one line has nothing to be held against
  await box.fill('the dog sees the cat');
  await ready(page);
  await expect(page.getByTestId('order-numbers')).toContainText('One line');
  // an empty box gives the ready sets back, in the link too
  await box.fill('');
  await expect(page.locator('[data-set]').first()).toBeVisible();
  await ready(page);
  expect((await ordersOf(page)).own).toBe(false);
  expect(new URL(page.url()).hash).not.toContain('sentences');
});

test('5,000 tokens are cut and said, emoji alone are read', async ({ page }) => {
  const long = 'dog cat '.repeat(2_500).trim();
  await page.goto(link('lang=en') + own([long, long.split(' ').reverse().join(' ')]));
  await ready(page, 200_000);
  expect((await ordersOf(page)).otherTokens).toBe(1);
  await expect(page.getByTestId('message').filter({ hasText: '512 tokens' })).toBeVisible();
  await page.getByTestId('own-orders').fill('😀🎉\n🎉😀');
  await ready(page);
  expect((await ordersOf(page)).sets[0].orders).toHaveLength(2);
});

test('position encodings: the formula, and the table of a model', async ({ page }) => {
  await open(page, link('lang=en&face=position'));
  const { sinusoidal, learned, rotary } = await waysOf(page);
  expect(sinusoidal.byDistance[0].mean).toBeCloseTo(1, 6);
  expect(learned).toMatchObject({ model: 'all-minilm-l6-v2', rows: 512, dim: 384 });
  expect(rotary).toBeNull();
  const near = learned?.byDistance[1].mean ?? 0;
  const far = learned?.byDistance[63].mean ?? 1;
  expect(near).toBeGreaterThan(far + 0.2);
  const { shape } = await exportVectors(page);
  expect(shape).toEqual([128, 384]);
  await expect(page.getByTestId('who-uses').locator('[data-way=learned]')).toHaveCount(3);
  await expect(page.getByTestId('load-rotary')).toContainText('MB');
});

test('SmolLM2: the causal mask tells the order without position', async ({ page }) => {
  await page.goto(
    link('lang=en&model=smollm2-135m&pooling=mean&position=off') +
      own(['dog bites man', 'man bites dog', 'bites dog man']),
  );
  await ready(page, 200_000);
  const orders = await ordersOf(page);
  expect(orders.causal).toBe(true);
  expect(orders.otherTokens).toBe(0);
  expect(orders.difference.off).toBeGreaterThan(1e-3);
  await expect(page.getByTestId('order-numbers').locator('[data-verdict=causal]')).toContainText('Haviv');
});

test('SmolLM2: turned queries and keys depend on the distance alone, and give its own attention', async ({
  page,
}) => {
  await page.goto(link('lang=en&face=position&model=smollm2-135m'));
  await ready(page, 200_000);
  const { rotary } = await waysOf(page);
  expect(rotary?.products).toHaveLength(9);
  for (const { relative } of rotary?.spreads ?? []) expect(relative).toBeLessThanOrEqual(1e-3);
  expect(rotary?.attentionDifference).toBeLessThanOrEqual(1e-3);
  await page.getByTestId('head-select').selectOption('3');
  expect(new URL(page.url()).searchParams.get('head')).toBe('3');
});
