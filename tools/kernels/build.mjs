/**
 * Compiles the kernels in assembly/ (AssemblyScript) to src/vectors/kernels/kernelsWasm.ts, and those in
 * assembly/encoder/, which need relaxed SIMD, to src/models/kernels/encoderWasm.ts: `npm run kernels`.
 * Installs the compiler beside itself on the first run. The compiled files are committed, so that users need no
 * compiler; tests compare the hashes in them with their sources.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceHash } from './sourceHash.mjs';

const here = import.meta.dirname;
const MODULES = [
  {
    folder: '.',
    target: 'vectors/kernels/kernelsWasm.ts',
    names: ['KERNEL_SOURCES', 'KERNELS_WASM'],
    more: [],
  },
  {
    folder: 'encoder',
    target: 'models/kernels/encoderWasm.ts',
    names: ['ENCODER_SOURCES', 'ENCODER_WASM'],
    more: ['--enable', 'relaxed-simd'],
  },
];

if (!existsSync(join(here, 'node_modules'))) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
}
for (const { folder, target, names, more } of MODULES) {
  const temporary = mkdtempSync(join(tmpdir(), 'kernels-'));
  const wasm = join(temporary, 'kernels.wasm');
  execFileSync(
    process.execPath,
    [
      join(here, 'node_modules/assemblyscript/bin/asc.js'),
      join(here, 'assembly', folder, 'index.ts'),
      ...['--outFile', wasm],
      // the memory is made by TypeScript and may be shared among threads, up to 4 GB
      ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
      ...['--enable', 'simd', '--enable', 'threads', ...more, '--runtime', 'stub', '--use', 'abort='],
      ...['-O3', '--converge', '--noAssert', '--uncheckedBehavior', 'always'],
    ],
    { stdio: 'inherit' },
  );
  writeFileSync(
    join(here, '../../src', target),
    `/** Made by tools/kernels/build.mjs: the sha256 of the kernels' sources, and the WebAssembly module in base64. */
export const ${names[0]} = '${sourceHash(folder)}';
// biome-ignore format: one line
export const ${names[1]} = '${readFileSync(wasm).toString('base64')}';
`,
  );
  rmSync(temporary, { recursive: true });
}
