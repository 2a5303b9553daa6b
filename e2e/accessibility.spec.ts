import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, open, ready, test } from './support/app.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

for (const theme of ['dark', 'light'] as const) {
  for (const lang of ['zh', 'en'] as const) {
    test(`axe-core finds nothing: ${theme}, ${lang}`, async ({ page }) => {
      await open(page, `/?lang=${lang}&theme=${theme}&word=${lang === 'zh' ? '女王' : 'queen'}`);
      expect(await violations(page)).toEqual([]);
      await page.locator('summary').last().click();
      await page.getByRole('button', { name: /^(Table|表格)$/ }).click();
      await expect(page.getByRole('table')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: /^(How to use it|怎么用)$/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }

  test(`axe-core finds nothing on a phone: ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, `/?lang=en&theme=${theme}`);
    expect(await violations(page)).toEqual([]);
    for (const sheet of ['Data', 'Groups', 'Point']) {
      await page.getByRole('button', { name: sheet, exact: true }).click();
      expect(await violations(page)).toEqual([]);
    }
  });
}

for (const [theme, lang, width] of [
  ['dark', 'zh', 1280],
  ['light', 'en', 1280],
  ['light', 'zh', 390],
] as const) {
  test(`axe-core finds nothing in the lab: ${theme}, ${lang}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page, `/?view=context&device=wasm&lang=${lang}&theme=${theme}&step=1`);
    expect(await violations(page)).toEqual([]);
    if (width < 860) await page.locator('.sheet-tabs button').first().click();
    await page.locator('.occurrence button').nth(1).click();
    await ready(page);
    expect(await violations(page)).toEqual([]);
    if (width < 860) await page.locator('.sheet-tabs button').first().click();
    for (const face of ['matrix', 'table']) {
      await page.goto(`${page.url()}&show=${face}`);
      await ready(page);
      expect(await violations(page)).toEqual([]);
    }
  });
}

test('everything can be done by keyboard: find a word, read it, walk on, leave', async ({ page }) => {
  await open(page, '/?lang=en');
  await page.keyboard.press('/');
  await expect(page.getByTestId('search')).toBeFocused();
  await page.keyboard.type('violin');
  await page.keyboard.press('Enter');
  await ready(page);
  await expect(page.getByTestId('inspector').getByRole('heading', { name: 'violin' })).toBeVisible();
  await page.getByTestId('neighbours').getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await ready(page);
  await expect(page.getByTestId('inspector').getByRole('heading', { name: 'violin' })).toBeHidden();
  await page.getByRole('application').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('inspector')).toContainText('Click a dot');
});

for (const [theme, lang, width] of [
  ['dark', 'en', 1280],
  ['light', 'zh', 1280],
  ['light', 'en', 390],
] as const) {
  test(`axe-core finds nothing among words as arrows: ${theme}, ${lang}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const face of ['question', 'relations', 'axes', 'neighbours', 'random']) {
      await open(page, `/?view=analogy&face=${face}&lang=${lang}&theme=${theme}`);
      expect([face, ...(await violations(page))]).toEqual([face]);
      for (const sheet of width < 860 ? [0, 1] : []) {
        await page.locator('.sheet-tabs button').nth(sheet).click();
        expect([face, ...(await violations(page))]).toEqual([face]);
      }
    }
    await open(page, `/?lang=${lang}&theme=${theme}&colour=found`);
    expect(await violations(page)).toEqual([]);
  });
}

const INSIDE_FACES = [
  ['llm', 'next'],
  ['llm', 'inside'],
  ['order', 'order'],
  ['order', 'position'],
] as const;

for (const [theme, lang, width] of [
  ['dark', 'en', 1280],
  ['light', 'zh', 390],
] as const) {
  test(`axe-core finds nothing inside the models: ${theme}, ${lang}, ${width} px`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 844 });
    for (const [view, face] of INSIDE_FACES) {
      await open(page, `/?view=${view}&face=${face}&lang=${lang}&theme=${theme}`);
      expect([face, ...(await violations(page))]).toEqual([face]);
      for (const sheet of width < 860 ? [0, 1] : []) {
        await page.locator('.sheet-tabs button').nth(sheet).click();
        expect([face, ...(await violations(page))]).toEqual([face]);
      }
    }
  });
}
