import type { Page } from '@playwright/test';
import { expect, exportImage, exportJson, open, ready, test } from './support/app.ts';
import { difference, pixelsOf } from './support/pictures.ts';

/** A part of the map that no panel covers, CSS pixels. */
const FREE = { x: 420, y: 160, width: 480, height: 420 };

/** Of each pixel of the free part the sum of its colours: as the page shows it, and as the exported picture has it. */
async function shownAndExported(page: Page): Promise<[number[], number[]]> {
  const shown = await page.screenshot({ clip: FREE });
  const exported = await exportImage(page);
  return [await pixelsOf(page, shown, { ...FREE, x: 0, y: 0 }), await pixelsOf(page, exported, FREE)];
}

test('the page shows what the picture of the map has, at first and after the map has been turned', async ({
  page,
}) => {
  await open(page, '/?lang=en&theme=light');
  const map = page.getByRole('application');
  // labels fade in
  await page.waitForTimeout(1500);
  const [first, firstFile] = await shownAndExported(page);
  expect(difference(first, firstFile)).toBeLessThan(0.01);
  await map.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(1500);
  const [turned, turnedFile] = await shownAndExported(page);
  expect(difference(turned, turnedFile)).toBeLessThan(0.03);
  expect(difference(first, turned)).toBeGreaterThan(0.1);
});

test('following neighbours, then going back', async ({ page }) => {
  await open(page, '/?lang=en');
  const heading = page.getByTestId('inspector').getByRole('heading', { level: 2 });
  await page.getByTestId('search').fill('queen');
  await page.keyboard.press('Enter');
  await ready(page);
  await expect(heading).toHaveText('queen');
  await page.getByTestId('neighbours').getByRole('button').first().click();
  await ready(page);
  await expect(heading).not.toHaveText('queen');
  await page.goBack();
  await expect(heading).toHaveText('queen');
  await page.goBack();
  await expect(page.getByTestId('inspector')).toContainText('Click a dot');
  await page.goForward();
  await expect(heading).toHaveText('queen');
});

test('traditional characters find simplified words, and what is not there can be added', async ({ page }) => {
  await open(page, '/?lang=zh');
  const before = Number(await page.getByTestId('point-count').getAttribute('data-count'));
  await page.getByTestId('search').fill('蘋果');
  await expect(page.getByRole('option').first()).toHaveText('苹果');
  await page.keyboard.press('Enter');
  await ready(page);
  await expect(page.getByTestId('inspector').getByRole('heading', { level: 2 })).toHaveText('苹果');
  await expect(page.getByTestId('inspector')).toContainText('apple');
  await page.getByTestId('search').fill('鲸鱼座');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', String(before));
  await page.getByTestId('search').fill('邮票');
  await page.getByRole('option', { name: '把“邮票”加到地图上' }).click();
  await ready(page);
  await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', String(before + 1));
  await expect(page.getByTestId('inspector').getByRole('heading', { level: 2 })).toHaveText('邮票');
});

test('two points compared: cosine in the space beside distance on the map', async ({ page }) => {
  await open(page, '/?lang=en&word=king');
  await page
    .getByTestId('neighbours')
    .getByRole('button')
    .first()
    .click({ modifiers: ['Shift'] });
  await ready(page);
  const [neighbour] = await page
    .getByTestId('neighbours')
    .getByRole('listitem')
    .evaluateAll((nodes) => nodes.map((node) => Number(node.dataset.score)));
  await expect(page.getByTestId('comparison')).toContainText(neighbour.toFixed(3));
  await expect(page.getByTestId('comparison')).toContainText('Distance on the map');
});

test('a static model has one dot for a word in all its sentences, a contextual one many', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const places = async (model: string) => {
    await open(page, `/?lang=en&data=contexts-en&projector=pca&model=${model}`);
    const { points } = await exportJson(page);
    const bank = points.filter(({ text }) => text.toLowerCase() === 'bank');
    expect(bank).toHaveLength(20);
    return new Set(bank.map(({ coordinates }) => coordinates.map((value) => value.toFixed(4)).join())).size;
  };
  expect(await places('glove-6b-50d')).toBe(1);
  expect(await places('all-minilm-l6-v2')).toBe(20);
  await page.getByTestId('layer-slider').fill('0');
  await ready(page);
  const { points, layer } = await exportJson(page);
  expect(layer).toBe('table');
  const bank = points.filter(({ text }) => text === 'bank').map(({ coordinates }) => coordinates);
  for (const place of bank) {
    for (const [axis, value] of place.entries()) expect(value).toBeCloseTo(bank[0][axis], 3);
  }
});

test('groups are hidden and shown alone, a box selects, the table lists the same points', async ({
  page,
}) => {
  await open(page, '/?lang=en&dims=2');
  await page.getByRole('button', { name: 'Only Colours' }).click();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '45');
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('aqua');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'Select with a box' }).click();
  await page.mouse.move(400, 120);
  await page.mouse.down();
  await page.mouse.move(700, 400, { steps: 5 });
  await page.mouse.move(930, 640, { steps: 5 });
  await page.mouse.up();
  const region = page.getByTestId('region');
  await expect(region).toBeVisible();
  expect(Number(await region.getAttribute('data-count'))).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Clear the selection' }).click();
  await expect(region).toBeHidden();
});
