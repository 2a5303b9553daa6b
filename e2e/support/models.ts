import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Harness } from '../harness/harness.ts';
import { readNpy } from './modelsNpy.ts';

declare global {
  interface Window {
    readonly harness: Harness;
  }
}

export const harnessUrl = 'http://localhost:4174/';
/** What a browser with a software GPU adapter needs to offer WebGPU. */
export const gpuArgs = ['--enable-unsafe-webgpu'];

const root = resolve(import.meta.dirname, '../..');

interface Opened {
  /** A page that has src/models as `window.harness`, in a browser of its own where `args` are given. */
  open: (options?: {
    args?: string[];
    url?: string;
    before?: (page: Page) => Promise<unknown>;
  }) => Promise<Page>;
}

/** Tests with `open`; an error that nobody catches in a page fails them. */
export const test = base.extend<Opened>({
  open: async ({ playwright, browser, launchOptions }, use) => {
    const browsers: Browser[] = [];
    const contexts: BrowserContext[] = [];
    const errors: Error[] = [];
    await use(async ({ args, url = harnessUrl, before } = {}) => {
      const own = args
        ? await playwright.chromium.launch({
            ...launchOptions,
            args: [...(launchOptions.args ?? []), ...args],
          })
        : browser;
      if (args) browsers.push(own);
      const context = await own.newContext();
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error));
      await before?.(page);
      await page.goto(url);
      await page.waitForFunction(() => 'harness' in window);
      return page;
    });
    for (const context of contexts) await context.close();
    for (const own of browsers) await own.close();
    expect(errors).toEqual([]);
  },
});
export { expect };

/** Runs `code` in every model worker before its own script, by way of the network. */
export function patchWorker(page: Page, code: string): Promise<unknown> {
  return page.route('**/modelWorker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${code}}\n${await response.text()}` });
  });
}

/** One text of the parity fixtures, see fixtures/models/README.md. */
export interface ReferenceText {
  readonly text: string;
  readonly inputIds: readonly number[];
  readonly offsets: readonly (readonly [number, number] | null)[];
}

/** The fixtures of a model. */
export function references(id: string) {
  const folder = `${root}/fixtures/models/${id}`;
  const json = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  return {
    texts: json('texts.json') as readonly ReferenceText[],
    vectors: readNpy(`${folder}/vectors.npy`),
    tokens: readNpy(`${folder}/tokens.npy`),
    layers: { ...(json('layers.json') as { layers: string[]; texts: string[]; tokens: number[] }) },
    layerStates: readNpy(`${folder}/layers.npy`),
    original: () => readNpy(`${folder}/original.npy`),
  };
}

/** The card of a model as it is served. */
export function cardText(id: string): string {
  return readFileSync(`${root}/public/models/${id}/model.json`, 'utf8');
}

/** A file of a model as it is served. */
export function modelFile(id: string, name: string): Buffer {
  return readFileSync(`${root}/public/models/${id}/${name}`);
}
