import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from './support/models.ts';

const languages = [
  { language: 'zh', model: 'bge-small-zh-v1.5' },
  { language: 'en', model: 'all-minilm-l6-v2' },
] as const;

interface Contexts {
  readonly words: readonly { word: string; senses: readonly { sentences: readonly string[] }[] }[];
  readonly controls: readonly { word: string; sentences: readonly string[] }[];
}

function contexts(language: string) {
  const file = resolve(import.meta.dirname, `../public/data/contexts-${language}.json`);
  const { words, controls }: Contexts = JSON.parse(readFileSync(file, 'utf8'));
  return {
    words: words.map(({ word, senses }) => ({ word, senses: senses.map(({ sentences }) => sentences) })),
    controls: controls.map(({ word, sentences }) => ({ word, senses: [sentences] })),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the senses of the bundled words are found on WASM, and words of one sense stay one', async ({
  open,
}) => {
  test.setTimeout(300_000);
  const page = await open();
  const given: number[] = [];
  const found: number[] = [];
  for (const { language, model } of languages) {
    const { words, controls } = contexts(language);
    expect(words).toHaveLength(20);
    expect(controls).toHaveLength(20);
    const results = await page.evaluate(
      async ({ id, entries }) => {
        const model = await window.harness.loadModel(id, { device: 'wasm' });
        return window.harness.sensesOfWords(model, entries, ['table', model.card.layers ?? 0], 42);
      },
      { id: model, entries: [...words, ...controls] },
    );
    for (const [index, [table]] of results.entries()) {
      const { word } = [...words, ...controls][index];
      expect(table.spread, `${word}: one look-up, whatever the sentence`).toBeLessThanOrEqual(1e-6);
      expect(table.k, word).toBe(1);
    }
    const last = results.map(([, layer]) => layer);
    const whole = last.slice(words.length).filter(({ k }) => k === 1).length;
    expect(whole / controls.length, `${language}: controls that stay one`).toBeGreaterThanOrEqual(0.9);
    given.push(...last.slice(0, words.length).map((layer) => layer.given));
    found.push(...last.slice(0, words.length).map((layer) => layer.found));
  }
  test.info().annotations.push({ type: 'adjusted Rand index', description: `${mean(given)} ${mean(found)}` });
  expect(mean(given)).toBeGreaterThanOrEqual(0.75);
  expect(mean(found)).toBeGreaterThanOrEqual(0.65);
});
