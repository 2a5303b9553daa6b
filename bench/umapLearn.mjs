/** umap-learn, in a Python environment of its own under bench/.cache: the maps to compare ours with. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peers } from './environment.mjs';
import { cache } from './wordVectors.mjs';

const REQUIREMENTS = join(peers, 'requirements.txt');
const WINDOWS = process.platform === 'win32';

/** The versions that are pinned, by package. */
export function pythonVersions() {
  const lines = readFileSync(REQUIREMENTS, 'utf8').trim().split('\n');
  const all = Object.fromEntries(lines.map((line) => line.split('==')));
  return { 'umap-learn': all['umap-learn'], pynndescent: all.pynndescent };
}

/** The environment's Python, made if it is not there; null, said once, where this machine cannot make one. */
function python() {
  const sum = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 8);
  const folder = join(cache, `python-${sum}`);
  const binary = join(folder, WINDOWS ? 'Scripts/python.exe' : 'bin/python');
  const done = join(folder, 'complete');
  if (existsSync(done)) return binary;
  console.error('Installing umap-learn …');
  rmSync(folder, { recursive: true, force: true });
  const run = (command, ...words) => spawnSync(command, words, { stdio: ['ignore', 2, 2] }).status === 0;
  const made =
    run(WINDOWS ? 'python' : 'python3', '-m', 'venv', folder) &&
    run(binary, '-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', '-r', REQUIREMENTS);
  if (made) writeFileSync(done, '');
  return made ? binary : null;
}

/**
 * Lays out the rows of a file. `settings` are umap-learn's own keywords.
 * @returns `{seconds, used, map, neighbours}`: the last two are addresses under /vectors/; null without Python
 */
export function umapLearn({ file, dim }, settings) {
  const binary = python();
  if (!binary) return null;
  const [map, neighbours] = ['umap-learn.map', 'umap-learn.neighbours'];
  const words = [
    join(peers, 'umapLearn.py'),
    file,
    String(dim),
    join(cache, map),
    join(cache, neighbours),
    JSON.stringify(settings),
  ];
  const { status, stdout } = spawnSync(binary, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] });
  if (status !== 0) throw new Error('umap-learn failed');
  const { seconds, used } = JSON.parse(stdout.trim().split('\n').at(-1));
  return { seconds, used, map: `/vectors/${map}`, neighbours: `/vectors/${neighbours}` };
}
