/** What the numbers were measured on and with. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const peers = join(root, 'bench', 'peers');

/** Taken before anything is measured: later it would count the benches' own work. */
const loadBefore = Number(loadavg()[0].toFixed(2));

/** The installed version of a package, from the app's packages or the peers'. */
export function versionOf(name, from = root) {
  return JSON.parse(readFileSync(join(from, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** Installs bench/peers where it is missing or not what its package.json asks for. */
export function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(join(peers, 'package.json'), 'utf8'));
  const installed = Object.entries(dependencies).every(
    ([name, version]) =>
      existsSync(join(peers, 'node_modules', name, 'package.json')) && versionOf(name, peers) === version,
  );
  if (installed) return;
  console.error('Installing bench/peers …');
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--prefix', peers], {
    cwd: peers,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm could not install bench/peers');
}

function commit() {
  const git = (...words) => spawnSync('git', words, { cwd: root, encoding: 'utf8' });
  const head = git('rev-parse', '--short', 'HEAD');
  if (head.status !== 0) return null;
  return `${head.stdout.trim()}${git('status', '--porcelain', '--', 'src', 'public').stdout ? ' + changes' : ''}`;
}

/** Machine, browser, commit, and how busy the machine was. */
export function describeEnvironment(browser) {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString(),
    commit: commit(),
    cpu: cpu.model,
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch} ${release()}`,
    loadBefore,
    node: process.versions.node,
    browser: `Chromium ${browser.version()}`,
  };
}

/** All that `describeEnvironment` says, and the versions compared, in one sentence. */
export function environmentSentence(environment) {
  const {
    date,
    commit: at,
    cpu,
    cores,
    memoryGiB,
    system,
    loadBefore: load,
    browser,
    node,
    versions,
  } = environment;
  const list = Object.entries(versions).map(([what, version]) => `${what} ${version}`);
  return (
    `${date}, commit ${at}: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, load before ${load}; ` +
    `${browser}, Node ${node}; ${list.join(', ')}`
  );
}

/**
 * Where and when a part was measured: one sentence, or one for each machine, commit and browser where its cases were not all
 * measured together, with the names of the cases.
 */
export function environmentLines({ environment, cases }) {
  if (!cases) return [environmentSentence(environment)];
  const together = new Map();
  for (const one of cases) {
    const { commit: at, cpu, browser } = one.environment;
    const key = [at, cpu, browser].join();
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  return [...together.values()].map((group) => {
    const names = together.size > 1 ? `${group.map(({ name }) => name).join('; ')}: ` : '';
    return `${names}${environmentSentence(group[0].environment)}`;
  });
}
