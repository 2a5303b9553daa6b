/**
 * `npm run bench`: measures the app beside its peers, prints a table a part, and writes the charts and the tables of
 * docs/performance.md.
 *   --quick            fewer texts, points and runs, three minutes in all: a trial, not a result
 *   --only PART,…      these parts; the others keep their last result
 *   --data SET,…       of the part `umap`, these sets ('60k', 'glove', …); the others keep their last result
 *   --peer-runs N      of the part `umap`, runs of a peer (5 if left out)
 *   --print            measures nothing: tables and charts from the last results
 * Results go to bench/results/latest.json, those of --quick to bench/results/quick.tmp.json and its charts to bench/.cache.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeEnvironment, environmentLines, root } from './environment.mjs';
import { openBrowser } from './pages.mjs';
import { PARTS } from './parts.mjs';
import { writeReport } from './report.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    data: { type: 'string' },
    'peer-runs': { type: 'string', default: '5' },
    print: { type: 'boolean', default: false },
  },
});
const { quick } = values;
const chosen = values.only?.split(',') ?? Object.keys(PARTS);
const unknown = chosen.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; --only takes some of: ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}

const folder = join(root, 'bench', 'results');
const file = join(folder, quick ? 'quick.tmp.json' : 'latest.json');
mkdirSync(folder, { recursive: true });
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

const failed = [];
for (const name of values.print ? [] : chosen) {
  const begun = Date.now();
  console.error(`${name} …`);
  try {
    await measurePart(name);
  } catch (error) {
    console.error(`${name} failed:`, error);
    failed.push(name);
  }
  console.error(`${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
}
for (const name of chosen) {
  const result = results[name];
  if (result) console.log(`\n${PARTS[name].table(result)}\n${environmentLines(result).join('\n')}\n`);
}
for (const written of writeReport(results, { quick })) console.error(`wrote ${written}`);
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);

async function measurePart(name) {
  const { measure, versions } = PARTS[name];
  const browser = await openBrowser();
  const version = browser.version();
  await browser.close();
  const stamp = () => ({ ...describeEnvironment({ version: () => version }), versions: versions() });
  const environment = stamp();
  const save = (measured) => {
    results[name] = { environment, quick, ...measured };
    writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  };
  const data = values.data?.split(',');
  const peerRuns = Number(values['peer-runs']);
  save(await measure({ quick, data, peerRuns, previous: results[name], stamp, save }));
}
