import { expect, it } from 'vitest';
import { loadSimplifier } from './simplify.ts';

// Expected: OpenCC's t2s.
it.each([
  ['蘋果', '苹果'],
  ['銀行', '银行'],
  ['國王與女王', '国王与女王'],
  ['頭髮', '头发'],
  ['出發', '出发'],
  ['乾燥', '干燥'],
  ['乾坤', '乾坤'],
  ['皇后', '皇后'],
  ['後來', '后来'],
  ['計算機', '计算机'],
  ['苹果 bank ｂ😀𠮷', '苹果 bank ｂ😀𠮷'],
  ['', ''],
])('%s is %s', async (traditional, simplified) => {
  expect((await loadSimplifier()).text(traditional)).toBe(simplified);
});

it('keeps the length when it converts characters', async () => {
  const { characters } = await loadSimplifier();
  expect(characters('蘋果😀𠮷國\ud800王')).toBe('苹果😀𠮷国\ud800王');
  for (let code = 0; code < 0x30000; code++) {
    const char = String.fromCodePoint(code);
    if (characters(char).length !== char.length) expect.fail(`U+${code.toString(16)} changes its length`);
  }
});

it('loads once', async () => {
  expect(await loadSimplifier()).toBe(await loadSimplifier());
});
