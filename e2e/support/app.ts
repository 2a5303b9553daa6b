import { readFile } from 'node:fs/promises';
import { test as base, expect, type Page } from '@playwright/test';

/** A test fails on an uncaught error or an error in the console, unless it says which ones it causes itself. */
export const test = base.extend<{ expectedErrors: RegExp[]; quietConsole: undefined }>({
  expectedErrors: [[], { option: true }],
  quietConsole: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = [];
      const note = (text: string) => {
        if (!expectedErrors.some((pattern) => pattern.test(text))) errors.push(text);
      };
      page.on('pageerror', (error) => note(`uncaught: ${error.stack ?? error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') note(message.text());
      });
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const READY = '[data-testid=status][data-state=ready]';
const ENDED = '[data-testid=status]:is([data-state=ready],[data-state=error])';

/** Waits until all that the view shows is complete; fails where it ends in `error`. */
export async function ready(page: Page, timeout = 90_000): Promise<void> {
  await page.waitForSelector(ENDED, { timeout });
  const messages = await page.getByTestId('message').allInnerTexts();
  expect(await page.locator(READY).count(), messages.join(' | ')).toBe(1);
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** Waits until the work that the last input began has ended, well or not. */
export async function ended(page: Page, timeout = 90_000): Promise<string> {
  await page.waitForSelector(ENDED, { timeout });
  return (await page.getByTestId('status').getAttribute('data-state')) ?? '';
}

async function downloaded(page: Page, testId: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testId).click()]);
  return readFile(await download.path());
}

interface Candidate {
  text: string;
  language: string;
  score: number;
  scoreMul: number;
}

/** What the analogy view's faces export, as far as tests read it. */
interface WordsResult {
  face: string;
  candidates: Candidate[];
  including: Candidate[];
  formula: string;
  offsets: { cosine: number; lengths: [number, number]; kept: [number, number] } | null;
  words: { kind: string; count: number; languages: string[] };
}

/** What the map exports where clusters are shown. */
interface ClustersResult {
  method: string;
  k: number;
  labels: number[];
  names: string[][];
  dominant: ({ group: string; share: number } | null)[];
  ari: number | null;
  nmi: number | null;
}

interface Nearest {
  id: string;
  text: string;
  score: number;
}

/** What the compare view exports. */
interface CompareResult {
  k: number;
  neighbourOverlap: number | null;
  cka: number | null;
  correlation: { pearson: number | null; spearman: number | null; items: number };
  moved: number;
  align: string;
  right: Pick<Exported, 'model' | 'device' | 'pooling' | 'layer' | 'centre' | 'dim' | 'quality'>;
  items: { id: string; overlap: number | null; moved: number }[];
  histograms: { from: number; to: number; left: number[]; right: number[] };
  suggestions: { kind: string; group: string; shares: [number, number]; ids: string[] }[];
  picked: { id: string; left: Nearest[]; right: Nearest[] } | null;
}

export interface Exported {
  format: string;
  view: string;
  lang: string;
  model: string;
  device: string;
  pooling: string;
  layer: string | number | null;
  centre: string;
  dim: number;
  data: string;
  projection: {
    method: string;
    engine: string;
    metric: string;
    nNeighbors: number;
    minDist: number;
    nEpochs: number;
    seed: number;
  };
  quality: { k: number; trustworthiness: number | null; continuity: number | null };
  points: {
    id: string;
    text: string;
    group: string;
    cluster?: string;
    sentence?: string;
    start?: number;
    end?: number;
    coordinates: number[];
    coordinates2?: number[];
  }[];
  model2?: string;
  result?: Partial<WordsResult> &
    Partial<ClustersResult> &
    Partial<CompareResult> & {
      similarity: number[][];
      layers: {
        layer: string | number;
        silhouetteGiven: number | null;
        silhouetteFound: number | null;
        ari: number | null;
      }[];
      bestLayer: string | number | null;
    };
}

export async function exportJson(page: Page): Promise<Exported> {
  return JSON.parse((await downloaded(page, 'export-json')).toString('utf8'));
}

/** The exported .npy: its shape and values. */
export async function exportVectors(page: Page): Promise<{ shape: [number, number]; data: Float32Array }> {
  const bytes = await downloaded(page, 'export-vectors');
  expect(bytes.subarray(0, 6).toString('latin1')).toBe('\x93NUMPY');
  const length = bytes.readUInt16LE(8);
  const header = bytes.subarray(10, 10 + length).toString('latin1');
  expect(header).toContain("'descr': '<f4'");
  expect(header).toContain("'fortran_order': False");
  const [, rows, columns] = header.match(/'shape': \((\d+), (\d+)\)/) ?? [];
  const body = bytes.subarray(10 + length);
  const data = new Float32Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength));
  expect(data.length).toBe(Number(rows) * Number(columns));
  return { shape: [Number(rows), Number(columns)], data };
}

export async function exportImage(page: Page): Promise<Buffer> {
  return downloaded(page, 'export-image');
}

/** Settings that make a map of a few own words quickly. */
export const FEW_WORDS = [
  'cat',
  'dog',
  'lion',
  'tiger',
  'Paris',
  'London',
  'Berlin',
  'Madrid',
  'red',
  'blue',
  'green',
];
export const fewWordsLink = (query = '') =>
  `/?lang=en${query}#texts=${encodeURIComponent(FEW_WORDS.join('\n'))}`;
