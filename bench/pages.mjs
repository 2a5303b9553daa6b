/** Builds the benches' pages, serves them with models beside them, and opens them in Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { ensureBrowser } from '../tools/browser.mjs';
import { installPeers, root } from './environment.mjs';
import { serveFolders } from './staticServer.mjs';

/**
 * What Chromium needs to put pages together on GL, though a software one, as it does on a graphics card. Without, it copies
 * every picture of a WebGL canvas back on the page's own thread (ReadPixels), and waits for it to be drawn.
 */
const GL_COMPOSITING = ['--use-gl=angle', '--use-angle=swiftshader', '--ignore-gpu-blocklist'];

/**
 * The browser that all benches use. `gpu` asks for WebGPU, which Chromium on Linux hides behind flags; `compositing` for
 * pages put together on GL.
 */
export async function openBrowser({ gpu = false, compositing = false } = {}) {
  const flags = [
    ...(gpu ? ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--ignore-gpu-blocklist'] : []),
    ...(compositing ? GL_COMPOSITING : []),
  ];
  return chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox', '--disable-quic', ...flags],
  });
}

const temporary = [];

/** A folder that is gone when the process ends. */
export function temporaryFolder() {
  if (temporary.length === 0) {
    process.on('exit', () => {
      for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'explorer-bench-'));
  temporary.push(folder);
  return folder;
}

let built = null;

/** The pages that are compared with peers, built once a process. */
async function buildPages() {
  // the peer's page is built with the others
  installPeers();
  const outDir = join(temporaryFolder(), 'pages');
  await build({
    configFile: join(root, 'bench', 'page', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rolldownOptions: { checks: { pluginTimings: false } } },
  });
  return outDir;
}

/** Serves the pages of bench/page/vite.config.ts with the models; `mounts` are more `[prefix, folder]` pairs. */
export async function servePages(mounts) {
  built ??= buildPages();
  const outDir = await built;
  return serveFolders([['/models/', join(root, 'public', 'models')], ...mounts, ['/', outDir]]);
}

/** Builds one page of bench/page that needs no peers, and serves it with the models; `mounts` as above. */
export async function servePage(name, mounts) {
  const outDir = join(temporaryFolder(), 'page');
  const folder = join(root, 'bench', 'page');
  await build({
    configFile: false,
    root: folder,
    base: './',
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, target: 'es2023', assetsInlineLimit: 0, rolldownOptions: { input: join(folder, name) } },
  });
  return serveFolders([['/models/', join(root, 'public', 'models')], ...mounts, ['/', outDir]]);
}

/** A page with no cache and no history; what it complains about is printed, and an uncaught error ends the bench. */
export async function freshPage(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`  page: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(url);
  return page;
}
