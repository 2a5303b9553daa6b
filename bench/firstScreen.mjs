/** What the built app asks for until its shell can be read, and until its first map can be flown through. */
import { join } from 'node:path';
import { build } from 'vite';
import { root, versionOf } from './environment.mjs';
import { openBrowser, temporaryFolder } from './pages.mjs';
import { serveFolders } from './staticServer.mjs';
import { summarise } from './statistics.mjs';
import { formatTable, spreadOf } from './table.mjs';

/** The project's own limits: gzipped JS in kB (1000 bytes). */
const LIMITS = { shell: 150, map: 400 };
/** Lighthouse's slow 4G. On a link this slow, what the shell does not wait for does not arrive before it. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
};
/** No weights, tokenizer, model runtime or word segmenter may be asked for before the map is there; cards may. */
const FORBIDDEN =
  /^\/models\/(?!.*\/model\.json$)|\.wasm$|\.onnx$|\/ort[-.]|onnx|jieba|modelWorker|tokenizer/i;

const KINDS = [
  ['js', /\.m?js$/],
  ['css', /\.css$/],
  ['data', /\.(json|bin|txt)$/],
  ['html', /\.html$|\/$/],
];
const kindOf = (path) => KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';

export function versions() {
  return { vite: versionOf('vite'), react: versionOf('react'), three: versionOf('three') };
}

/** Runs in the page before the app: notes when the shell (language and status) and when the map is there. */
function watch() {
  globalThis.reached = {};
  const note = (name, there) => {
    if (!there || globalThis.reached[name] !== undefined) return;
    // readable when it is painted: in the frame after this one
    globalThis.reached[name] = null;
    requestAnimationFrame(() => {
      globalThis.reached[name] = performance.now();
    });
  };
  const look = () => {
    const status = document.querySelector('[data-testid=status]');
    note('shell', status && document.querySelector('[data-testid=language]'));
    // `ready` without a canvas would be a list of points, and nothing to fly through
    note('map', status?.dataset.state === 'ready' && document.querySelector('canvas'));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** One visit with an empty cache: when shell and map were there, and every request with its size as sent. */
async function visit(browser, server, language) {
  server.requests.length = 0;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: language });
  try {
    const page = await context.newPage();
    const finished = new Map();
    page.on('requestfinished', (request) => {
      const { startTime, responseEnd } = request.timing();
      finished.set(new URL(request.url()).pathname, startTime + responseEnd);
    });
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await page.addInitScript(watch);
    await page.goto(`${server.url}?lang=${language}`, { waitUntil: 'commit' });
    const ready = () => globalThis.reached?.shell && globalThis.reached?.map;
    await page.waitForFunction(ready, null, { timeout: 60_000 }).catch(async (cause) => {
      const text = await page.evaluate(() => document.body.textContent.slice(0, 300));
      throw new Error(`the map was never ready; the page says: ${text}`, { cause });
    });
    const { shell, map, origin } = await page.evaluate(() => ({
      ...globalThis.reached,
      origin: performance.timeOrigin,
    }));
    const requests = server.requests
      .filter(({ asked }) => asked - origin <= map)
      // what a worker asks for has no end in this page: it counts from when the server was asked
      .map(({ path, bytes, asked, status }) => ({
        path,
        bytes,
        status,
        at: (finished.get(path) ?? asked) - origin,
      }));
    return { shellMs: shell, mapMs: map, requests };
  } finally {
    await context.close();
  }
}

function sumByKind(requests) {
  const sums = {};
  for (const { path, bytes } of requests) sums[kindOf(path)] = (sums[kindOf(path)] ?? 0) + bytes;
  return sums;
}

async function measureLanguage(browser, server, language, runs) {
  const visits = [];
  while (visits.length < runs) visits.push(await visit(browser, server, language));
  const requests = visits[0].requests.map(({ path, bytes, at }) => ({
    path,
    bytes,
    until: at <= visits[0].shellMs ? 'shell' : 'map',
  }));
  const bad = visits.flatMap((one) =>
    one.requests.filter(({ path, status }) => FORBIDDEN.test(path) || status !== 200),
  );
  if (bad.length > 0) {
    const list = [...new Set(bad.map(({ path, status }) => `${path} (${status})`))];
    throw new Error(`asked for before the first map: ${list.join(', ')}`);
  }
  return {
    language,
    shellMs: summarise(visits.map(({ shellMs }) => shellMs)),
    mapMs: summarise(visits.map(({ mapMs }) => mapMs)),
    shell: sumByKind(requests.filter(({ until }) => until === 'shell')),
    map: sumByKind(requests),
    requests,
  };
}

/** Builds the app as `npm run build` does, elsewhere, and visits it in both languages. */
export async function measureFirstScreen({ quick }) {
  const outDir = join(temporaryFolder(), 'app');
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await serveFolders([['/', outDir]], { gzip: true });
  const browser = await openBrowser();
  try {
    const languages = [];
    for (const language of ['zh', 'en']) {
      languages.push(await measureLanguage(browser, server, language, quick ? 1 : 5));
    }
    return { limits: LIMITS, languages };
  } finally {
    await browser.close();
    await server.close();
  }
}

export function firstScreenTable({ limits, languages }) {
  const rows = languages.flatMap(({ language, shellMs, mapMs, shell, map }) =>
    [
      ['shell readable', shell, shellMs, limits.shell],
      ['map can be flown', map, mapMs, limits.map],
    ].map(([label, sums, ms, limit]) => {
      const kilo = (kind) => ((sums[kind] ?? 0) / 1000).toFixed(1);
      const met = (sums.js ?? 0) / 1000 <= limit ? 'met' : 'MISSED';
      return [
        language,
        label,
        kilo('js'),
        `${limit} ${met}`,
        ...['css', 'data', 'html', 'other'].map(kilo),
        spreadOf({ median: ms.median / 1000, low: ms.low / 1000, high: ms.high / 1000 }, 1),
      ];
    }),
  );
  const head = [
    'first screen',
    'until',
    'JS kB',
    'limit',
    'CSS kB',
    'data kB',
    'HTML kB',
    'other kB',
    's on slow 4G',
  ];
  return [
    formatTable(head, rows),
    'gzipped as sent, summed from the first request on; no model, model runtime or segmenter was asked for',
  ].join('\n');
}
