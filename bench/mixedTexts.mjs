/**
 * 1,000 texts of mixed length in one call, as people paste them: the app beside transformers.js at its best of several
 * batch sizes, on the list as it stands and sorted by length. Same weights, dtype, device, threads and texts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODELS, SAME } from './embedding.mjs';
import { peers, root } from './environment.mjs';
import { freshPage, openBrowser, servePages, temporaryFolder } from './pages.mjs';
import { writePeerModel } from './peerModels.mjs';
import { seeded } from './random.mjs';
import { leastCosine, summarise } from './statistics.mjs';
import { formatTable, spreadOf } from './table.mjs';

const SEED = 8;
const COUNT = 1000;
/** Still a long list: ours runs those on kernels from 2,048 tokens on. */
const QUICK = 120;
/** The longest text, in words of English or characters of Chinese: about as many tokens. */
const LONGEST = { en: 64, zh: 96 };
const PEER = [
  { size: 1, sorted: false },
  { size: 8, sorted: false },
  { size: 32, sorted: false },
  { size: 8, sorted: true },
  { size: 32, sorted: true },
];
const OURS = { size: Number.MAX_SAFE_INTEGER, sorted: false };
/** A way of the peer's that takes so many times as long as its quickest, or longer than a minute, is measured once. */
const OUT_OF_REACH = 1.25;
const LONG_MS = 60_000;

/**
 * Texts by a seeded rule: pieces of the benches' texts and words, from a random place on, so long that each order of
 * length is as frequent as any other (uniform in the logarithm); none twice.
 */
export function mixedTexts(language, count = COUNT) {
  const lines = ['texts', 'words'].map((name) =>
    readFileSync(join(root, 'bench', 'data', `${name}-${language}.txt`), 'utf8')
      .trimEnd()
      .split('\n'),
  );
  const joint = language === 'en' ? ' ' : '';
  const units = lines
    .flat()
    .join(joint || '，')
    .split(joint);
  const random = seeded(SEED);
  const texts = new Set();
  while (texts.size < count) {
    const length = Math.round(LONGEST[language] ** random());
    const from = Math.floor(random() * (units.length - length));
    const text = units.slice(from, from + length).join(joint);
    if (/[\p{L}\p{N}]/u.test(text)) texts.add(text);
  }
  return [...texts];
}

/** The whole list, each way of both sides in turn, so that whatever else the machine does falls on all of them. */
async function measureRates(pages, texts, quick) {
  const runs = quick ? 1 : 5;
  const peerWays = quick ? PEER.filter(({ size, sorted }) => sorted || size === 1) : PEER;
  const ms = (side, how, list = texts) =>
    pages[side].evaluate(([given, way]) => embeddingBench.time(given, way), [list, how]);
  for (const size of [1, 32]) await ms('peer', { size, sorted: false }, texts.slice(0, 32));
  // warms up too, and makes what long lists need
  const firstMs = await ms('ours', OURS);
  const ways = [{ side: 'ours', how: OURS }, ...peerWays.map((how) => ({ side: 'peer', how }))];
  const times = ways.map(() => []);
  for (let run = 0; run < runs; run++) {
    const quickest = Math.min(...times.slice(1).map(([first]) => first));
    for (const [index, { side, how }] of ways.entries()) {
      if (run > 0 && side === 'peer' && times[index][0] > Math.min(OUT_OF_REACH * quickest, LONG_MS))
        continue;
      times[index].push(await ms(side, how));
    }
  }
  const [ours, ...peer] = times.map((all) => summarise(all.map((each) => (texts.length * 1000) / each)));
  return { ours: { ...ours, firstMs }, peer: peer.map((rate, index) => ({ ...peerWays[index], ...rate })) };
}

async function measureModel(browser, url, { id, language }, quick) {
  const texts = mixedTexts(language).slice(0, quick ? QUICK : COUNT);
  const pages = {};
  const facts = {};
  for (const side of ['ours', 'peer']) {
    pages[side] = await freshPage(browser, `${url}${side}.html?model=${id}&device=wasm`);
    facts[side] = await pages[side].evaluate(() => embeddingBench.ready());
  }
  try {
    if (facts.ours.threads !== facts.peer.threads)
      throw new Error('the two sides have different thread counts');
    console.error(`  ${id}: ${texts.length} mixed texts …`);
    const rates = await measureRates(pages, texts, quick);
    const vectors = (side, how) =>
      pages[side].evaluate(([list, way]) => embeddingBench.vectors(list, way), [texts, how]);
    const agreement = leastCosine(
      await vectors('ours', OURS),
      await vectors('peer', PEER[PEER.length - 1]),
      facts.ours.dim,
    );
    if (!(agreement >= SAME)) throw new Error(`the two sides give different vectors: cosine ${agreement}`);
    const best = rates.peer.reduce((a, b) => (b.median > a.median ? b : a));
    const ratio = rates.ours.median / best.median;
    return { model: id, count: texts.length, threads: facts.ours.threads, agreement, ...rates, best, ratio };
  } finally {
    for (const page of Object.values(pages)) await page.context().close();
  }
}

/** The two small encoders on WASM. With `quick` fewer texts, once, without the ways that pad most. */
export async function measureMixedTexts({ quick, models = MODELS }) {
  const peerModels = temporaryFolder();
  for (const { id } of models) writePeerModel(join(root, 'public', 'models', id), peerModels);
  const server = await servePages([
    ['/peer-models/', peerModels],
    ['/peer-runtime/', join(peers, 'node_modules', 'onnxruntime-web', 'dist')],
  ]);
  const browser = await openBrowser();
  try {
    const results = [];
    for (const model of models) results.push(await measureModel(browser, server.url, model, quick));
    return { seed: SEED, results };
  } finally {
    await browser.close();
    await server.close();
  }
}

export function mixedTextsTable({ results }) {
  const rows = results.flatMap(({ model, count, ours, peer, best, ratio }) => [
    [model, `ours, ${count} texts in one call`, spreadOf(ours, 1), `${ratio.toFixed(2)}×`],
    ...peer.map(({ size, sorted, ...rate }) => [
      model,
      `transformers.js, batch ${size}${sorted ? ', sorted' : ''}`,
      spreadOf(rate, 1),
      size === best.size && sorted === best.sorted ? '1.00× (its best)' : '',
    ]),
  ]);
  const notes = results.map(
    ({ model, threads, agreement, ours }) =>
      `${model}: ${threads} threads on both sides, least cosine of the two sides ${agreement.toFixed(6)}; ` +
      `ours' first call ${(ours.firstMs / 1000).toFixed(1)} s`,
  );
  return [formatTable(['mixed lengths, wasm', 'what', 'texts/s', 'against its best'], rows), ...notes].join(
    '\n',
  );
}
