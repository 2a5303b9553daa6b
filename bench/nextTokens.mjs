/**
 * What the language model's last states group by, beside sentence models, in Chromium on WASM, through the built app as a
 * person would look at it: `node bench/nextTokens.mjs` writes docs/next-token-neighbours.md. Some minutes on two cores.
 * With `--print` it writes nothing; with `--app FOLDER` it takes an app that is built already.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { describeEnvironment, root, versionOf } from './environment.mjs';
import { openBrowser, temporaryFolder } from './pages.mjs';
import { serveFolders } from './staticServer.mjs';

const MODELS = ['all-minilm-l6-v2', 'multilingual-e5-small'];
const LIMIT_MS = 60 * 60_000;
const READY = '[data-testid=status][data-state=ready]';
const ENDED = `${READY}, [data-testid=status][data-state=error]`;

async function serveApp(built) {
  const outDir = built ? resolve(built) : join(temporaryFolder(), 'app');
  if (!built) {
    await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true, copyPublicDir: false } });
  }
  return serveFolders([
    ['/models/', join(root, 'public', 'models')],
    ['/data/', join(root, 'public', 'data')],
    ['/', outDir],
  ]);
}

async function settle(page) {
  await page.waitForSelector(ENDED, { timeout: LIMIT_MS });
  if ((await page.locator(READY).count()) === 0) {
    throw new Error((await page.getByTestId('message').allInnerTexts()).join(' | '));
  }
}

async function exported(page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('export-json').click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

/** The answers beside each sentence model; the language model reads the beginnings once. */
async function measure(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  const began = Date.now();
  await page.goto(`${url}?view=llm&face=future&lang=en&device=wasm`);
  const answers = [];
  for (const model of MODELS) {
    await page.getByTestId('model2-select').selectOption(model);
    await settle(page);
    console.error(`${model}: ${((Date.now() - began) / 1000).toFixed(0)} s since the page was opened`);
    answers.push((await exported(page)).result);
  }
  const seconds = (Date.now() - began) / 1000;
  await context.close();
  return { answers, seconds };
}

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) =>
  [line(head), line(head.map((_, i) => (i ? '--:' : '---'))), ...rows.map(line)].join('\n');
const share = (value) =>
  value
    .toFixed(3)
    .replace(/^0/, '')
    .replace(/^1\.000$/, '1');
const cell = ({ value, low, high }) => `${share(value)} (${share(low)}–${share(high)})`;

function layerTable({ layers }) {
  const lens = layers[0].lens !== null;
  return table(
    [
      'Layer',
      'Goes on the same',
      'Says the same',
      'Same first guess',
      ...(lens ? ['Lens says the word'] : []),
    ],
    layers.map((layer) => [
      String(layer.layer),
      cell(layer.next),
      cell(layer.says),
      cell(layer.predicted),
      ...(lens ? [share(layer.lens)] : []),
    ]),
  );
}

const mostOf = ({ layers }, label) =>
  layers.reduce((best, layer) => (layer[label].value > best[label].value ? layer : best));

/** What the last layer is beside the best one. */
function lastLayer(most, last) {
  if (most.layer === last.layer)
    return `- Agreement on what comes next is highest at the last layer (${share(last.next.value)}).`;
  return `- The last layer (${share(last.next.value)}) is not the one that groups best by what comes next: layer ${most.layer} (${share(most.next.value)}) is. Why was not measured: layer 30 alone is taken after the final norm, and what the head reads are a few directions, while cosine sees all others too.`;
}

function written({ answers, seconds }, { date, cpu, cores, memoryGiB, browser, loadBefore }, command) {
  const [{ language, k, bundled, guessed, seed, says, next }] = answers;
  const first = language.layers[0];
  const last = language.layers.at(-1);
  const most = mostOf(language, 'next');
  const summary = table(
    ['Model', 'Layer', 'Goes on the same', 'Says the same'],
    [
      ['smollm2-135m, last token', '0 (the last word alone)', cell(first.next), cell(first.says)],
      ['smollm2-135m, last token', `${most.layer} (the most)`, cell(most.next), cell(most.says)],
      ['smollm2-135m, last token', `${last.layer} (the last)`, cell(last.next), cell(last.says)],
      ...answers.map(({ sentence }) => {
        const end = sentence.layers.at(-1);
        return [sentence.model, `${end.layer} (the last)`, cell(end.next), cell(end.says)];
      }),
      ['by chance', '', share(last.next.chance), share(last.says.chance)],
    ],
  );
  return `# What neighbours share: what comes next, or what was said

\`${command}\` wrote this on ${date.slice(0, 16).replace('T', ' ')} UTC: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${browser}, onnxruntime-web ${versionOf('onnxruntime-web')} on WASM, load average before ${loadBefore}; ${seconds.toFixed(0)} s in all. The numbers are those that the view \`llm\` of the built app exports on its face “Many beginnings”.

${bundled} English sentences stop before a word: ${says.length} topics, each with ${next.length} beginnings that call for ${next.length} different words, so that every word is called for once in every topic. Of the ${k} beginnings nearest to each, what share goes on the same, and what share says the same?

${summary}

## By layer

### smollm2-135m, the last token’s state

${layerTable(language)}

${answers.map(({ sentence }) => `### ${sentence.model}, pooled as its card says\n\n${layerTable(sentence)}`).join('\n\n')}

## How it is measured

- **Neighbours**: the ${k} nearest of the other ${bundled - 1} by cosine in the full space, not on a map; ${k}, since a topic has so many others, so that 1 can be reached for it. For the next word, of which there are ${says.length} each, 1 can be reached too. Vectors at the same distance share the room that is left: at layer 0 all beginnings that end in the same token are one vector.
- **Goes on the same**: by the word that the beginning was written for. **Says the same**: by its topic. No two beginnings share both. **Same first guess**: by the likeliest next token of the model itself, which the last layer’s state determines, so that for the language model it is no fair test.
- **Lens says the word**: the share of beginnings whose state at this layer, read by the model’s own head, has the written word as the best token.
- **In brackets**: the 95 % interval of a percentile bootstrap over the beginnings (1,000 draws, their neighbours kept). Beginnings of one topic are no independent draws, so true intervals are somewhat wider. **By chance**: the labels shuffled 200 times. Seed ${seed}.
- The language model reads each beginning as it is; the state is that of its last token (\`hidden.l\`; at the last layer after the final norm). The sentence models’ tokens are pooled as their cards say (mean), with the prefix that their cards ask for.

## What it shows, and what it does not

- The beginnings were **chosen with the model**: those whose likeliest next token was another word were rewritten (\`src/text/prefixes.ts\`). That its first guess is the written word for ${guessed} of ${bundled} is therefore no finding, and a beginning that it would guess wrongly is not among them. How their states lie to each other is what is measured here.
- **Layer 0 is the baseline to beat**: there the state is the last word’s row of the table, and nothing has been read. The last word gives much of the next one away (${share(first.next.value)}); what the layers add is the rise from there.
${lastLayer(most, last)}
- A low “says the same” of a single token’s state is no proof that the model has lost the topic: other tokens hold it, and a state’s other directions may. It says that the topic is not what decides who stands near.
- One small English model, ten frequent next words, short sentences. Other models and texts may give other numbers.
`;
}

const flags = process.argv.slice(2);
const app = flags.includes('--app') ? flags[flags.indexOf('--app') + 1] : null;
const server = await serveApp(app);
const browser = await openBrowser();
try {
  const environment = describeEnvironment(browser);
  const measured = await measure(browser, server.url);
  const text = written(measured, environment, 'node bench/nextTokens.mjs');
  if (flags.includes('--print')) console.log(text);
  else writeFileSync(join(root, 'docs', 'next-token-neighbours.md'), text);
} finally {
  await browser.close();
  await server.close();
}
