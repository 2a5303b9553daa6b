/** What the page's own thread does while a large map is computed and drawn; and how fast cancel and pause answer. */
import { readdirSync, readFileSync } from 'node:fs';
import { versionOf } from './environment.mjs';
import { freshPage, openBrowser, servePage, servePages } from './pages.mjs';
import { summarise } from './statistics.mjs';
import { formatTable, spreadOf } from './table.mjs';
import { longTasks, pageTasks, traced } from './trace.mjs';
import { vectorSet } from './vectorSets.mjs';
import { cache } from './wordVectors.mjs';

const WORDS = '/models/glove-6b-50d/vocabulary.txt';
const SETTINGS = { dims: 3, metric: 'cosine', nNeighbors: 15, minDist: 0.1, seed: 42 };
const SETS = ['glove-50k', 'minilm-100k'];
/** How long the thread of a cancelled map is watched, and how often. */
const WATCHED_MS = 1000;
const WATCH_EVERY_MS = 2;
/** At rest workers take less than half a core over so long: a thread that ends still tidies up, half a second later even. */
const WINDOW_MS = 20;

export function versions() {
  return { three: versionOf('three'), react: versionOf('react') };
}

/**
 * The vectors of a set in the page's reach; those that all-minilm-l6-v2 makes need the page that embeds.
 * @returns null for a trial where they would have to be made first
 */
async function vectorsOf(name, count, quick) {
  if (!name.startsWith('minilm')) return vectorSet(name, {}, count);
  if (quick) return null;
  const server = await servePages([]);
  const browser = await openBrowser();
  try {
    return await vectorSet(name, { browser, url: server.url }, count);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function openSet(browser, url, { address, dim }) {
  const page = await freshPage(browser, `${url}settling.html`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(([at, d, words]) => settlingBench.load(at, d, words), [address, dim, WORDS]);
  return page;
}

/** The page's tasks while a map settles under a pointer that moves now and then. */
async function measureSettling(browser, page) {
  let run;
  const events = await traced(browser, page, async () => {
    let done = false;
    const computed = page
      .evaluate((asked) => settlingBench.run(asked), SETTINGS)
      .finally(() => {
        done = true;
      });
    for (let step = 0; !done; step++) {
      await page.mouse.move(420 + ((step * 97) % 600), 300 + ((step * 41) % 300));
      await page.waitForTimeout(300);
    }
    run = await computed;
    // the last map is drawn
    await page.waitForTimeout(1000);
  });
  const { tasks: thread, walls: wall } = pageTasks(events);
  const answers = await page.evaluate(() => settlingBench.answers());
  return {
    totalS: run.totalMs / 1000,
    frames: run.frames,
    tasks: wall.length,
    longWall: longTasks(wall),
    longestWall: Math.max(...wall),
    longThread: longTasks(thread),
    longestThread: Math.max(...thread),
    busyShare: thread.reduce((sum, ms) => sum + ms, 0) / run.totalMs,
    answers: answers.length > 0 ? summarise(answers) : null,
  };
}

/** The processes of pages; the one with most threads is the bench's. */
async function pageProcess(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const threads = (id) => readdirSync(`/proc/${id}/task`).length;
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return pages.sort((a, b) => threads(b) - threads(a))[0];
}

/** Nanoseconds that the process's workers have run by now, threads that are gone not counted. */
function workersRan(process) {
  let sum = 0;
  for (const thread of readdirSync(`/proc/${process}/task`)) {
    try {
      const folder = `/proc/${process}/task/${thread}`;
      if (!readFileSync(`${folder}/comm`, 'utf8').startsWith('DedicatedWorker')) continue;
      sum += Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // gone between the list and the look
    }
  }
  return sum;
}

/** Cancels in a stage; `freeMs`: from the abort until workers were at rest (null off Linux). */
async function measureCancel(browser, page, stage) {
  const process = await pageProcess(browser).catch(() => null);
  const cancelled = page.evaluate(
    ([asked, wanted]) => settlingBench.cancel(asked, wanted, 150),
    [SETTINGS, stage],
  );
  let answer = null;
  cancelled.then(
    (given) => {
      answer = given;
    },
    () => {},
  );
  const ran = [];
  for (let end = Number.POSITIVE_INFINITY; performance.now() < end; ) {
    if (process) ran.push({ at: performance.timeOrigin + performance.now(), sum: workersRan(process) });
    if (answer && end === Number.POSITIVE_INFINITY) end = performance.now() + WATCHED_MS;
    await new Promise((resolve) => setTimeout(resolve, WATCH_EVERY_MS));
  }
  const { at, rejectedMs } = await cancelled;
  // a sum that falls: a thread has gone; what it rises by has been run since the look before
  const after = ran
    .map(({ at: when, sum }, index) => ({ when, ran: Math.max(0, sum - (ran[index - 1]?.sum ?? sum)) }))
    .filter(({ when }) => when > at);
  let [free, first, sum] = [0, 0, 0];
  for (const { when, ran: nanoseconds } of after) {
    sum += nanoseconds;
    for (; after[first].when <= when - WINDOW_MS; first++) sum -= after[first].ran;
    if (sum > (WINDOW_MS / 2) * 1e6) free = when - at;
  }
  return { rejectedMs, freeMs: process ? free : null };
}

/** Once before: scripts and shaders compiled, atlas of letters made. In the app another map was there before. */
async function warmUp(page) {
  await page.evaluate((asked) => settlingBench.run(asked), { ...SETTINGS, nEpochs: 20 });
  await page.waitForTimeout(1500);
  await page.mouse.move(600, 400);
  await page.waitForTimeout(1000);
  await page.evaluate(() => settlingBench.answers());
}

/** The same where Chromium puts its pages together without GL and waits for each picture. */
async function measurePlain(url, vectors) {
  const browser = await openBrowser();
  try {
    const page = await openSet(browser, url, vectors);
    await warmUp(page);
    return await measureSettling(browser, page);
  } finally {
    await browser.close();
  }
}

async function measureSet(browser, url, vectors, quick) {
  const page = await openSet(browser, url, vectors);
  try {
    await warmUp(page);
    const settling = await measureSettling(browser, page);
    // a large map takes its time until it is at a stage
    const repeats = quick ? 1 : vectors.count > 60_000 ? 2 : 5;
    const cancels = {};
    for (const stage of ['neighbours', 'umap']) {
      const list = [];
      while (list.length < repeats) list.push(await measureCancel(browser, page, stage));
      cancels[stage] = {
        rejected: summarise(list.map(({ rejectedMs }) => rejectedMs)),
        free: list[0].freeMs === null ? null : summarise(list.map(({ freeMs }) => freeMs)),
      };
    }
    const pauses = [];
    while (pauses.length < Math.min(repeats, 3)) {
      pauses.push(await page.evaluate((asked) => settlingBench.pause(asked), SETTINGS));
    }
    return {
      set: vectors.name,
      count: vectors.count,
      dim: vectors.dim,
      settling,
      cancels,
      pause: {
        last: summarise(pauses.map(({ lastMs }) => lastMs)),
        resumed: summarise(pauses.map(({ resumedMs }) => resumedMs)),
      },
    };
  } finally {
    await page.context().close();
  }
}

export async function measurePage({ quick, save }) {
  const server = await servePage('settling.html', [['/vectors/', cache]]);
  const browser = await openBrowser({ compositing: true });
  try {
    const sets = [];
    for (const name of SETS) {
      const vectors = await vectorsOf(name, quick ? 3_000 : undefined, quick);
      if (!vectors) continue;
      console.error(`  ${name}: ${vectors.count} points …`);
      const measured = await measureSet(browser, server.url, vectors, quick);
      sets.push({
        ...measured,
        plain: quick || name !== SETS[0] ? null : await measurePlain(server.url, vectors),
      });
      save({ settings: SETTINGS, sets });
    }
    return { settings: SETTINGS, sets };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Head and rows of the part's table. */
export function pageRows({ sets }) {
  const head = ['points', 'measured', 'value'];
  const ms = (summary) => (summary ? `${spreadOf(summary, 1)} ms` : 'not here');
  const rows = sets.flatMap(({ count, dim, settling, cancels, pause, plain }) => [
    [`${count} × ${dim}`, 'computed and drawn', `${settling.totalS.toFixed(1)} s, ${settling.frames} frames`],
    ['', 'tasks over 50 ms, by the clock', `${settling.longWall} of ${settling.tasks}`],
    ['', 'longest task, by the clock', `${settling.longestWall.toFixed(1)} ms`],
    ['', 'tasks over 50 ms, thread time', String(settling.longThread)],
    ['', 'longest task, thread time', `${settling.longestThread.toFixed(1)} ms`],
    ['', 'page’s thread busy', `${(100 * settling.busyShare).toFixed(0)}%`],
    ['', 'pointer answered while it settles', ms(settling.answers)],
    ...Object.entries(cancels).flatMap(([stage, { rejected, free }]) => [
      ['', `cancel in ${stage}: rejected after`, ms(rejected)],
      ['', `cancel in ${stage}: no worker runs after`, ms(free)],
    ]),
    ['', 'pause: last frame after', ms(pause.last)],
    ['', 'resume: next frame after', ms(pause.resumed)],
    ...(plain
      ? [
          ['', 'composed without GL: tasks over 50 ms, by the clock', `${plain.longWall} of ${plain.tasks}`],
          ['', 'composed without GL: tasks over 50 ms, thread time', String(plain.longThread)],
        ]
      : []),
  ]);
  return { head, rows };
}

export function pageTable(measured) {
  const { head, rows } = pageRows(measured);
  return [
    formatTable(['page', ...head.slice(1)], rows),
    '3 dimensions, nEpochs by size as the app has it; software GL draws the scene and takes its share of the cores.',
    'composed without GL: Chromium then copies each picture of the canvas on the page’s thread and waits for software GL.',
  ].join('\n');
}
