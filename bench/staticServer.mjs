/** A static host for the benches' pages: cross-origin isolated, and able to gzip as hosts on the web do. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
/** What hosts compress by default; weights and pictures go as they are. */
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.txt', '.wasm']);

function find(mounts, path) {
  const mount = mounts.find(([prefix]) => path.startsWith(prefix));
  if (!mount) return null;
  const [prefix, folder] = mount;
  const relative = path.slice(prefix.length);
  const file = join(
    folder,
    normalize(relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative),
  );
  if (!file.startsWith(folder + sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * Serves folders on a free port of this machine.
 * @param mounts `[prefix, folder]` pairs, the first that fits is taken; a prefix ends in `/`
 * @param gzip compress text and WASM at level 6, and note the sizes
 * @returns `url`; `requests`, one `{path, status, bytes, asked}` for each answer, with its size as sent and the
 *   Unix time in ms when it was asked for; `close`
 */
export async function serveFolders(mounts, { gzip = false } = {}) {
  const requests = [];
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = find(mounts, path);
    const asked = Date.now();
    const headers = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    };
    if (!file) {
      requests.push({ path, status: 404, bytes: 0, asked });
      response.writeHead(404, headers).end();
      return;
    }
    const kind = extname(file);
    headers['Content-Type'] = TYPES[kind] ?? 'application/octet-stream';
    if (gzip && COMPRESSED.has(kind)) {
      if (!packed.has(file)) packed.set(file, gzipSync(readFileSync(file), { level: 6 }));
      const body = packed.get(file);
      requests.push({ path, status: 200, bytes: body.length, asked });
      response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': body.length });
      response.end(body);
      return;
    }
    const bytes = statSync(file).size;
    requests.push({ path, status: 200, bytes, asked });
    response.writeHead(200, { ...headers, 'Content-Length': bytes });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
