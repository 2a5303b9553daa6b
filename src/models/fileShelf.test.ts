import { beforeEach, expect, test, vi } from 'vitest';
import type { Asset, AssetOptions } from './assets.ts';
import { FileShelf } from './fileShelf.ts';

const asked: { asset: Asset; options: AssetOptions }[] = [];
let cached = true;
vi.mock('./assets.ts', () => ({
  fetchAsset: async (asset: Asset, options: AssetOptions) => {
    asked.push({ asset, options });
    if (asset.path === 'broken') throw new Error('broken');
    return { data: new Uint8Array(asset.bytes), cached };
  },
}));

const file = (path: string, bytes = 10) => ({ path, bytes, sha256: path });
const track = vi.fn(() => ({}));
const signal = new AbortController().signal;
const shelf = () => new FileShelf({ id: 'm', base: 'https://a.example/app/', signal, track });

beforeEach(() => {
  asked.length = 0;
  cached = true;
  track.mockClear();
});

test('a file is fetched once while it lies here, and counted', async () => {
  const files = shelf();
  const [first, second] = await Promise.all([files.take(file('a')), files.take(file('a'))]);
  expect(second).toBe(first);
  await files.take(file('b', 5));
  expect(files.held).toBe(15);
  expect(asked.map(({ asset }) => asset.url)).toEqual([
    'https://a.example/app/models/m/a',
    'https://a.example/app/models/m/b',
  ]);
  expect(track.mock.calls).toEqual([[10], [5]]);
});

test('what the browser keeps is taken away and read again; what it does not keep stays', async () => {
  const files = shelf();
  await files.take(file('a'));
  cached = false;
  await files.take(file('b', 5));
  files.clear();
  expect(files.held).toBe(5);
  expect(files.cached).toBe(false);
  await files.take(file('a'));
  await files.take(file('b', 5));
  expect(asked.map(({ asset }) => asset.path)).toEqual(['a', 'b', 'a']);
  files.drop(file('b'));
  expect(files.held).toBe(10);
});

test('once the load is over a file is nobody’s progress, and is not cancelled with the load', async () => {
  const files = shelf();
  await files.take(file('a'));
  files.settle();
  await files.take(file('a'));
  expect(asked.map(({ options }) => options.signal)).toEqual([signal, undefined]);
  expect(track).toHaveBeenCalledOnce();
});

test('a file that failed is asked for again', async () => {
  const files = shelf();
  await expect(files.take(file('broken'))).rejects.toThrow('broken');
  await expect(files.take(file('broken'))).rejects.toThrow('broken');
  expect(asked).toHaveLength(2);
  expect(files.held).toBe(0);
});
