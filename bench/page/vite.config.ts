import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The benches' pages; bench/pages.mjs says where they are built to. */
export default defineConfig({
  root: at('.'),
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  resolve: {
    alias: {
      '@huggingface/transformers': at(
        '../peers/node_modules/@huggingface/transformers/dist/transformers.web.js',
      ),
      'embedding-atlas/umap': at('../peers/node_modules/embedding-atlas/dist/umap.js'),
    },
  },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      input: { ours: at('ours.html'), peer: at('peer.html'), projection: at('projection.html') },
    },
  },
});
