import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagonalSpread, rotaryAttention, rotaryProducts, rotaryTurned } from './rotaryProduct.ts';
import { norm } from './similarity.ts';

const { rotary, attention } = JSON.parse(readFileSync('fixtures/order/positions.json', 'utf8'));
const query = Float32Array.from(rotary.query);
const key = Float32Array.from(rotary.key);

test('products at all pairs of places are those of numpy, which turns complex numbers', () => {
  const products = rotaryProducts(query, key, rotary.places, rotary.base);
  const expected = rotary.products.flat();
  expect(products).toHaveLength(expected.length);
  products.forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at], 5);
  });
});

test('along a diagonal the products are equal, across diagonals they are not', () => {
  const products = rotaryProducts(query, key, rotary.places, rotary.base);
  const { relative, means } = diagonalSpread(products, rotary.places);
  expect(relative).toBeLessThan(1e-5);
  expect(means).toHaveLength(2 * rotary.places - 1);
  expect(Math.max(...means) - Math.min(...means)).toBeGreaterThan(0.1);
});

test('a square that is not made of diagonals is found out', () => {
  const { spread, relative, means } = diagonalSpread(Float32Array.of(1, 5, 0, 3), 2);
  expect(spread).toBe(2);
  expect(relative).toBe(0.4);
  expect(means).toEqual([5, 2, 0]);
});

test('a turn keeps the length, and place 0 turns nothing', () => {
  expect([...rotaryTurned(query, 0, rotary.base)]).toEqual([...query]);
  expect(norm(rotaryTurned(query, 63, rotary.base))).toBeCloseTo(norm(query), 5);
});

test('attention from queries and keys is that of numpy, with shared key heads and nothing from later tokens', () => {
  const { heads, keyHeads, size, base, shares } = attention;
  const given = {
    heads,
    keyHeads,
    size,
    queries: Float32Array.from(attention.queries),
    keys: Float32Array.from(attention.keys),
  };
  const found = rotaryAttention(given, base);
  expect(found).toHaveLength(shares.length);
  found.forEach((value, at) => {
    expect(value).toBeCloseTo(shares[at], 5);
  });
});
