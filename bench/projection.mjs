/** Laying out real word vectors: the app's path beside plain umap-js, both in workers of one page. */
import { mkdirSync } from 'node:fs';
import { versionOf } from './environment.mjs';
import { freshPage, openBrowser, servePages } from './pages.mjs';
import { summarise } from './statistics.mjs';
import { formatTable, spreadOf } from './table.mjs';
import { cache, wordVectors } from './wordVectors.mjs';

const DIM = 384;
/** The app's defaults, and umap-learn's number of epochs up to 10,000 points, on both sides. */
const SETTINGS = { dim: DIM, dims: 3, nNeighbors: 15, minDist: 0.1, nEpochs: 500, seed: 42 };
/** A run longer than this is repeated once only. */
const LONG_MS = 60_000;

export function versions() {
  return { 'umap-js': versionOf('umap-js') };
}

async function measureSize(page, vectors, count, quick) {
  const run = { ...SETTINGS, vectors };
  const ours = [];
  const peer = [];
  for (let runs = quick ? 2 : 5; ours.length < runs; ) {
    console.error(`  ${count} × ${DIM}, run ${ours.length + 1} …`);
    ours.push(await page.evaluate((asked) => projectionBench.ours(asked), run));
    peer.push(await page.evaluate((asked) => projectionBench.peer(asked), run));
    if (ours[0].totalMs > LONG_MS || peer[0].totalMs > LONG_MS) runs = 2;
  }
  const seconds = (list, key) => summarise(list.map((one) => one[key] / 1000));
  const side = (list) => {
    const { trustworthiness } = list[0];
    if (list.some((one) => one.trustworthiness !== trustworthiness)) {
      throw new Error('the same seed gave another map');
    }
    return {
      neighbours: seconds(list, 'neighboursMs'),
      total: seconds(list, 'totalMs'),
      trustworthiness,
    };
  };
  return {
    count,
    dim: DIM,
    ours: { ...side(ours), firstMap: seconds(ours, 'firstMapMs'), quality: seconds(ours, 'qualityMs') },
    peer: side(peer),
  };
}

export async function measureProjection({ quick }) {
  mkdirSync(cache, { recursive: true });
  const server = await servePages([['/vectors/', cache]]);
  const browser = await openBrowser();
  try {
    const sizes = [];
    for (const count of quick ? [2_000] : [2_000, 10_000]) {
      const name = await wordVectors(browser, server.url, count);
      const page = await freshPage(browser, `${server.url}projection.html`);
      sizes.push(await measureSize(page, `/vectors/${name}`, count, quick));
      await page.context().close();
    }
    return { settings: SETTINGS, sizes };
  } finally {
    await browser.close();
    await server.close();
  }
}

export function projectionTable({ settings, sizes }) {
  const times = (ours, peer) => `${(peer.median / ours.median).toFixed(2)}×`;
  const rows = sizes.flatMap(({ count, dim, ours, peer }) => {
    const size = `${count} × ${dim}`;
    const row = (what, key) => [
      size,
      what,
      spreadOf(ours[key], 2),
      peer[key] ? spreadOf(peer[key], 2) : '–',
      peer[key] ? times(ours[key], peer[key]) : '',
    ];
    return [
      row('first map (PCA), s', 'firstMap'),
      row('until its first epoch, s', 'neighbours'),
      row('until the map is done, s', 'total'),
      row('quality, after that, s', 'quality'),
      [size, 'trustworthiness, k = 15', ours.trustworthiness.toFixed(4), peer.trustworthiness.toFixed(4), ''],
    ];
  });
  const { nEpochs, nNeighbors, minDist, dims } = settings;
  return [
    formatTable(['projection', 'what', 'ours', 'plain umap-js', 'ours is faster by'], rows),
    `both sides: nEpochs ${nEpochs}, nNeighbors ${nNeighbors}, minDist ${minDist}, ${dims} dimensions, cosine`,
  ].join('\n');
}
