import { defineConfig } from '@playwright/test';
import { installedBrowser } from './tools/browser.mjs';

const port = 4173;
const harnessPort = 4174;

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 1,
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    launchOptions: {
      executablePath: process.env.EXPLORER_BROWSER ?? installedBrowser() ?? undefined,
      args: ['--no-sandbox', '--disable-quic', '--enable-unsafe-swiftshader'],
    },
  },
  webServer: [
    {
      command: `npx vite preview --port ${port} --strictPort --host 0.0.0.0`,
      url: `http://localhost:${port}`,
      reuseExistingServer: false,
    },
    {
      command: `npx vite preview --config e2e/harness/vite.config.ts --port ${harnessPort} --strictPort`,
      url: `http://localhost:${harnessPort}`,
      reuseExistingServer: false,
    },
  ],
});
