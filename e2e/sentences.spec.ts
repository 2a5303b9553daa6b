import type { Page } from '@playwright/test';
import type { SentencesAnswer } from '../src/pipeline/order/sentences/sentencesAnswer.ts';
import { ended, expect, exportJson, exportVectors, open, ready, test } from './support/app.ts';

test.describe.configure({ timeout: 240_000 });

const link = (query: string) => `/?view=order&face=sentences&${query}`;
const answerOf = async (page: Page) => (await exportJson(page)).result as unknown as SentencesAnswer;

function cosine(
  { data, shape: [, dim] }: { data: Float32Array; shape: [number, number] },
  a: number,
  b: number,
) {
  let [product, first, second] = [0, 0, 0];
  for (let d = 0; d < dim; d++) {
    const [x, y] = [data[a * dim + d], data[b * dim + d]];
    product += x * y;
    first += x * x;
    second += y * y;
  }
  return product / Math.sqrt(first * second);
}

test('the film in three models: matrices, the pair looked at, and the vectors say the same', async ({
  page,
}) => {
  await page.goto(link('lang=zh'));
  // three models, one after another, each with all sentences
  await ready(page, 200_000);
  const { points, result } = await exportJson(page);
  const answer = result as unknown as SentencesAnswer;
  expect(answer.models.map(({ model }) => model)).toEqual([
    'glove-zh-cedict',
    'bge-small-zh-v1.5',
    'multilingual-e5-small',
  ]);
  expect(answer.groups.length).toBeGreaterThanOrEqual(60);
  const at = answer.groups.findIndex(({ id }) => id === 'film');
  const { rows, roles } = answer.groups[at];
  const texts = rows.map((row) => answer.lines[row].text);
  expect(texts).toEqual(expect.arrayContaining(['这部电影很好看', '这个影片很精彩', '今天天气不错']));
  expect(new Set(roles)).toEqual(new Set(['same', 'near', 'other']));

  // the numbers on the screen are those of the export, in each matrix
  const n = rows.length;
  await expect(page.getByTestId('sentence-matrix')).toHaveCount(3);
  for (const { model, numbers } of answer.models) {
    const cell = page.locator(
      `[data-testid=sentence-matrix][data-model="${model}"] [data-cell="1-${n - 1}"]`,
    );
    const shown = Number(await cell.getAttribute('data-value'));
    expect(shown).toBeCloseTo(numbers.none.cosines[at][n + n - 1] ?? Number.NaN, 5);
    // paraphrases stand closer than another topic, in every model
    const [paraphrase, foreign] = [numbers.none.cosines[at][1], numbers.none.cosines[at][n - 1]];
    expect(paraphrase).toBeGreaterThan(foreign ?? 1);
    for (const look of [numbers.none, numbers.shown]) {
      const { accuracy, auc, counts } = look?.scores ?? {};
      expect(accuracy?.low).toBeLessThanOrEqual(accuracy?.value ?? 0);
      expect(accuracy?.high).toBeLessThanOrEqual(1);
      expect(auc?.value).toBeGreaterThan(0.3);
      expect(auc?.value).toBeLessThan(1);
      expect(counts?.sentences).toBeGreaterThanOrEqual(200);
    }
  }
  // a sentence model finds paraphrases far more often than the mean of words does
  const [words, bge] = answer.models.map(({ numbers }) => numbers.none.scores?.accuracy);
  expect(bge?.low).toBeGreaterThan(words?.high ?? 1);

  // and so are the vectors of the model in focus
  expect(answer.focus).toBe('bge-small-zh-v1.5');
  const vectors = await exportVectors(page);
  expect(vectors.shape[0]).toBe(points.length);
  const rowOf = (text: string) => points.findIndex((point) => point.text === text);
  const measured = cosine(vectors, rowOf(texts[0]), rowOf(texts[1]));
  expect(Math.abs(measured - (answer.models[1].numbers.none.cosines[at][1] ?? 0))).toBeLessThan(1e-5);

  // a cell shows both sentences, and what every model makes of them
  await page.locator('[data-testid=sentence-matrix]').first().locator('[data-cell="0-2"]').click();
  await page.mouse.move(2, 2);
  const pair = page.getByTestId('sentence-pair');
  await expect(pair).toContainText(texts[0]);
  await expect(pair).toContainText(texts[2]);
  await expect(pair.locator('[data-cosine]')).toHaveCount(3);
  // keys move on from there, in one matrix for all
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(pair).toContainText(texts[3]);

  // another group and the mean taken away are looks: nothing is computed anew
  const run = await page.getByTestId('status').getAttribute('data-run');
  await page.getByTestId('group-select').selectOption('book');
  await expect(page.locator('.sentence-list')).toContainText('这本书');
  await page.getByRole('switch').check();
  const params = new URL(page.url()).searchParams;
  expect([params.get('relation'), params.get('centre')]).toEqual(['book', 'shown']);
  expect(await page.getByTestId('status').getAttribute('data-run')).toBe(run);
  // the large model tells its size, and is not loaded unasked
  await expect(page.getByTestId('add-large')).toContainText('MB');
});

test('own sentences: as typed, one line, and back; nothing but blanks is refused', async ({ page }) => {
  await open(page, `${link('lang=en&models=glove-6b-50d~all-minilm-l6-v2')}#texts=the%20shop%20is%20shut`);
  const one = await answerOf(page);
  expect(one.own).toBe(true);
  expect(one.lines.map(({ text }) => text)).toEqual(['the shop is shut']);
  await expect(page.getByTestId('sentence-verdict')).toContainText('One sentence');

  const box = page.getByTestId('own-texts');
  await box.fill('the shop is closed\nthe store is shut\nthe shop is open\nqwxzt');
  await ready(page);
  const answer = await answerOf(page);
  expect(answer.lines).toHaveLength(4);
  const [glove, minilm] = answer.models;
  expect(glove.missing).toEqual([3]);
  expect(glove.numbers.none.cosines[0][3]).toBeNull();
  expect(minilm.missing).toEqual([]);
  expect(minilm.numbers).toMatchObject({ none: { scores: null }, shown: null });
  await expect(page.getByTestId('sentence-matrix').first().locator('[data-cell]')).toHaveCount(16);
  expect(new URL(page.url()).hash).toContain('texts=');
  await page.getByRole('radio', { name: 'As a table' }).check({ force: true });
  await expect(page.getByTestId('sentence-pairs').locator('tbody tr')).toHaveCount(6);

  // an empty box gives the ready sentences back; a link with nothing but blanks is refused
  await box.fill('');
  await ready(page);
  expect((await answerOf(page)).own).toBe(false);
  expect(new URL(page.url()).hash).toBe('');
  await page.goto('about:blank');
  await page.goto(`${link('lang=en&models=glove-6b-50d')}#texts=%20`);
  expect(await ended(page)).toBe('error');
  await expect(page.getByTestId('message')).toBeVisible();
});

test('map and compare show the sentences', async ({ page }) => {
  await open(page, '/?view=map&lang=zh&data=sentences-zh&projector=pca&theme=light');
  const { points, data } = await exportJson(page);
  expect(data).toBe('sentences-zh');
  expect(points.length).toBeGreaterThanOrEqual(290);
  await page.getByTestId('search').fill('这个影片很精彩');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('inspector')).toContainText('这个影片很精彩');
  await expect(page.getByTestId('inspector')).toContainText('电影好看');

  await page.goto('about:blank');
  await open(page, '/?view=compare&lang=zh&data=sentences-zh&projector=pca');
  const { result } = await exportJson(page);
  expect(result?.items?.length).toBeGreaterThanOrEqual(290);
  expect(result?.neighbourOverlap).toBeLessThan(0.9);
});
