/** How the cost of each stage of a map grows with the number of points, and what this machine could do at best. */
import { readFileSync } from 'node:fs';
import { versionOf } from './environment.mjs';
import { freshPage, openBrowser, servePages } from './pages.mjs';
import { summarise } from './statistics.mjs';
import { growthSet } from './vectorSets.mjs';
import { cache } from './wordVectors.mjs';

/** Half powers of ten. */
const SIZES = [1_000, 3_162, 10_000, 31_623, 100_000, 316_228, 1_000_000];
const QUICK_SIZES = [1_000, 3_162];
const SETTINGS = { dims: 2, nNeighbors: 15, minDist: 0.1, nEpochs: 200, metric: 'cosine', seed: 42 };
/** Runs of a size whose first took so many seconds. */
const runsFor = (seconds) => (seconds > 60 ? 1 : seconds > 20 ? 3 : 5);
/** Of each limit, on one thread and on all. */
const LIMIT_MS = 1000;

export function versions() {
  return { three: versionOf('three') };
}

/** The most memory that the page's process has held, in bytes; null where the system does not tell. */
async function mostHeld(browser) {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const held = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
    return Math.max(...held) * 1024;
  } catch {
    return null;
  }
}

async function measureSize(url, count, quick) {
  const { address, dim } = await growthSet(count);
  // a browser of its own: a process keeps what a larger map needed
  const browser = await openBrowser();
  try {
    const page = await freshPage(browser, `${url}projection.html`);
    await page.evaluate(([at, d]) => projectionBench.load(at, d), [address, dim]);
    const once = () => page.evaluate((asked) => projectionBench.stages(asked), SETTINGS);
    const first = await once();
    const runs = quick ? 1 : runsFor(Object.values(first.stages).reduce((sum, ms) => sum + ms, 0) / 1000);
    // where it is not too long for that, the first run only compiles the code
    const measured = runs === 1 && !quick ? [first] : [];
    while (measured.length < runs) measured.push(await once());
    const [{ engine, recall, firings, stages }] = measured;
    const summaries = Object.keys(stages).map((stage) => [
      stage,
      summarise(measured.map((one) => one.stages[stage] / 1000)),
    ]);
    return {
      count,
      dim,
      engine,
      recall,
      firings,
      stages: Object.fromEntries(summaries),
      mostHeld: await mostHeld(browser),
    };
  } finally {
    await browser.close();
  }
}

export async function measureGrowth({ quick, save }) {
  const server = await servePages([['/vectors/', cache]]);
  try {
    const browser = await openBrowser();
    const page = await freshPage(browser, `${server.url}projection.html`);
    const limits = await page.evaluate((ms) => limitsBench.measure(ms), quick ? 200 : LIMIT_MS);
    await browser.close();
    const sizes = [];
    for (const count of quick ? QUICK_SIZES : SIZES) {
      console.error(`  ${count} points …`);
      try {
        sizes.push(await measureSize(server.url, count, quick));
      } catch (error) {
        // a size that does not fit is a result too
        sizes.push({ count, dim: 50, failed: String(error.message ?? error).split('\n')[0] });
      }
      save({ settings: SETTINGS, limits, sizes });
    }
    return { settings: SETTINGS, limits, sizes };
  } finally {
    await server.close();
  }
}
