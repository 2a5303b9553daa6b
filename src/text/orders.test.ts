import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadOrders } from './loadData.ts';
import { type OrdersId, samePieces } from './orders.ts';

const base = new URL('../../public/', import.meta.url).href;
const IDS = ['orders-zh', 'orders-en'] as const;

async function bundled(id: OrdersId) {
  vi.stubGlobal('fetch', async (url: string) => new Response(await readFile(new URL(url))));
  return loadOrders(id, base);
}

afterEach(() => vi.unstubAllGlobals());

describe.each(IDS)('%s', (id) => {
  it('has sets enough, each with orders of another sense or of none and a note in both languages', async () => {
    const { language, sets } = await bundled(id);
    expect(id.endsWith(language)).toBe(true);
    expect(sets.length).toBeGreaterThanOrEqual(12);
    for (const { id: name, note, orders } of sets) {
      expect(orders.length, name).toBeGreaterThanOrEqual(3);
      expect(new Set(orders.map(({ sense }) => sense)).size, name).toBeGreaterThanOrEqual(2);
      expect(note.zh).toMatch(/\p{Script=Han}/u);
      expect(note.en).toMatch(/[a-z]/);
    }
    const senses = sets.flatMap(({ orders }) => orders.slice(1).map(({ sense }) => sense));
    expect(new Set(senses)).toEqual(new Set(['same', 'other', 'none']));
  });

  it('has orders of exactly the same pieces', async () => {
    for (const { orders } of (await bundled(id)).sets) {
      // Chinese is compared by character, so a word that is cut apart still counts as the same tokens
      const pieces = orders.map(({ text }) =>
        (id === 'orders-zh' ? [...text] : text.split(' ')).sort().join(' '),
      );
      expect(new Set(pieces).size).toBe(1);
    }
  });

  it('has no capital, punctuation or foreign letter that would change the tokens', async () => {
    const pattern = id === 'orders-zh' ? /^\p{Script=Han}+$/u : /^[a-z]+( [a-z]+)*$/;
    const texts = (await bundled(id)).sets.flatMap(({ orders }) => orders.map(({ text }) => text));
    expect(texts.filter((text) => !pattern.test(text))).toEqual([]);
  });

  it('says how many sets and orders it has', async () => {
    const { about, sets } = await bundled(id);
    const orders = sets.reduce((sum, set) => sum + set.orders.length, 0);
    for (const text of [about.zh, about.en]) {
      expect(text.match(/\d+/g)?.map(Number)).toEqual([sets.length, orders]);
    }
  });
});

it('the Chinese orders are single tokens of the Chinese model', async () => {
  const file = new URL('models/bge-small-zh-v1.5/tokenizer.json', base);
  const { model } = JSON.parse(await readFile(file, 'utf8'));
  const texts = (await bundled('orders-zh')).sets.flatMap(({ orders }) => orders.map(({ text }) => text));
  expect([...new Set(texts.join(''))].filter((character) => !(character in model.vocab))).toEqual([]);
});

it('the orders of the lesson are there', async () => {
  const text = async (id: OrdersId) =>
    (await bundled(id)).sets.flatMap(({ orders }) => orders.map((order) => `${order.sense} ${order.text}`));
  expect(await text('orders-zh')).toEqual(
    expect.arrayContaining([
      'same 苹果公司发布新产品',
      'none 发布新产品苹果公司',
      'other 人咬狗',
      'other 你爱我',
    ]),
  );
  expect(await text('orders-en')).toEqual(expect.arrayContaining(['other man bites dog']));
});

describe('samePieces', () => {
  it('compares characters in Chinese and words in English', () => {
    expect(samePieces('狗咬人', '人咬狗', 'zh')).toBe(true);
    expect(samePieces('狗咬人', '狗咬狗', 'zh')).toBe(false);
    expect(samePieces('god bites', 'bites god', 'en')).toBe(true);
    expect(samePieces('dog bites', 'god bites', 'en')).toBe(false);
    expect(samePieces('a a b', 'a b b', 'en')).toBe(false);
    expect(samePieces('a', 'a a', 'en')).toBe(false);
  });
});

describe('bad orders', () => {
  const names = { zh: '名', en: 'name' };
  const order = { text: 'a b', sense: 'same' };
  const one = { id: 's', note: names, orders: [order, { text: 'b a', sense: 'other' }] };
  const data = { id: 'orders-en', language: 'en', names, about: names, licence: 'x', sets: [one] };
  const load = (given: unknown) => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(given)));
    return loadOrders('orders-en', './');
  };

  it.each([
    ['another word', { ...one, orders: [order, { text: 'b c', sense: 'other' }] }],
    ['an order twice', { ...one, orders: [order, order] }],
    ['an unknown sense', { ...one, orders: [order, { text: 'b a', sense: 'odd' }] }],
    ['a first order that is not the measure', { ...one, orders: [...one.orders].reverse() }],
    ['one order alone', { ...one, orders: [order] }],
  ])('%s is data-invalid', async (_, set) => {
    await expect(load({ ...data, sets: [set] })).rejects.toMatchObject({ code: 'data-invalid' });
  });

  it('that fit are given as they are', async () => {
    await expect(load(data)).resolves.toEqual(data);
  });
});
