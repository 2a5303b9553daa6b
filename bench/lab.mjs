/** The contextual lab: from a change of the sentences to the points, and what the layers' animation costs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root, versionOf } from './environment.mjs';
import { openBrowser, temporaryFolder } from './pages.mjs';
import { serveFolders } from './staticServer.mjs';
import { summarise } from './statistics.mjs';
import { formatTable, spreadOf } from './table.mjs';

const SENTENCES = 40;
const DOTS = 500;
const MODELS = { zh: 'bge-small-zh-v1.5', en: 'all-minilm-l6-v2' };
/** Seconds of playing that are traced: eight layers at a second each. */
const PLAYED_MS = 8500;

export function versions() {
  return { onnxruntime: versionOf('onnxruntime-web'), three: versionOf('three') };
}

/** Natural sentences about other things, each about `word` now: bundled ones with their word exchanged. */
function sentencesFor(language, word) {
  const data = JSON.parse(readFileSync(join(root, 'public', 'data', `contexts-${language}.json`), 'utf8'));
  const all = data.words.flatMap((entry) =>
    entry.senses.flatMap(({ sentences }) =>
      sentences.slice(0, 2).map((sentence) => sentence.replaceAll(entry.word, word)),
    ),
  );
  return all.filter((sentence) => sentence.includes(word)).slice(0, SENTENCES);
}

async function openLab(browser, url) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'no-preference',
  });
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(url);
  await settled(page);
  return page;
}

async function settled(page) {
  const ended = '[data-testid=status]:is([data-state=ready],[data-state=error])';
  await page.waitForSelector(ended, { timeout: 300_000 });
  if ((await page.getByTestId('status').getAttribute('data-state')) === 'error')
    throw new Error(await page.getByTestId('message').first().innerText());
}

/** Puts text into the box as a paste does, and measures in the page until the points and until all is ready. */
function typed(page, text) {
  return page.evaluate(async (value) => {
    const find = (id) => document.querySelector(`[data-testid=${id}]`);
    const box = find('context-sentences');
    const lines = value.split('\n').length;
    const begin = performance.now();
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, value);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let points = null;
    const first = () => document.querySelector('.occurrence')?.textContent;
    const before = first();
    for (;;) {
      await frame();
      const now = performance.now() - begin;
      const there = Number(find('point-count').dataset.count) === lines && first() !== before;
      if (there) points ??= now;
      if (find('status').dataset.state === 'ready') return { points: points ?? now, ready: now };
    }
  }, text);
}

async function measureTyping(browser, server, language, runs) {
  const word = language === 'zh' ? '苹果' : 'apple';
  const address = `${server.url}?view=context&lang=${language}&device=wasm&word=${encodeURIComponent(word)}`;
  const page = await openLab(browser, address);
  const base = sentencesFor(language, word);
  const all = [];
  const one = [];
  for (let run = 0; run < runs; run++) {
    // another beginning each time: vectors of sentences that were seen before are kept
    const lines = base.map((sentence) => `${run} ${sentence}`);
    all.push(await typed(page, lines.join('\n')));
    one.push(await typed(page, [`${run}! ${base[0]}`, ...lines.slice(1)].join('\n')));
  }
  await page.close();
  const summary = (list) => ({
    points: summarise(list.map(({ points }) => points)),
    ready: summarise(list.map(({ ready }) => ready)),
  });
  return { language, model: MODELS[language], all: summary(all), one: summary(one) };
}

/** Plays the layers of 500 dots and reads from Chromium's trace what each frame ran, and what was collected. */
async function measureAnimation(browser, server) {
  const lines = Array.from({ length: DOTS }, (_, n) =>
    n % 2 ? `I ate apple number ${n}.` : `The apple firm sold ${n} phones.`,
  );
  const hash = `#sentences=${encodeURIComponent(lines.join('\n'))}`;
  const query = '?view=context&lang=en&device=wasm&word=apple&projector=pca&k=2&layer=table';
  const page = await openLab(browser, `${server.url}${query}${hash}`);
  const session = await page.context().newCDPSession(page);
  await page.waitForTimeout(3000);
  // what loading left behind is not the animation's
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(1000);
  const path = join(temporaryFolder(), 'trace.json');
  await page.getByRole('button', { name: 'Play through the layers' }).click();
  await page.waitForTimeout(300);
  const categories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.gc'];
  await browser.startTracing(page, { path, categories });
  await page.waitForTimeout(PLAYED_MS - 2500);
  await browser.stopTracing();
  await page.close();
  return readTrace(JSON.parse(readFileSync(path, 'utf8')).traceEvents);
}

/** Thread time of the page's own thread, in ms: of each animation frame, and of the longest other task. */
function readTrace(events) {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const counts = threads.map(({ pid, tid }) => ({
    pid,
    tid,
    count: events.filter((event) => event.pid === pid && event.tid === tid).length,
  }));
  const { pid, tid } = counts.sort((a, b) => b.count - a.count)[0];
  const own = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X');
  const time = ({ tdur, dur }) => (tdur ?? dur) / 1000;
  const frames = own.filter(({ name }) => name === 'FireAnimationFrame').map(time);
  const others = own.filter(({ name }) => name === 'TimerFire' || name === 'EventDispatch').map(time);
  const sorted = [...frames].sort((a, b) => a - b);
  return {
    frames: frames.length,
    median: summarise(frames).median,
    p95: sorted[Math.floor(sorted.length * 0.95)],
    longest: sorted[sorted.length - 1],
    longestTask: Math.max(0, ...others),
    collections: own.filter(({ name }) => name === 'MinorGC' || name === 'MajorGC').length,
  };
}

export async function measureLab({ quick }) {
  const outDir = join(temporaryFolder(), 'app');
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await serveFolders([['/', outDir]]);
  const browser = await openBrowser();
  try {
    const runs = quick ? 1 : 5;
    const typing = [];
    for (const language of ['zh', 'en']) typing.push(await measureTyping(browser, server, language, runs));
    return { typing, animation: await measureAnimation(browser, server) };
  } finally {
    await browser.close();
    server.close();
  }
}

export function labTable({ typing, animation }) {
  const rows = typing.flatMap(({ model, all, one }) => [
    [model, `${SENTENCES} sentences typed, points`, spreadOf(all.points)],
    [model, `${SENTENCES} sentences typed, ready`, spreadOf(all.ready)],
    [model, 'one sentence edited, ready', spreadOf(one.ready)],
  ]);
  const { frames, median, p95, longest, longestTask, collections } = animation;
  rows.push(
    [`${DOTS} dots, layers played`, `script a frame, median of ${frames}`, median.toFixed(2)],
    ['', '95% of the frames below', p95.toFixed(2)],
    ['', 'longest frame', longest.toFixed(2)],
    ['', 'longest other task', longestTask.toFixed(2)],
    ['', 'garbage collections', String(collections)],
  );
  return formatTable(['lab', 'measured', 'ms'], rows);
}
