/** Embedding in the browser: the app's models beside transformers.js on the same weights, texts and threads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { peers, root, versionOf } from './environment.mjs';
import { freshPage, openBrowser, servePages, temporaryFolder } from './pages.mjs';
import { writePeerModel } from './peerModels.mjs';
import { leastCosine, summarise } from './statistics.mjs';
import { formatTable, spreadOf } from './table.mjs';

export const MODELS = [
  { id: 'bge-small-zh-v1.5', language: 'zh' },
  { id: 'all-minilm-l6-v2', language: 'en' },
];
const SIDES = ['ours', 'peer'];
/** The whole list as each side handles it best: ours plans its batches, the peer gets texts of like length. */
const BATCHINGS = [
  { name: '1', ours: { size: 1, sorted: false }, peer: { size: 1, sorted: false } },
  { name: '8', ours: { size: 8, sorted: false }, peer: { size: 8, sorted: false } },
  { name: '32', ours: { size: 32, sorted: false }, peer: { size: 32, sorted: false } },
  { name: 'list', ours: { size: Number.MAX_SAFE_INTEGER, sorted: false }, peer: { size: 32, sorted: true } },
];
/** Below this the two sides do not compute the same thing, and their times cannot be compared. */
export const SAME = 0.9999;

export function versions() {
  return {
    'onnxruntime-web': versionOf('onnxruntime-web'),
    '@huggingface/transformers': versionOf('@huggingface/transformers', peers),
    'onnxruntime-web of the peer': versionOf('onnxruntime-web', peers),
  };
}

function textsOf(language, quick) {
  const read = (name) =>
    readFileSync(join(root, 'bench', 'data', `${name}-${language}.txt`), 'utf8')
      .trimEnd()
      .split('\n');
  const lists = { texts: read('texts'), words: read('words') };
  if (!quick) return lists;
  return { texts: lists.texts.filter((_, index) => index % 12 === 0), words: lists.words.slice(0, 40) };
}

/** Loads each side `runs` times, in turn, in a fresh context; the last page of each stays open. */
async function measureLoads(browser, url, model, device, sentence, runs) {
  const times = { ours: { ready: [], first: [] }, peer: { ready: [], first: [] } };
  const pages = {};
  const facts = {};
  for (let run = 0; run < runs; run++) {
    for (const side of SIDES) {
      const page = await freshPage(browser, `${url}${side}.html?model=${model}&device=${device}`);
      facts[side] = await page.evaluate(() => embeddingBench.ready());
      times[side].ready.push(facts[side].ms);
      times[side].first.push(
        await page.evaluate((text) => embeddingBench.time([text], { size: 1, sorted: false }), sentence),
      );
      if (run === runs - 1) pages[side] = page;
      else await page.context().close();
    }
  }
  if (facts.ours.threads !== facts.peer.threads)
    throw new Error('the two sides have different thread counts');
  return { times, pages, facts };
}

async function compareVectors(pages, texts, dim) {
  const [ours, peer] = await Promise.all(
    SIDES.map((side) =>
      pages[side].evaluate((list) => embeddingBench.vectors(list, { size: 8, sorted: false }), texts),
    ),
  );
  const agreement = leastCosine(ours, peer, dim);
  if (!(agreement >= SAME)) throw new Error(`the two sides give different vectors: cosine ${agreement}`);
  return agreement;
}

/** Both sides in turn, so that whatever else the machine does falls on both. */
async function measureThroughput(pages, texts, runs) {
  const rows = [];
  for (const batching of BATCHINGS) {
    const rates = { ours: [], peer: [] };
    for (let run = -1; run < runs; run++) {
      for (const side of SIDES) {
        const ms = await pages[side].evaluate(
          ([list, how]) => embeddingBench.time(list, how),
          [texts, batching[side]],
        );
        // run −1 warms up
        if (run >= 0) rates[side].push((texts.length * 1000) / ms);
      }
    }
    rows.push({ batch: batching.name, ours: summarise(rates.ours), peer: summarise(rates.peer) });
  }
  return rows;
}

async function measureModel(browser, url, { id, language }, device, { quick }) {
  const lists = textsOf(language, quick);
  const runs = quick ? 1 : 5;
  const { times, pages, facts } = await measureLoads(browser, url, id, device, lists.texts[0], runs);
  try {
    const agreement = await compareVectors(pages, lists.texts, facts.ours.dim);
    const throughput = {};
    for (const [name, texts] of Object.entries(lists)) {
      console.error(`  ${id} on ${device}: ${name} …`);
      throughput[name] = { count: texts.length, rows: await measureThroughput(pages, texts, runs) };
    }
    const load = Object.fromEntries(
      SIDES.map((side) => [
        side,
        { ready: summarise(times[side].ready), first: summarise(times[side].first) },
      ]),
    );
    return { model: id, device, threads: facts.ours.threads, agreement, load, throughput };
  } finally {
    for (const side of SIDES) await pages[side].context().close();
  }
}

/** The whole bench: every bundled contextual model on WASM, and on WebGPU where there is a real GPU. */
export async function measureEmbedding(options) {
  const peerModels = temporaryFolder();
  for (const { id } of MODELS) writePeerModel(join(root, 'public', 'models', id), peerModels);
  const server = await servePages([
    ['/peer-models/', peerModels],
    ['/peer-runtime/', join(peers, 'node_modules', 'onnxruntime-web', 'dist')],
  ]);
  const results = [];
  let gpu = null;
  try {
    for (const device of ['wasm', 'webgpu']) {
      const browser = await openBrowser({ gpu: device === 'webgpu' });
      try {
        if (device === 'webgpu') {
          const page = await freshPage(browser, `${server.url}ours.html`);
          gpu = await page.evaluate(() => realGpu());
          if (gpu === null) continue;
        }
        for (const model of MODELS) {
          results.push(await measureModel(browser, server.url, model, device, options));
        }
      } finally {
        await browser.close();
      }
    }
  } finally {
    await server.close();
  }
  return { gpu, results };
}

export function embeddingTable({ gpu, results }) {
  const ratio = (ours, peer, faster) => `${(faster(ours.median, peer.median)).toFixed(2)}×`;
  const rows = results.flatMap(({ model, device, load, throughput }) => [
    ...[
      ['cold load', 'ready'],
      ['first sentence', 'first'],
    ].map(([label, key]) => [
      `${model} ${device}`,
      label,
      'ms',
      spreadOf(load.ours[key]),
      spreadOf(load.peer[key]),
      ratio(load.ours[key], load.peer[key], (ours, peer) => peer / ours),
    ]),
    ...Object.entries(throughput).flatMap(([list, { count, rows: measured }]) =>
      measured.map(({ batch, ours, peer }) => [
        `${model} ${device}`,
        `${count} ${list}, batch ${batch}`,
        'texts/s',
        spreadOf(ours, 1),
        spreadOf(peer, 1),
        ratio(ours, peer, (a, b) => a / b),
      ]),
    ),
  ]);
  const agreement = results
    .map(({ model, device, agreement: cosine, threads }) => {
      return `${model} ${device}: ${threads} threads, least cosine of the two sides ${cosine.toFixed(6)}`;
    })
    .join('\n');
  return [
    formatTable(['embedding', 'what', 'unit', 'ours', 'transformers.js', 'ours is faster by'], rows),
    agreement,
    gpu === null ? 'WebGPU: no GPU here' : `WebGPU: ${gpu}`,
  ].join('\n');
}
