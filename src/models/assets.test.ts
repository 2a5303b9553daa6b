import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAbort } from '../contract/fault.ts';
import { type Asset, fetchAsset, isCached } from './assets.ts';
import type { ModelCard } from './modelCard.ts';

const content = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256);
const asset: Asset = {
  path: 'vectors.bin',
  url: 'https://app.example/models/m/vectors.bin',
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
};

/** A Cache API in memory; `put` may be told to have no room. */
class FakeCaches {
  readonly entries = new Map<string, Uint8Array<ArrayBuffer>>();
  full = false;
  async open() {
    return {
      match: async (key: string) => {
        const kept = this.entries.get(key);
        return kept && new Response(kept);
      },
      put: async (key: string, response: Response) => {
        if (this.full) throw new DOMException('no room', 'QuotaExceededError');
        this.entries.set(key, new Uint8Array(await response.arrayBuffer()));
      },
      delete: async (key: string) => this.entries.delete(key),
    };
  }
}

/** A body in chunks, which may break off. */
function body(bytes: Uint8Array<ArrayBuffer>, { chunk = 1000, breakAt = Number.POSITIVE_INFINITY } = {}) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= breakAt) controller.error(new TypeError('network error'));
      else if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + chunk));
      at += chunk;
    },
  });
}

let caches: FakeCaches;
const serve = (answer: (init?: RequestInit) => Response | Promise<Response>) => {
  const fetch = vi.fn((_url: string, init?: RequestInit) => Promise.resolve(answer(init)));
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

beforeEach(() => {
  caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
});
afterEach(() => vi.unstubAllGlobals());

describe('a good file', () => {
  test('arrives with the bytes of every chunk, is verified and kept; the next time nothing is downloaded', async () => {
    const fetch = serve(() => new Response(body(content)));
    const seen: number[] = [];
    const onVerify = vi.fn();
    const first = await fetchAsset(asset, { onBytes: (done) => seen.push(done), onVerify });
    expect(first).toEqual({ data: content, cached: true });
    expect(seen).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
    expect(onVerify).toHaveBeenCalledOnce();

    const again: number[] = [];
    const second = await fetchAsset(asset, { onBytes: (done) => again.push(done) });
    expect(second).toEqual({ data: content, cached: true });
    expect(again).toEqual([5000]);
    expect(fetch).toHaveBeenCalledOnce();
  });

  test('is verified without crypto.subtle too', async () => {
    vi.stubGlobal('crypto', {});
    serve(() => new Response(body(content)));
    expect((await fetchAsset(asset)).data).toEqual(content);
    serve(() => new Response(body(content.map((byte) => byte ^ 1))));
    caches.entries.clear();
    await expect(fetchAsset(asset)).rejects.toMatchObject({ code: 'asset-corrupt' });
  });

  test.each([
    ['there is no cache', () => vi.stubGlobal('caches', undefined)],
    [
      'the cache is forbidden',
      () =>
        vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('private', 'SecurityError')) }),
    ],
    [
      'the cache is full',
      () => {
        caches.full = true;
      },
    ],
  ])('is used though %s', async (_, prepare) => {
    prepare();
    const fetch = serve(() => new Response(body(content)));
    expect(await fetchAsset(asset)).toEqual({ data: content, cached: false });
    expect(await fetchAsset(asset)).toEqual({ data: content, cached: false });
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe('a bad file', () => {
  test.each([
    ['truncated', content.slice(0, 4200), { expected: 5000, got: 4200 }],
    ['too long', new Uint8Array([...content, 1]), { expected: 5000, got: '> 5000' }],
    [
      'altered',
      content.map((byte, index) => (index === 77 ? byte ^ 4 : byte)),
      { expected: asset.sha256.slice(0, 12) },
    ],
  ])('that is %s is asked for once past the HTTP cache, named, and never kept', async (_, bytes, details) => {
    const fetch = serve(() => new Response(body(bytes)));
    await expect(fetchAsset(asset)).rejects.toMatchObject({
      code: 'asset-corrupt',
      details: { file: 'vectors.bin', ...details },
    });
    expect(fetch.mock.calls.map(([, init]) => init?.cache)).toEqual([undefined, 'reload']);
    expect(caches.entries.size).toBe(0);
  });

  test('in the HTTP cache alone does no harm', async () => {
    serve((init) => new Response(body(init?.cache === 'reload' ? content : content.slice(1))));
    expect(await fetchAsset(asset)).toEqual({ data: content, cached: true });
  });

  test('in our own cache is thrown out and downloaded anew', async () => {
    const fetch = serve(() => new Response(body(content)));
    await fetchAsset(asset);
    for (const key of caches.entries.keys()) caches.entries.set(key, content.slice(9));
    expect((await fetchAsset(asset)).data).toEqual(content);
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe('no file', () => {
  test('offline from the start', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchAsset(asset)).rejects.toMatchObject({
      code: 'asset-unreachable',
      details: { file: 'vectors.bin' },
    });
  });

  test('offline in the middle; the next try works', async () => {
    serve(() => new Response(body(content, { breakAt: 3000 })));
    await expect(fetchAsset(asset)).rejects.toMatchObject({
      code: 'asset-unreachable',
      details: { file: 'vectors.bin', done: 3000, bytes: 5000 },
    });
    serve(() => new Response(body(content)));
    expect((await fetchAsset(asset)).data).toEqual(content);
  });

  test.each([
    ['404', new Response('gone', { status: 404 }), 404],
    ['an error of the server', new Response('', { status: 503 }), 503],
    [
      'a start page in its place',
      new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
      404,
    ],
  ])('%s', async (_, response, status) => {
    serve(() => response);
    await expect(fetchAsset(asset)).rejects.toMatchObject({
      code: 'asset-refused',
      details: { file: 'vectors.bin', status },
    });
  });
});

test('cancelling stops the download and is no fault', async () => {
  const controller = new AbortController();
  serve((init) => {
    const stream = new ReadableStream({
      start(target) {
        target.enqueue(content.slice(0, 1000));
        init?.signal?.addEventListener('abort', () => target.error(init.signal?.reason));
      },
    });
    return new Response(stream);
  });
  const loading = fetchAsset(asset, {
    signal: controller.signal,
    onBytes: (done) => done > 0 && controller.abort(),
  });
  expect(isAbort(await loading.catch((reason) => reason))).toBe(true);
  expect(caches.entries.size).toBe(0);
});

test('a model is cached when all its files are', async () => {
  const { path, bytes, sha256 } = asset;
  const other = { path: 'vocabulary.txt', bytes: 1, sha256: '0'.repeat(64) };
  const card = {
    kind: 'static',
    files: { vectors: { path, bytes, sha256 }, vocabulary: other },
  } as ModelCard;
  serve(() => new Response(body(content)));
  await fetchAsset(asset);
  expect(await isCached(card)).toBe(false);
  const whole = { kind: 'static', files: { vectors: asset, vocabulary: asset } } as unknown as ModelCard;
  expect(await isCached(whole)).toBe(true);
});
