/**
 * The scorecard of all bundled models over the full sets, in Chromium on WASM, through the built app as a person would
 * run it, the language model asked for: `node bench/scorecard.mjs` writes docs/scorecard.md. Half an hour on two cores,
 * most of it the language model's. With `--twice` it measures again in an empty browser and fails where a quality is
 * not exactly the same; with `--print` it writes nothing; with `--without-language-model` that one is left out.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describeEnvironment, root, versionOf } from './environment.mjs';
import { openBrowser, temporaryFolder } from './pages.mjs';
import { serveFolders } from './staticServer.mjs';

const LANGUAGES = { zh: 'Chinese', en: 'English' };
const SEED = 42;
const KEPT = `embedding-explorer/scorecard/wasm/${SEED}`;
const QUALITIES = ['words', 'sentences', 'analogy', 'clusters', 'senses', 'ndcg', 'recall'];
const LIMIT_MS = 90 * 60_000;
/** Rows of a language, and those of the language model besides. */
const ROWS = 8;
const LANGUAGE_MODEL_ROWS = { zh: 0, en: 9 };
const KINDS = {
  static: 'dictionary',
  table: 'torn-out table',
  contextual: 'in context',
  layer: 'inside a language model',
  'two-stage': 'two stages',
  bm25: 'no model',
};

async function serveApp() {
  const outDir = join(temporaryFolder(), 'app');
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true, copyPublicDir: false } });
  return serveFolders([
    ['/models/', join(root, 'public', 'models')],
    ['/data/', join(root, 'public', 'data')],
    ['/', outDir],
  ]);
}

/** Notes what holds the page's thread up from its start on. */
function watchLongTasks() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
}

async function measureLanguage(page, url, language, languageModel) {
  await page.goto(`${url}?view=scorecard&lang=en&device=wasm&seed=${SEED}&score=${language}`);
  const ready = '[data-testid=status][data-state=ready]';
  await page.waitForSelector(ready, { timeout: 120_000 });
  const own = languageModel ? LANGUAGE_MODEL_ROWS[language] : 0;
  if (own > 0) await page.getByTestId('with-language-model').check();
  const began = Date.now();
  const from = await page.evaluate(() => performance.now());
  await page.getByTestId('run').click();
  await page.waitForSelector('[data-testid=status]:not([data-state=ready])');
  await page.waitForSelector(`${ready}, [data-testid=status][data-state=error]`, { timeout: LIMIT_MS });
  const seconds = (Date.now() - began) / 1000;
  const { kept, longTasks } = await page.evaluate(
    ([key, from]) => ({
      kept: JSON.parse(localStorage.getItem(key)),
      longTasks: window.longTasks.flatMap(({ startTime, duration }) => (startTime > from ? [duration] : [])),
    }),
    [KEPT, from],
  );
  const rows = kept.rows.filter((row) => row.language === language);
  for (const { id, fault } of rows) if (fault) throw new Error(`${id}: ${JSON.stringify(fault)}`);
  if (rows.length !== ROWS + own) throw new Error(`${rows.length} rows of ${language} were measured`);
  console.error(
    `${language}: ${seconds.toFixed(0)} s, long tasks ${longTasks.map(Math.round).join(' ') || 'none'}`,
  );
  return { language, rows, seconds, longest: Math.max(0, ...longTasks) };
}

async function measureAll(browser, url, languageModel) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.addInitScript(watchLongTasks);
  const measured = [];
  for (const language of Object.keys(LANGUAGES)) {
    measured.push(await measureLanguage(page, url, language, languageModel));
  }
  await context.close();
  return measured;
}

/** The qualities of two runs have to be the same to the last bit. */
function compareRuns(one, other) {
  const qualities = (run) =>
    JSON.stringify(
      run.map(({ rows }) => rows.map(({ id, metrics }) => [id, QUALITIES.map((metric) => metrics[metric])])),
    );
  if (qualities(one) !== qualities(other)) throw new Error('two runs with one seed differ in a quality');
}

const show = (value, digits) => value.toFixed(digits).replace('-', '−');
const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) =>
  [line(head), line(head.map((_, i) => (i ? '--:' : '---'))), ...rows.map(line)].join('\n');

function quality(measure) {
  if (!measure) return '–';
  const { value, low, high, coverage } = measure;
  const known = coverage !== null && coverage < 0.9995 ? `, ${(100 * coverage).toFixed(1)} % known` : '';
  return `${show(value, 3)} (${show(low, 2)}–${show(high, 2)}${known})`;
}

function cost(metric, measure) {
  if (!measure) return '–';
  const { value } = measure;
  if (metric === 'download' || metric === 'memory') return `${(value / 1e6).toFixed(1)} MB`;
  if (metric === 'dim') return String(value);
  const text = Number(value.toPrecision(3)).toLocaleString('en');
  return metric === 'throughput' ? text : `${text} ms`;
}

const nameOf = ({ id, kind, model, layer, pooling }) =>
  kind === 'layer'
    ? `${model}, layer ${layer}, ${pooling === 'mean' ? 'mean of the tokens' : 'last token'}`
    : `${id.replace(/\/(zh|en|table)\b/g, '')} (${KINDS[kind]})`;

/** The language model's table and states beside the best of the others, a line a quality; '' where it was left out. */
function claim(rows, heads) {
  const of = (test) => rows.filter(test);
  const states = of(({ kind }) => kind === 'layer');
  if (states.length === 0) return '';
  const { model } = states[0];
  const last = Math.max(...states.map(({ layer }) => layer));
  const columns = {
    GloVe: of(({ kind }) => kind === 'static'),
    'Best table of an embedding model': of((row) => row.kind === 'table' && row.model !== model),
    'Its own table': of((row) => row.kind === 'table' && row.model === model),
    'Best of its middle layers': states.filter(({ layer }) => layer < last),
    'Best of its last layer': states.filter(({ layer }) => layer === last),
    'Best embedding model': of(({ kind }) => kind === 'contextual'),
  };
  const best = (candidates, metric) =>
    candidates.reduce((most, row) => (row.metrics[metric].value > most.metrics[metric].value ? row : most));
  const told = (row, candidates, metric) => {
    const { value, low, high } = row.metrics[metric];
    const which = row.kind === 'layer' ? `${row.layer} ${row.pooling}: ` : '';
    const name = row.kind !== 'layer' && candidates.length > 1 ? ` ${row.model}` : '';
    return `${which}${show(value, 3)} (${show(low, 2)}–${show(high, 2)})${name}`;
  };
  return [
    '### The language model beside the standalone models',
    `${model}: its input table torn out, its middle and its last layers. Each best is picked by the number that stands there, so it flatters whoever has more rows to pick from.`,
    table(
      ['', ...Object.keys(columns)],
      QUALITIES.map((metric) => [
        heads[metric],
        ...Object.values(columns).map((candidates) => told(best(candidates, metric), candidates, metric)),
      ]),
    ),
  ].join('\n\n');
}

function report({ language, rows, seconds, longest }) {
  const counted = rows.find(({ kind }) => kind === 'contextual').metrics;
  const heads = {
    words: `Word pairs (${counted.words.n})`,
    sentences: `Sentence pairs (${counted.sentences.n})`,
    analogy: `Analogies (${counted.analogy.n})`,
    clusters: `Groups (${counted.clusters.n} words)`,
    senses: `Senses (${counted.senses.n} words)`,
    ndcg: `nDCG@10 (${counted.ndcg.n} questions)`,
    recall: 'Recall@10',
  };
  const costs = {
    throughput: 'Texts a second',
    latency: 'One text',
    download: 'Download',
    memory: 'Memory',
    dim: 'Dimensions',
  };
  return [
    `## ${LANGUAGES[language]}`,
    table(
      ['Model', ...QUALITIES.map((metric) => heads[metric])],
      rows.map((row) => [nameOf(row), ...QUALITIES.map((metric) => quality(row.metrics[metric]))]),
    ),
    table(
      ['Model', ...Object.values(costs)],
      rows.map((row) => [
        nameOf(row),
        ...Object.keys(costs).map((metric) => cost(metric, row.metrics[metric])),
      ]),
    ),
    ...[claim(rows, heads)].filter(Boolean),
    `The run took ${seconds.toFixed(0)} s; the page’s thread was never held up for more than ${longest > 0 ? longest.toFixed(0) : 50} ms.`,
  ].join('\n\n');
}

function written(measured, environment, command) {
  const { date, cpu, cores, memoryGiB, browser, loadBefore } = environment;
  const minutes = measured.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
  return `# The scorecard of the bundled models

\`${command}\` wrote this on ${date.slice(0, 16).replace('T', ' ')} UTC: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${browser}, onnxruntime-web ${versionOf('onnxruntime-web')} on WASM, load average before ${loadBefore}; seed ${SEED}; ${minutes.toFixed(1)} minutes in all. Every number was measured through the view \`scorecard\` of the built app, begun with its button. In brackets: the 95 % interval of a percentile bootstrap (1,000 resamples), and the share of the words that a dictionary knows where it is not all of them. Where intervals overlap, there is no difference to report.

${measured.map(report).join('\n\n')}

## What is counted

- **Word pairs, sentence pairs**: Spearman’s correlation of cosines with the grades; the interval draws pairs. A pair with a word that a dictionary lacks is left out. A dictionary’s vector of a sentence is the mean of its known words’ vectors.
- **Analogies**: the share of all relations’ questions that 3CosAdd answers rightly. Every row has the same candidates: the words of the word list, of the pairs and of the relations, the question’s own three left out; far fewer than a whole dictionary, so the shares are higher than on the view of analogies. The interval draws the pairs that are asked about, as the questions about one pair are no independent trials.
- **Groups**: normalised mutual information of k-means (as many clusters as groups) with the groups of the word list; the clustering is made once, the interval draws its words, and is moved by what drawing words twice adds.
- **Senses**: mean adjusted Rand index of the senses found in a word’s occurrences (their number given, mean removed) with those that the sentences were written for; the interval draws words. A dictionary has one point a word, so it finds nothing: measured, not assumed. The tables of E5 and SmolLM2 find next to nothing (.04 to .05), and that little is no sense: they have other tokens for a word at the beginning of a sentence, or joined to its neighbour. Of a word that is one token, mean and last token are the same.
- **nDCG@10, recall@10**: ranking of 400 passages by cosine; the interval draws questions. A model gets the prefixes that its card asks for: BGE before a question, E5 before a question, a passage, and every other text. Two stages: the dictionary recalls 50 passages, the contextual model orders these.
- **Torn-out table**: the input embedding table of a contextual model used as a dictionary: the mean of a text’s own tokens’ rows, without special tokens. Its speed is that of cutting a text into tokens and looking them up; its download and memory are those of the model that it is read out of.
- **Inside a language model**: layers 10, 15, 20 and 30 (the last) of SmolLM2, set before anything was measured; of each the mean of a text’s tokens and its last token, which alone has read all others, brought to length 1. The mark that the model puts before every text is in neither: the states of a first token are so large that they alone would decide the mean. All rows come from one run of the texts, so they share its speed. It is no second stage: 50 passages for each question would take it a minute.
- **Texts a second**: the 400 passages in calls of 50, pauses between the calls left out. **One text**: the median of 20 questions, one a call, after 3 that do not count. **Two stages**: the median of 5 questions, from the question to the order, both models loaded; the dictionary’s vectors of all passages are there, the contextual model’s of the question and of the 50 passages are made anew. Who stores these saves most of that time.
- **Download**: the model’s files and the runtime it needs, uncompressed. **Memory**: WASM heaps as large as they have grown by the end of the row, and the files’ typed arrays; strings and maps of JavaScript are not counted, and a GPU’s memory cannot be measured from a page.
`;
}

const flags = process.argv.slice(2);
const server = await serveApp();
const browser = await openBrowser();
try {
  const environment = describeEnvironment(browser);
  const languageModel = !flags.includes('--without-language-model');
  const measured = await measureAll(browser, server.url, languageModel);
  if (flags.includes('--twice')) {
    compareRuns(measured, await measureAll(browser, server.url, languageModel));
    console.error('a second run gave the same qualities');
  }
  const text = written(measured, environment, ['node bench/scorecard.mjs', ...flags].join(' '));
  if (flags.includes('--print')) console.log(text);
  else writeFileSync(join(root, 'docs', 'scorecard.md'), text);
  const slow = measured.filter(({ longest }) => longest > 100);
  if (slow.length > 0) {
    throw new Error(`the page froze for ${Math.max(...slow.map(({ longest }) => longest)).toFixed(0)} ms`);
  }
} finally {
  await browser.close();
  await server.close();
}
