import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';

const dist = resolve(import.meta.dirname, '../harness/dist');
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** A host of the built harness with the troubles that a real one may have. */
export interface TroubledServer {
  readonly port: number;
  /** A file whose connection breaks when half of it is sent. */
  breaksIn: string | null;
  close(): Promise<void>;
}

/** Starts one on a free port. `isolated`: whether it sends the headers that threads need. */
export async function startServer({ isolated = true } = {}): Promise<TroubledServer> {
  const state = { breaksIn: null as string | null };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(dist, pathname === '/' ? 'index.html' : decodeURIComponent(pathname));
    if (!path.startsWith(dist) || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    const { size } = statSync(path);
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    response.setHeader('content-length', size);
    if (isolated) {
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('cross-origin-embedder-policy', 'require-corp');
    }
    const breaks = state.breaksIn !== null && path.endsWith(state.breaksIn);
    const stream = createReadStream(path, breaks ? { end: size >> 1 } : {});
    stream.pipe(response, { end: !breaks });
    if (breaks) stream.on('end', () => setTimeout(() => response.destroy(), 100));
  });
  await new Promise<void>((done) => server.listen(0, done));
  return Object.assign(state, {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  });
}
