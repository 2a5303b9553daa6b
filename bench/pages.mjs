/** Builds the benches' pages, serves them with models beside them, and opens them in Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { ensureBrowser } from '../tools/browser.mjs';
import { installPeers, root } from './environment.mjs';
import { serveFolders } from './staticServer.mjs';

/** The browser that all benches use; `gpu` asks for WebGPU, which Chromium on Linux hides behind flags. */
export async function openBrowser({ gpu = false } = {}) {
  const flags = gpu ? ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--ignore-gpu-blocklist'] : [];
  return chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox', '--disable-quic', ...flags],
  });
}

/** A folder that is gone when the process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'explorer-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Builds bench/page and serves it with the models; `mounts` are more `[prefix, folder]` pairs. */
export async function servePages(mounts) {
  // the peer's page is built with the others
  installPeers();
  const outDir = join(temporaryFolder(), 'pages');
  await build({
    configFile: join(root, 'bench', 'page', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, rolldownOptions: { checks: { pluginTimings: false } } },
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
