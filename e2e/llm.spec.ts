import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { ended, expect, exportImage, exportJson, ready, test } from './support/app.ts';

interface Case {
  text: string;
  ids: number[];
  /** The five likeliest next tokens of an independent numpy computation, see fixtures/smollm2. */
  top: number[];
  probabilities: number[];
}
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../fixtures/smollm2/states.json'), 'utf8'),
);
const caseOf = (text: string): Case => {
  const found = cases.find((known) => known.text === text);
  if (!found) throw new Error(`no reference for ${text}`);
  return found;
};

const link = (query: string, text?: string) =>
  `/?view=llm&lang=en&dims=2${query}${text === undefined ? '' : `#texts=${encodeURIComponent(text)}`}`;

/** The next tokens as they stand on the page. */
const nextTokens = (page: Page) =>
  page
    .getByTestId('next-tokens')
    .getByRole('listitem')
    .evaluateAll((nodes) =>
      nodes.map(({ dataset }) => ({
        text: dataset.text,
        id: Number(dataset.id),
        score: Number(dataset.score),
      })),
    );

const box = (page: Page) => page.getByRole('textbox', { name: 'Beginning of a text' });
const textOf = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('texts');

test.describe.configure({ timeout: 400_000 });

/** The model takes seconds to load, and very much longer beside other work. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page, 240_000);
}

test('The capital of France is … Paris: as the reference has it, then step by step, and back', async ({
  page,
}) => {
  await open(page, link(''));
  const { top, probabilities, ids } = caseOf('The capital of France is');
  const shown = await nextTokens(page);
  expect(shown[0].text).toBe(' Paris');
  expect(shown).toHaveLength(10);
  expect(shown.slice(0, 5).map(({ id }) => id)).toEqual(top);
  for (const [place, { score }] of shown.slice(0, 5).entries()) {
    expect(Math.abs(score - probabilities[place])).toBeLessThan(1e-3);
  }
  expect(
    await page
      .getByTestId('tokens')
      .getByRole('button')
      .evaluateAll((nodes) => nodes.map(({ dataset }) => Number(dataset.id))),
  ).toEqual(ids);
  await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', '5');

  const rows = page.getByTestId('lens').locator('tbody tr');
  await expect(rows).toHaveCount(31);
  await expect(rows.last().locator('td').first()).toHaveAttribute('data-text', ' Paris');
  await rows.nth(29).getByRole('button').click();
  await ready(page);
  await expect(page.locator('.lens-said')).toContainText('Layer 29');

  await page
    .getByTestId('next-tokens')
    .getByRole('button', { name: /·Paris/ })
    .click();
  await expect(page.getByTestId('status')).toHaveAttribute('data-state', 'loading');
  await ready(page);
  await expect(box(page)).toHaveValue('The capital of France is Paris');
  expect(textOf(page)).toBe('The capital of France is Paris');
  await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', '6');
  await page.getByRole('button', { name: 'Back one step' }).click();
  await ready(page);
  expect(textOf(page)).toBe('The capital of France is');
  expect((await nextTokens(page))[0].text).toBe(' Paris');

  const { result, points } = (await exportJson(page)) as unknown as {
    points: { text: string; coordinates: number[] }[];
    result: { next: { text: string }[]; lens: { entropy: number }[]; predicted: { text: string }[] };
  };
  expect(points.map(({ text }) => text)).toEqual(['The', 'capital', 'of', 'France', 'is']);
  expect(points.every(({ coordinates }) => coordinates.every(Number.isFinite))).toBe(true);
  expect(result.predicted.at(-1)?.text).toBe(' Paris');
  expect(result.lens).toHaveLength(31);
  expect((await exportImage(page)).subarray(1, 4).toString()).toBe('PNG');
});

test('a token within the text, temperature and the length of the list are asked for by a link', async ({
  page,
}) => {
  await open(page, link('&at=0&temperature=0&top=3', 'The weather today is really'));
  await expect(page.getByTestId('tokens').getByRole('button', { pressed: true })).toHaveText('The');
  const first = await nextTokens(page);
  expect(first.map(({ score }) => score)).toEqual([1, 0, 0]);
  await expect(page.getByText('Stepping on from here replaces what follows.')).toBeVisible();

  await page.getByTestId('tokens').getByRole('button').last().click();
  await ready(page);
  expect(new URL(page.url()).searchParams.get('at')).toBeNull();
  expect((await nextTokens(page))[0].text).toBe(' bad');
  await page.getByTestId('temperature').fill('1');
  await ready(page);
  const reference = caseOf('The weather today is really');
  const shown = await nextTokens(page);
  expect(shown.map(({ id }) => id)).toEqual(reference.top.slice(0, 3));
  expect(Math.abs(shown[0].score - reference.probabilities[0])).toBeLessThan(1e-3);
  await page.getByTestId('temperature').fill('2');
  await ready(page);
  expect((await nextTokens(page))[0].score).toBeLessThan(shown[0].score);

  await page.getByTestId('tokens').getByRole('button').nth(1).click();
  await ready(page);
  await page.getByTestId('next-tokens').getByRole('button').first().press('Enter');
  await ready(page);
  expect(textOf(page)).toMatch(/^The weather \S/);
  expect(textOf(page)).not.toContain('today is really');
});

test('a token that there is not, and no text at all, are refused in a sentence', async ({ page }) => {
  await open(page, link('&at=99', 'Good morning'));
  await expect(page.getByText('The link asks for a token that is not there')).toBeVisible();
  await expect(page.getByTestId('tokens').getByRole('button', { pressed: true })).toHaveText('·morning');
  await box(page).fill('   ');
  expect(await ended(page)).toBe('error');
  await expect(page.getByTestId('message')).toContainText('Type the beginning of a sentence');
  await expect(page.getByText('The box is empty.')).toBeVisible();
  await expect(page.getByTestId('tokens').getByRole('button')).toHaveCount(2);
  await box(page).fill('Good');
  await ready(page);
  await expect(page.getByTestId('message')).toHaveCount(0);
  await expect(page.getByTestId('tokens').getByRole('button')).toHaveCount(1);
});

test('only emoji, and Chinese: tokens are bytes, and the page says so', async ({ page }) => {
  await open(page, link('', '😀🦜'));
  const tokens = page.getByTestId('tokens').getByRole('button');
  expect(await tokens.count()).toBeGreaterThan(2);
  const bytes = (await tokens.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label'))))
    .map((name) => /bytes ([0-9A-F ]+)$/.exec(name ?? '')?.[1])
    .join(' ');
  expect(bytes).toBe('F0 9F 98 80 F0 9F A6 9C');
  await box(page).fill('法国的首都是');
  await ready(page);
  await expect(page.getByText('has hardly read any Chinese')).toBeVisible();
  for (const item of await page.getByTestId('next-tokens').getByRole('listitem').all()) {
    const part = /<0x[0-9A-F]{2}>/.test((await item.getAttribute('data-text')) ?? '');
    await expect(item.getByRole('button')).toHaveCount(part ? 0 : 1);
  }
  await expect(page.getByTestId('tokens').getByText('国', { exact: true })).toBeVisible();

  // after 一 the likeliest is a byte, and yet a step can be made
  await box(page).fill('法国的首都是一');
  await ready(page);
  const best = page.getByRole('button', { name: /^Step on with the best that can be written: “.+” / });
  const [, written] = /“(.+)”/.exec((await best.textContent()) ?? '') ?? [];
  await best.click();
  await ready(page);
  expect(textOf(page)).toBe(`法国的首都是一${written.replaceAll('·', ' ')}`);
});

test('a space at the end is told of, and taken away by a button', async ({ page }) => {
  await open(page, link('', 'The capital of France is '));
  await page.getByRole('button', { name: 'Take the space away' }).click();
  await ready(page);
  await expect(box(page)).toHaveValue('The capital of France is');
  await expect(box(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Take the space away' })).toHaveCount(0);
  expect((await nextTokens(page))[0].text).toBe(' Paris');
});

test('5,000 tokens: the end is read, and the page says so', async ({ page }) => {
  await open(page, link('', 'Good morning'));
  await box(page).fill(`${'one two '.repeat(2500)}The capital of France is`);
  await ready(page, 300_000);
  await expect(page.getByTestId('message').first()).toContainText('512 tokens');
  await expect(page.getByTestId('tokens').getByRole('button')).toHaveCount(512);
  await expect(page.getByTestId('tokens').getByRole('button').last()).toHaveText('·is');
  await expect(page.getByTestId('tokens').getByRole('button').last()).toBeInViewport();
  expect((await nextTokens(page))[0].score).toBeGreaterThan(0);
});

test.describe('no network', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('before the model was fetched: a sentence, the page lives, and trying again works', async ({
    page,
  }) => {
    let offline = true;
    await page.route('**/models/smollm2-135m/**', (route) =>
      offline && !route.request().url().endsWith('model.json')
        ? route.abort('internetdisconnected')
        : route.fallback(),
    );
    await page.goto(link(''));
    expect(await ended(page, 240_000)).toBe('error');
    await expect(page.getByTestId('message')).toContainText('could not be fetched');
    await expect(page.getByText(/The model is \d+\.\d MB/)).toBeVisible();
    offline = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await ready(page, 240_000);
    expect((await nextTokens(page))[0].text).toBe(' Paris');
  });
});

test('leaving for the map gives the model’s memory back; coming back loads it again', async ({ page }) => {
  await open(page, link(''));
  expect(Number(await page.getByTestId('model-memory').getAttribute('data-bytes'))).toBeGreaterThan(100e6);
  const workers = () => page.workers().filter((worker) => /modelWorker/.test(worker.url())).length;
  const before = workers();
  expect(before).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await ready(page);
  await expect.poll(workers).toBeLessThan(before);
  await page.goBack();
  await ready(page);
  expect((await nextTokens(page))[0].text).toBe(' Paris');
  // the text is asked about anew, by a model that was loaded anew
  await box(page).fill('The opposite of hot is');
  await ready(page);
  expect(await nextTokens(page)).toHaveLength(10);
});
