/**
 * `npm run bench`: measures the app beside its peers and prints one table.
 *   --quick                                         fewer texts, points and runs: a trial, not a result
 *   --only embedding|projection|first-screen|lab    one part; the others keep their last result
 * Results go to bench/results/latest.json, those of --quick to bench/results/quick.tmp.json.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { embeddingTable, versions as embeddingVersions, measureEmbedding } from './embedding.mjs';
import { describeEnvironment, root } from './environment.mjs';
import { firstScreenTable, versions as firstScreenVersions, measureFirstScreen } from './firstScreen.mjs';
import { labTable, versions as labVersions, measureLab } from './lab.mjs';
import { openBrowser } from './pages.mjs';
import { measureProjection, projectionTable, versions as projectionVersions } from './projection.mjs';

const PARTS = {
  embedding: { measure: measureEmbedding, table: embeddingTable, versions: embeddingVersions },
  projection: { measure: measureProjection, table: projectionTable, versions: projectionVersions },
  'first-screen': { measure: measureFirstScreen, table: firstScreenTable, versions: firstScreenVersions },
  lab: { measure: measureLab, table: labTable, versions: labVersions },
};

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
const quick = values.quick ?? false;
if (values.only !== undefined && !(values.only in PARTS)) {
  console.error(`--only takes one of: ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}
const chosen = values.only === undefined ? Object.keys(PARTS) : [values.only];

const folder = join(root, 'bench', 'results');
const file = join(folder, quick ? 'quick.tmp.json' : 'latest.json');
mkdirSync(folder, { recursive: true });
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

let failed = false;
for (const name of chosen) {
  const { measure, versions, table } = PARTS[name];
  console.error(`${name} …`);
  try {
    const browser = await openBrowser();
    const described = describeEnvironment(browser);
    await browser.close();
    const measured = await measure({ quick });
    const on = { ...described, versions: versions() };
    results[name] = { environment: on, quick, ...measured };
    writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
    console.log(`\n${table(measured)}\n${sentence(on)}\n`);
  } catch (error) {
    console.error(`${name} failed:`, error);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);

function sentence({ date, commit, cpu, cores, memoryGiB, system, loadBefore, browser, node, versions }) {
  const list = Object.entries(versions).map(([what, version]) => `${what} ${version}`);
  return (
    `${date}, commit ${commit}: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, load before ${loadBefore}; ` +
    `${browser}, Node ${node}; ${list.join(', ')}`
  );
}
