/**
 * Senses of the bundled words, layer by layer, in Chromium on WASM: `node bench/senses.mjs` rewrites the tables of
 * docs/senses.md between its marks. Some minutes on two cores; the numbers depend on no clock, but for one row.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root, versionOf } from './environment.mjs';
import { freshPage, openBrowser, temporaryFolder } from './pages.mjs';
import { serveFolders } from './staticServer.mjs';

const LANGUAGES = [
  { language: 'zh', name: 'Chinese', model: 'bge-small-zh-v1.5' },
  { language: 'en', name: 'English', model: 'all-minilm-l6-v2' },
];
const SEED = 42;
const DOCUMENT = join(root, 'docs', 'senses.md');
const [BEGIN, END] = ['<!-- tables: node bench/senses.mjs -->', '<!-- end of tables -->'];

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const show = (value) => (value === null ? '–' : value.toFixed(2).replace('-', '−'));
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) =>
  [row(head), row(head.map((_, i) => (i ? '--:' : '---'))), ...rows.map(row)].join('\n');

function readContexts(language) {
  const file = join(root, 'public', 'data', `contexts-${language}.json`);
  const { words, controls } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    words: words.map(({ word, senses }) => ({ word, senses: senses.map(({ sentences }) => sentences) })),
    controls: controls.map(({ word, sentences }) => ({ word, senses: [sentences] })),
  };
}

/** Words that no constant was tuned on: `# word`, a sentence a line, `--` between senses; one sense is a control. */
function readFresh(language) {
  const text = readFileSync(join(root, 'fixtures', 'senses', `fresh-${language}.txt`), 'utf8');
  const entries = text.split(/^# /m).slice(1);
  const all = entries.map((entry) => {
    const [word, ...lines] = entry.trim().split('\n');
    return {
      word,
      senses: lines
        .join('\n')
        .split('\n--\n')
        .map((sense) => sense.split('\n')),
    };
  });
  return {
    words: all.filter(({ senses }) => senses.length > 1),
    controls: all.filter(({ senses }) => senses.length === 1),
  };
}

async function serveHarness() {
  const outDir = join(temporaryFolder(), 'harness');
  await build({
    configFile: join(root, 'e2e', 'harness', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, copyPublicDir: false },
  });
  return serveFolders([
    ['/models/', join(root, 'public', 'models')],
    ['/', outDir],
  ]);
}

async function measure(browser, url, { language, name, model }, { words, controls }) {
  const page = await freshPage(browser, url);
  await page.waitForFunction(() => 'harness' in window);
  const { layers, results } = await page.evaluate(
    async ({ id, entries, seed }) => {
      const loaded = await window.harness.loadModel(id, { device: 'wasm' });
      const layers = ['table', ...Array.from({ length: loaded.card.layers + 1 }, (_, layer) => layer)];
      return { layers, results: await window.harness.sensesOfWords(loaded, entries, layers, seed) };
    },
    { id: model, entries: [...words, ...controls], seed: SEED },
  );
  await page.context().close();
  return {
    language,
    name,
    model,
    layers,
    words: words.map(({ word, senses }, index) => ({ word, senses, layers: results[index] })),
    controls: controls.map(({ word }, index) => ({ word, layers: results[words.length + index] })),
  };
}

/** The last of the layers, and that with the highest silhouette of the given senses. */
const lastOf = ({ layers }) => layers[layers.length - 1];
const bestOf = ({ layers }) =>
  layers.reduce((best, layer) => ((layer.silhouette ?? -1) > (best.silhouette ?? -1) ? layer : best));
const unsplit = (controls, at) => controls.filter(({ layers }) => layers[at].k === 1).length;
const halves = [
  ['1st, 3rd, … word (k found tuned on them)', (_, index) => index % 2 === 0],
  ['2nd, 4th, … word (held out from that)', (_, index) => index % 2 === 1],
  ['all words', () => true],
];

function summary(measured, parts = halves) {
  const means = parts.map(([name, keep]) => {
    const kinds = measured.map(({ words }) => words.filter(keep).map(lastOf));
    const all = (key) => kinds.map((layers) => mean(layers.map((layer) => layer[key])));
    const cells = ['given', 'found'].flatMap((key) => {
      const values = all(key);
      return [...values, mean(values)].map((value) => value.toFixed(3));
    });
    const kept = measured.map(({ controls }) => {
      const part = controls.filter(keep);
      return `${unsplit(part, part[0].layers.length - 1)} / ${part.length}`;
    });
    return [name, ...cells, ...kept];
  });
  const names = measured.map(({ language }) => language);
  const heads = ['k given', 'k found'].flatMap((what) => [...names, 'both'].map((who) => `${what}, ${who}`));
  return table(['Last layer', ...heads, ...names.map((name) => `controls kept, ${name}`)], means);
}

function byLayer({ name, model, layers, words, controls }) {
  const rows = layers.map((layer, at) => [
    String(layer),
    mean(words.map((word) => word.layers[at].given)).toFixed(3),
    mean(words.map((word) => word.layers[at].found)).toFixed(3),
    mean(words.map((word) => word.layers[at].silhouette ?? 0)).toFixed(3),
    `${unsplit(controls, at)} / ${controls.length}`,
  ]);
  const head = ['Layer', 'ARI, k given', 'ARI, k found', 'silhouette', 'controls kept'];
  return `### ${name} by layer (${model})\n\n${table(head, rows)}`;
}

function byWord({ name, layers, words }) {
  const contextual = layers.slice(1);
  const head = [
    'Word',
    'sentences',
    ...contextual.map((layer) => `given, ${layer}`),
    'found, last',
    'k found / true',
    'silhouette, last',
    'best silhouette',
  ];
  const rows = words.map((word) => [
    word.word,
    word.senses.map((sentences) => sentences.length).join(' + '),
    ...word.layers.slice(1).map(({ given }) => show(given)),
    show(lastOf(word).found),
    `${lastOf(word).k} / ${word.senses.length}`,
    show(lastOf(word).silhouette),
    `${show(bestOf(word).silhouette)} (${bestOf(word).layer})`,
  ]);
  return `### ${name} by word\n\n${table(head, rows)}`;
}

function splitControls({ name, controls }) {
  const split = controls.filter((word) => lastOf(word).k > 1).map(({ word }) => word);
  return `${name} controls split at the last layer: ${split.length > 0 ? split.join(', ') : 'none'}.`;
}

const server = await serveHarness();
const browser = await openBrowser();
try {
  const measured = [];
  const fresh = [];
  for (const entry of LANGUAGES) {
    measured.push(await measure(browser, server.url, entry, readContexts(entry.language)));
    fresh.push(await measure(browser, server.url, entry, readFresh(entry.language)));
  }
  const slowest = (key) =>
    Math.max(
      ...measured.flatMap(({ words }) => words.flatMap(({ layers }) => layers.map((layer) => layer[key]))),
    ).toFixed(0);
  const tables = [
    BEGIN,
    `onnxruntime-web ${versionOf('onnxruntime-web')} on WASM, seed ${SEED}; the slowest word took ${slowest('msGiven')} ms at a layer with k given, ${slowest('msFound')} ms with k to be found.`,
    summary(measured),
    measured.map(splitControls).join(' '),
    '### Words written afterwards',
    summary(fresh, [['fresh words', () => true]]),
    fresh.map(splitControls).join(' '),
    ...measured.flatMap((language) => [byLayer(language), byWord(language)]),
    ...fresh.map((language) => byWord({ ...language, name: `${language.name}, fresh words,` })),
    END,
  ].join('\n\n');
  const document = readFileSync(DOCUMENT, 'utf8');
  const [before, after] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (before < 0 || after < before) throw new Error('docs/senses.md has lost the marks of its tables');
  writeFileSync(DOCUMENT, document.slice(0, before) + tables + document.slice(after + END.length));
  console.log(summary(measured));
  console.log(summary(fresh, [['fresh words', () => true]]));
} finally {
  await browser.close();
  await server.close();
}
