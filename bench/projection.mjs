/** From vectors to a map: the app's engine beside umap-js and embedding-atlas in workers of one page, and umap-learn. */
import { mkdirSync } from 'node:fs';
import { peers, versionOf } from './environment.mjs';
import { freshPage, openBrowser, servePages } from './pages.mjs';
import { summarise } from './statistics.mjs';
import { pythonVersions, umapLearn } from './umapLearn.mjs';
import { SETS, vectorSet } from './vectorSets.mjs';
import { cache } from './wordVectors.mjs';

const SIDES = ['ours', 'embedding-atlas', 'umap-js'];
const SEED = 42;
/** The same for all sides. */
const EQUAL = { nNeighbors: 15, minDist: 0.1, nEpochs: 200, metric: 'cosine', seed: SEED };
/** Rows that stand for all above 20,000 points, as in the app; all points up to there. */
const JUDGED = { k: 15, above: 20_000, rows: 2_000 };
const RUNS = 5;
/** A run longer than this is not repeated. */
const LONG_MS = 60_000;
const THREADS = [1, 2, 4];

/**
 * What is laid out, the ones that must be shown first. `defaults`: every side as it is without being told. `sides` and `learned` leave
 * out who would take many minutes.
 */
const CASES = [
  { set: 'minilm-10k', table: 'equal', dims: 2 },
  { set: 'mixture-60k', table: 'equal', dims: 2 },
  { set: 'minilm-100k', table: 'equal', dims: 2, sides: ['ours', 'embedding-atlas'], learned: false },
  { set: 'glove-10k', table: 'equal', dims: 2 },
  { set: 'glove-50k', table: 'equal', dims: 2, learned: false },
  { set: 'cedict-10k', table: 'equal', dims: 2 },
  { set: 'cedict-50k', table: 'equal', dims: 2, learned: false },
  { set: 'noise-10k', table: 'equal', dims: 2 },
  { set: 'noise-50k', table: 'equal', dims: 2, learned: false },
  { set: 'minilm-10k', table: 'equal', dims: 3 },
  { set: 'minilm-10k', table: 'defaults', dims: 2 },
  { set: 'glove-50k', table: 'defaults', dims: 2, learned: false },
];
/** A trial: the same path, with so few points that all sides take seconds. */
const QUICK = [
  { set: 'glove-10k', table: 'equal', dims: 2, count: 1_500 },
  { set: 'mixture-60k', table: 'equal', dims: 2, count: 1_500 },
  { set: 'glove-10k', table: 'defaults', dims: 2, count: 1_000 },
];

export function versions() {
  return {
    'umap-js': versionOf('umap-js'),
    'embedding-atlas': versionOf('embedding-atlas', peers),
    ...pythonVersions(),
  };
}

const nameOf = ({ set, table, dims }) => `${set}, ${dims} dimensions, ${table}`;

/**
 * @param options.data sets to take, by the beginning of their names or what stands after the hyphen ('60k'); all if left out
 * @param options.peerRuns runs of a peer that takes less than a minute
 * @param options.stamp gives the environment that stands beside each case
 * @param options.previous results of earlier runs: cases not measured now are kept, with their own environment
 * @param options.save is given all cases after each
 */
export async function measureProjection({ quick, data, peerRuns, previous, stamp, save }) {
  mkdirSync(cache, { recursive: true });
  const wanted = (quick ? QUICK : CASES).filter(
    ({ set }) => !data || data.some((part) => set.startsWith(part) || set.endsWith(`-${part}`)),
  );
  if (wanted.length === 0) throw new Error(`--data takes the beginnings of: ${Object.keys(SETS).join(', ')}`);
  const cases = new Map((previous?.cases ?? []).map((one) => [one.name, one]));
  const server = await servePages([['/vectors/', cache]]);
  const browser = await openBrowser();
  try {
    for (const one of wanted) {
      console.error(`  ${nameOf(one)} …`);
      const name = nameOf(one);
      cases.set(name, {
        name,
        environment: stamp(),
        ...(await measureCase(browser, server, one, { quick, peerRuns })),
      });
      save({ cases: [...cases.values()] });
    }
    return { cases: [...cases.values()] };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureCase(browser, server, one, { quick, peerRuns }) {
  const { set, table, dims, count, sides: who = SIDES, learned: withLearned = true } = one;
  const vectors = await vectorSet(set, { browser, url: server.url }, count);
  const page = await freshPage(browser, `${server.url}projection.html`);
  try {
    await page.evaluate(
      ([address, dim]) => projectionBench.load(address, dim),
      [vectors.address, vectors.dim],
    );
    const settings = { ...(table === 'equal' ? EQUAL : { seed: SEED }), dims };
    await page.evaluate(([sides, asked]) => projectionBench.warm(sides, asked), [who, settings]);
    const runs = { ours: RUNS, peer: peerRuns };
    const fits = await measureFits(page, who, settings, quick ? { ours: 1, peer: 1 } : runs);
    const same = await sameMaps(page, settings, fits.ours);
    const reference = quick || !withLearned ? null : learned(vectors, table, dims);
    if (reference) {
      const { map, neighbours } = reference;
      await page.evaluate(
        ([at, near, d]) => projectionBench.adopt('umap-learn', at, near, d),
        [map, neighbours, dims],
      );
    }
    const rows = vectors.count > JUDGED.above ? JUDGED.rows : vectors.count;
    const judged = await page.evaluate(
      ([rowCount, k]) => projectionBench.judge(rowCount, k),
      [rows, JUDGED.k],
    );
    const sides = Object.fromEntries(who.map((side) => [side, { ...summary(fits[side]), ...judged[side] }]));
    if (reference) {
      const { seconds, used } = reference;
      sides['umap-learn'] = {
        total: summarise([seconds]),
        nEpochs: used.nEpochs,
        used,
        ...judged['umap-learn'],
      };
    }
    const { what, dim } = vectors;
    return { set, table, dims, what, count: vectors.count, dim, settings, judgedRows: rows, sides, same };
  } finally {
    await page.context().close();
  }
}

/** All sides in turn, so that whatever else the machine does falls on all. */
async function measureFits(page, who, settings, runs) {
  const fits = Object.fromEntries(who.map((side) => [side, []]));
  for (let run = 0; run < Math.max(runs.ours, runs.peer); run++) {
    for (const side of who) {
      if (run >= (side === 'ours' ? runs.ours : runs.peer) || fits[side][0]?.totalMs > LONG_MS) continue;
      fits[side].push(
        await page.evaluate(([which, asked]) => projectionBench.fit(which, asked), [side, settings]),
      );
      console.error(`    ${side}: ${(fits[side].at(-1).totalMs / 1000).toFixed(2)} s`);
    }
  }
  return fits;
}

/** The same seed and other numbers of threads: is the map the same, bit for bit? */
async function sameMaps(page, settings, runs) {
  const sums = { runs: runs.map(({ sha256 }) => sha256), threads: {} };
  for (const threads of THREADS) {
    const { sha256 } = await page.evaluate((asked) => projectionBench.fit('ours', asked), {
      ...settings,
      threads,
    });
    sums.threads[threads] = sha256;
  }
  const all = new Set([...sums.runs, ...Object.values(sums.threads)]);
  return { identical: all.size === 1, runs: sums.runs.length, threads: THREADS, sha256: sums.runs[0] };
}

function learned(vectors, table, dims) {
  // with a seed umap-learn optimises on one thread; without one no two of its maps are the same
  const common = { n_components: dims, random_state: SEED, n_jobs: 1 };
  const { nNeighbors, minDist, nEpochs, metric } = EQUAL;
  return umapLearn(
    vectors,
    table === 'equal'
      ? { ...common, n_neighbors: nNeighbors, min_dist: minDist, n_epochs: nEpochs, metric }
      : common,
  );
}

function summary(fits) {
  const seconds = (key) => summarise(fits.map((one) => one[key] / 1000));
  const [{ nEpochs, engine, recall, withQualityMs }] = fits;
  const named = withQualityMs !== undefined && {
    withQuality: seconds('withQualityMs'),
    engine,
    ownRecall: recall,
  };
  return { total: seconds('totalMs'), neighbours: seconds('neighboursMs'), nEpochs, ...named };
}
