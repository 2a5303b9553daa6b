/** Real vectors for the projection bench: frequent English words as all-minilm-l6-v2 embeds them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';
import { freshPage } from './pages.mjs';

const MODEL = 'all-minilm-l6-v2';
export const cache = join(root, 'bench', '.cache');

/** The first `count` words of GloVe's vocabulary, which is sorted by frequency; figures and marks left out. */
function frequentWords(count) {
  const file = join(root, 'public', 'models', 'glove-6b-50d', 'vocabulary.txt');
  const words = readFileSync(file, 'utf8')
    .split('\n')
    .filter((word) => /^[a-z]{2,}$/.test(word));
  if (words.length < count) throw new Error(`only ${words.length} words`);
  return words.slice(0, count);
}

/**
 * The name of a file in `cache` with `count` × 384 float32 numbers, made by our model in the browser where it is not
 * there yet, a while for 10,000 words.
 */
export async function wordVectors(browser, url, count) {
  const card = JSON.parse(readFileSync(join(root, 'public', 'models', MODEL, 'model.json'), 'utf8'));
  const name = `${MODEL}-${card.files.graph.sha256.slice(0, 12)}-${count}.f32`;
  const file = join(cache, name);
  if (existsSync(file)) return name;
  console.error(`  embedding ${count} words …`);
  const words = frequentWords(count);
  const data = new Float32Array(count * card.dim);
  const page = await freshPage(browser, `${url}ours.html?model=${MODEL}&device=wasm`);
  for (let from = 0; from < count; from += 500) {
    const rows = await page.evaluate(
      (texts) => embeddingBench.vectors(texts, { size: 500, sorted: false }),
      words.slice(from, from + 500),
    );
    data.set(rows, from * card.dim);
  }
  await page.context().close();
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, new Uint8Array(data.buffer));
  return name;
}
