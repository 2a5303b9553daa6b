/**
 * Finds a Chromium-based browser for the tests, or installs one: an installed Chrome, Chromium or Edge first, then
 * Playwright's own download, then Debian's chromium (as root). `node tools/browser.mjs` prints its path.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'chrome',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const root = process.env[name];
    return root
      ? [
          join(root, 'Google/Chrome/Application/chrome.exe'),
          join(root, 'Microsoft/Edge/Application/msedge.exe'),
          join(root, 'Chromium/Application/chrome.exe'),
        ]
      : [];
  }),
];

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return folders.map((folder) => join(folder, file)).find((path) => existsSync(path));
}

/** The path of an installed browser, or null. `EXPLORER_BROWSER` goes before all. */
export function installedBrowser() {
  const chosen = process.env.EXPLORER_BROWSER;
  if (chosen && existsSync(chosen)) return chosen;
  for (const name of NAMES) {
    const path = onPath(name);
    if (path) return path;
  }
  return PLACES.find((path) => existsSync(path)) ?? null;
}

/** The path of the browser that Playwright downloaded, or null. */
async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

function isRoot() {
  return typeof process.getuid === 'function' && process.getuid() === 0;
}

/** A usable browser's path, installing one where there is none; throws an Error that says what is missing. */
export async function ensureBrowser() {
  const found = installedBrowser() ?? (await playwrightBrowser());
  if (found) return found;
  const tried = [];

  console.error('No Chrome, Chromium or Edge found: asking Playwright to download one …');
  const cli = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
  const download = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 2, 2],
    timeout: 300_000,
  });
  const downloaded = await playwrightBrowser();
  if (download.status === 0 && downloaded) return downloaded;
  tried.push('Playwright could not download its Chromium');

  if (process.platform === 'linux' && onPath('apt-get')) {
    if (isRoot()) {
      console.error('Installing Debian’s chromium with apt-get …');
      const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      try {
        execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env: environment });
        execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
          stdio: ['ignore', 2, 2],
          env: environment,
        });
      } catch (error) {
        tried.push(`apt-get failed: ${error.message}`);
      }
      const installed = installedBrowser();
      if (installed) return installed;
    } else {
      tried.push('apt-get needs root');
    }
  }
  throw new Error(
    `The browser tests need Chrome, Chromium or Edge and found none (${tried.join('; ')}). ` +
      'Install one, or set EXPLORER_BROWSER to its path, and run the command again.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensureBrowser());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
