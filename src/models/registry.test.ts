import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { neededFiles } from './assets.ts';
import { modelCardSchema } from './modelCard.ts';
import { bundledModels, loadCard } from './registry.ts';

const folder = (id: string) => resolve(import.meta.dirname, '../../public/models', id);
const read = (id: string) => JSON.parse(readFileSync(`${folder(id)}/model.json`, 'utf8'));

describe.each([...bundledModels])('$id', ({ id, kind, names, languages }) => {
  test('is what its card says', () => {
    const card = v.parse(modelCardSchema, read(id));
    expect(card).toMatchObject({ id, kind, names, languages });
    for (const { vector } of card.probe) expect(vector).toHaveLength(card.dim);
  });

  test('has the files that its card lists', () => {
    const card = v.parse(modelCardSchema, read(id));
    for (const { path, bytes, sha256 } of neededFiles(card)) {
      const file = readFileSync(`${folder(id)}/${path}`);
      expect(file.byteLength).toBe(bytes);
      expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
    }
  });
});

describe('loadCard', () => {
  afterEach(() => vi.unstubAllGlobals());
  const serve = (body: string, init?: ResponseInit) => {
    const fetch = vi.fn(async (_url: string) => new Response(body, init));
    vi.stubGlobal('fetch', fetch);
    return fetch;
  };

  test('reads the card below the base of the app', async () => {
    const fetch = serve(JSON.stringify(read('glove-6b-50d')));
    const card = await loadCard('glove-6b-50d', 'https://class.example/deep/app/');
    expect(card.kind).toBe('static');
    expect(fetch.mock.calls[0][0]).toBe('https://class.example/deep/app/models/glove-6b-50d/model.json');
  });

  test('refuses a card that does not fit, and says where', async () => {
    serve(JSON.stringify({ ...read('glove-6b-50d'), dim: 'fifty' }));
    await expect(loadCard('glove-6b-50d', 'https://a.example/')).rejects.toMatchObject({
      code: 'card-invalid',
      details: { model: 'glove-6b-50d', place: 'dim' },
    });
  });

  test('refuses the card of another model', async () => {
    serve(JSON.stringify(read('glove-6b-50d')));
    await expect(loadCard('bge-small-zh-v1.5', 'https://a.example/')).rejects.toMatchObject({
      code: 'card-invalid',
    });
  });

  test('says that a file is no JSON', async () => {
    serve('{"id": ');
    await expect(loadCard('glove-6b-50d', 'https://a.example/')).rejects.toMatchObject({
      code: 'asset-corrupt',
      details: { file: 'model.json' },
    });
  });
});
