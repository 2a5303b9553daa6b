import { describe, expect, test } from 'vitest';
import { elideMiddle, onlyThisMachine } from './address.ts';

describe('an elided address', () => {
  test('a short one is whole', () => {
    expect(elideMiddle('https://a.org/', 14)).toEqual({ head: 'https://a.org/', middle: '', tail: '' });
  });

  test('a long one shows as many characters as asked, the mark included, and loses none', () => {
    const text = `https://a.org/?view=context#sentences=${'x'.repeat(500)}end`;
    const { head, middle, tail } = elideMiddle(text, 40);
    expect(head.length + 1 + tail.length).toBe(40);
    expect(head).toBe('https://a.org/?view=contex');
    expect(tail).toBe(`${'x'.repeat(10)}end`);
    expect(head + middle + tail).toBe(text);
  });
});

describe('an address that only its own machine can open', () => {
  test.each([
    'http://localhost:5173/?view=context',
    'http://127.0.0.1:4173/',
    'http://127.8.0.1/',
    'http://[::1]:80/',
    'http://0.0.0.0:8000/',
    'http://app.localhost/',
    'http://LOCALHOST./x',
  ])('%s', (address) => {
    expect(onlyThisMachine(address)).toBe(true);
  });

  test.each([
    'https://example.org/?host=localhost',
    'http://192.168.1.20:4173/',
    'http://teachers-laptop.local:4173/',
    'http://localhost.example.org/',
    'http://127.0.0.1.example.org/',
    'not an address',
  ])('not %s', (address) => {
    expect(onlyThisMachine(address)).toBe(false);
  });
});
