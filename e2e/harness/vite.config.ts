import { defineConfig, mergeConfig } from 'vite';
import app from '../../vite.config.ts';

/** The app's own settings, headers and policy, round a page that calls the models without the app. */
export default mergeConfig(
  app,
  defineConfig({
    root: import.meta.dirname,
    publicDir: '../../public',
    build: { outDir: 'dist', emptyOutDir: true, copyPublicDir: true },
  }),
);
