import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Cross-origin isolation, which WASM threads need (SharedArrayBuffer). */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "connect-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The built page carries its policy itself, since static hosts cannot set headers. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy],
  server: { headers: isolation },
  preview: { headers: isolation, allowedHosts: true },
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  optimizeDeps: {
    exclude: ['onnxruntime-web', 'jieba-wasm'],
    // What only workers or late chunks import: found at run time, it would reload the page in the middle of a load.
    include: [
      '@huggingface/tokenizers',
      '@noble/hashes/sha2.js',
      'fflate',
      'lean-qr',
      'lean-qr/extras/svg',
      'opencc-js/core',
      'opencc-js/to/cn',
      'umap-js',
      '@base-ui/react/alert-dialog',
      '@base-ui/react/autocomplete',
      '@base-ui/react/dialog',
      '@base-ui/react/popover',
      '@tanstack/react-virtual',
    ],
  },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tools/**/*.test.ts'], testTimeout: 120_000 },
});
