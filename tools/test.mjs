/**
 * `npm test`: types, lint, dead code, unit tests, the production build and Playwright on it. Runs every step even
 * when one fails, and ends with a line `N passed, N failed` that adds up all of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;

/** Runs one command and counts it as one test, unless `count` reads the runner's own report. */
function step(name, command, count) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true, env: process.env });
  const outcome = count
    ? counted(count, status)
    : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  passed += outcome.passed;
  failed += outcome.failed;
  return status === 0;
}

/** A runner that failed without a failed test (it did not start, or found none) counts as one failure. */
function counted(read, status) {
  let outcome;
  try {
    outcome = read();
  } catch (error) {
    console.error(`No report: ${error.message}`);
    outcome = { passed: 0, failed: 0 };
  }
  if ((status !== 0 || outcome.passed === 0) && outcome.failed === 0) outcome.failed = 1;
  return outcome;
}

const json = (file) => JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));

step('types', 'npx tsc -p .');
step('lint and format', 'npx biome check .');
step('dead code', 'npx knip');
step(
  'unit tests',
  `npx vitest run --reporter=default --reporter=json --outputFile.json=${results}/unit.json`,
  () => {
    const report = json('unit.json');
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  },
);
const built =
  step('build', 'npm run --silent build') && step('test harness build', 'npm run --silent build:harness');
if (built) {
  try {
    process.env.EXPLORER_BROWSER = await ensureBrowser();
    console.log(`\nBrowser: ${process.env.EXPLORER_BROWSER}`);
    step('browser tests', 'npx playwright test', () => {
      const { stats } = json('e2e.json');
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
    });
  } catch (error) {
    console.error(error.message);
    failed += 1;
  }
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
