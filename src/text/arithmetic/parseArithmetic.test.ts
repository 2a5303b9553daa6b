import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../vectors/random.ts';
import { ARITHMETIC_LIMITS, type ArithmeticErrorCode } from './arithmeticError.ts';
import { parseArithmetic } from './parseArithmetic.ts';

/** The words and factors, or the error's code. */
function meaning(text: string): Record<string, number> | string {
  const parsed = parseArithmetic(text);
  if (!parsed.ok) return parsed.error.code;
  return Object.fromEntries(parsed.terms.map(({ word, weight }) => [word, weight]));
}

function errorOf(text: string) {
  const parsed = parseArithmetic(text);
  if (parsed.ok) throw new Error(`${text} should be refused`);
  return parsed.error;
}

describe('what a formula means', () => {
  test.each([
    ['国王 - 男人 + 女人', { 国王: 1, 男人: -1, 女人: 1 }],
    ['国王-男人+女人', { 国王: 1, 男人: -1, 女人: 1 }],
    ['king − man + woman', { king: 1, man: -1, woman: 1 }],
    ['1.5 * Paris - France', { Paris: 1.5, France: -1 }],
    ['Paris × 1.5 ÷ 3', { Paris: 0.5 }],
    ['2(a+b)/4', { a: 0.5, b: 0.5 }],
    ['a - (b - (c - d))', { a: 1, b: -1, c: 1, d: -1 }],
    ['-a + -2 * b - -c', { a: -1, b: -2, c: 1 }],
    ['(1 + 2) * 3 * a_b', { a_b: 9 }],
    ['8 / 2 / 2 * a', { a: 2 }],
    ['+a', { a: 1 }],
    ['.5*a', { a: 0.5 }],
  ])('%s', (text, expected) => {
    expect(meaning(text)).toEqual(expected);
  });

  test('averages words, by any of its names, also of parts and inside a part', () => {
    expect(meaning('avg(a, b, c, d)')).toEqual({ a: 0.25, b: 0.25, c: 0.25, d: 0.25 });
    expect(meaning('平均（猫、狗）')).toEqual({ 猫: 0.5, 狗: 0.5 });
    expect(meaning('AVG (a + b, c) - Mean(d)')).toEqual({ a: 0.5, b: 0.5, c: 0.5, d: -1 });
    expect(meaning('average(2, 4) * a')).toEqual({ a: 3 });
  });

  test('takes the names of averages as words where no bracket follows', () => {
    expect(meaning('mean - 平均')).toEqual({ mean: 1, 平均: -1 });
  });

  test('reads full-width signs, digits and letters, and every common minus', () => {
    expect(meaning('１．５＊（ａｂ＋猫）－２×狗÷４')).toEqual({ ab: 1.5, 猫: 1.5, 狗: -0.5 });
    for (const minus of '-−–—‐‑－﹣') expect(meaning(`a ${minus} b`)).toEqual({ a: 1, b: -1 });
    expect(meaning('国王——男人')).toEqual({ 国王: 1, 男人: -1 });
    expect(meaning('a ✖️ 2 ➕ b')).toEqual({ a: 2, b: 1 });
    expect(meaning('\u3000国王\u00a0-\u200b男人\n')).toEqual({ 国王: 1, 男人: -1 });
  });

  test('takes a hyphen as minus, unless it is quoted', () => {
    expect(meaning('t-shirt')).toEqual({ t: 1, shirt: -1 });
    for (const quoted of [
      '"t-shirt"',
      '“t-shirt”',
      '”t-shirt”',
      "'t-shirt'",
      '‘t-shirt’',
      '＂t-shirt＂',
      '「t-shirt」',
    ]) {
      expect(meaning(`${quoted} - 2*" 3d "`)).toEqual({ 't-shirt': 1, '3d': -2 });
    }
    expect(meaning(`'o''clock' - "say ""a"" "`)).toEqual({ "o'clock": 1, 'say "a"': -1 });
  });

  test('keeps apostrophes and middle dots inside a word, and characters beyond the BMP', () => {
    expect(meaning("don’t + don't + 列夫·托尔斯泰")).toEqual({ "don't": 2, 列夫·托尔斯泰: 1 });
    expect(meaning('𠮷野家 - 二〇〇八')).toEqual({ 𠮷野家: 1, 二〇〇八: -1 });
    expect(meaning('2·a')).toEqual({ a: 2 });
    expect(meaning('cafe\u0301 + caf\u00e9')).toEqual({ café: 2 });
  });

  test('adds up equal words in order of first appearance, and drops what cancels', () => {
    const parsed = parseArithmetic('b + a - 0.1*c + b - 0.2*c + 0.3*c');
    expect(parsed).toEqual({
      ok: true,
      terms: [
        { word: 'b', weight: 2, start: 0, end: 1 },
        { word: 'a', weight: 1, start: 4, end: 5 },
      ],
    });
    expect(meaning('avg(a, a, a) - a + b')).toEqual({ b: 1 });
    expect(meaning('0 * a + b')).toEqual({ b: 1 });
  });

  test('gives the place of each word, quotation marks included, in UTF-16 units', () => {
    const text = '（𠮷 ＋ “t-shirt”）× 2 － 猫';
    const parsed = parseArithmetic(text);
    const pieces = parsed.ok ? parsed.terms.map(({ start, end }) => text.slice(start, end)) : [];
    expect(pieces).toEqual(['𠮷', '“t-shirt”', '猫']);
  });
});

describe('what is refused, and where', () => {
  // The brackets ⟦ ⟧ stand round the place that is reported.
  test.each<[ArithmeticErrorCode, string]>([
    ['empty', '⟦⟧'],
    ['empty', '⟦ \u3000⟧'],
    ['unexpected', '⟦*⟧ a'],
    ['unexpected', 'a + ⟦*⟧ b'],
    ['unexpected', 'a ⟦=⟧ b'],
    ['unexpected', 'a + ⟦😀⟧'],
    ['unexpected', 'a ⟦)⟧'],
    ['unexpected', 'a⟦，⟧ b'],
    ['unexpected', '（⟦）⟧'],
    ['unexpected', 'avg(⟦)⟧'],
    ['unexpected', 'avg(a, ⟦)⟧'],
    ['unexpected', 'a - ⟦“ ”⟧'],
    ['unexpected', 'u⟦.⟧s'],
    ['unfinished', '国王 ⟦－⟧ '],
    ['unfinished', '(a ⟦+⟧'],
    ['unfinished', '⟦-⟧'],
    ['unclosed', '2 * ⟦(⟧a + b'],
    ['unclosed', '(a + ⟦(⟧b - c'],
    ['unclosed', 'avg⟦（⟧猫，'],
    ['unclosed', '⟦(⟧'],
    ['unclosed', 'a - ⟦“⟧t-shirt'],
    ['no-operator', '国王⟦ ⟧男人 + 女人'],
    ['no-operator', '国王 + 女⟦ ⟧king'],
    ['no-operator', '2⟦⟧x'],
    ['no-operator', '(a)⟦⟧(b)'],
    ['no-operator', 'avg(a⟦  ⟧b)'],
    ['no-operator', '"a"⟦ ⟧"b"'],
    ['no-operator', '"avg"⟦⟧(a)'],
    ['unknown-function', '⟦sum⟧(a, b)'],
    ['unknown-function', 'b + ⟦国王⟧（男人）'],
    ['no-words', ' ⟦1 + 2⟧ '],
    ['cancelled', '⟦a - a⟧'],
    ['cancelled', '⟦0 * a⟧'],
    ['words-multiplied', 'c + ⟦a * (b + a)⟧'],
    ['divided-by-word', 'a / ⟦(b)⟧'],
    ['divided-by-word', '1 / ⟦a⟧'],
    ['divided-by-zero', 'a / ⟦0⟧'],
    ['divided-by-zero', 'a / ⟦(0.3 - 0.1 - 0.2)⟧'],
    ['number-added', '⟦2⟧ + 国王'],
    ['number-added', '国王 - ⟦(1 + 1)⟧'],
    ['number-added', 'avg(国王, ⟦2⟧)'],
    ['number-range', '⟦10000000⟧ * a'],
    ['number-range', '⟦0.0000001⟧ * a'],
    ['number-range', 'b + ⟦a * 1000000 * 1000⟧'],
    ['number-range', '1000000 * ⟦a⟧ + 1000000 * a'],
  ])('%s: %s', (code, marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const start = marked.indexOf('⟦');
    const end = marked.indexOf('⟧') - 1;
    expect(errorOf(text)).toMatchObject({ code, start, end });
  });

  test('the piece is what stands at the place, or both sides of a missing sign, cut to 40 characters', () => {
    expect(errorOf('2 + 国王').text).toBe('2');
    expect(errorOf('2 + 国王 - 男人  女人').text).toBe('2');
    expect(errorOf('国王 男人').text).toBe('国王 男人');
    expect(errorOf('  ').text).toBe('');
    const { text } = errorOf(`${'𠮷'.repeat(60)}(a)`);
    expect(text).toBe(`${'𠮷'.repeat(39)}…`);
  });

  test('limits the length, the words and the depth', () => {
    const { characters, words, depth } = ARITHMETIC_LIMITS;
    expect(meaning('a'.repeat(characters))).toEqual({ ['a'.repeat(characters)]: 1 });
    expect(errorOf(`${'a'.repeat(characters)}bc`)).toMatchObject({
      code: 'too-long',
      start: characters,
      end: characters + 2,
      text: 'bc',
    });
    const sum = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join('+');
    expect(Object.keys(meaning(sum(words)))).toHaveLength(words);
    expect(errorOf(sum(words + 1))).toMatchObject({ code: 'too-many-words', text: `w${words}` });
    const nested = (count: number) => `${'('.repeat(count)}a${')'.repeat(count)}`;
    expect(meaning(nested(depth))).toEqual({ a: 1 });
    expect(errorOf(nested(depth + 1))).toMatchObject({ code: 'too-deep', start: depth, end: depth + 1 });
    expect(meaning(`${'-'.repeat(1998)}a`)).toEqual({ a: 1 });
  });

  test('a million characters are refused at once', () => {
    const start = performance.now();
    expect(meaning('('.repeat(1_000_000))).toBe('too-long');
    expect(performance.now() - start).toBeLessThan(50);
  });
});

test('30,000 hostile inputs neither throw nor hang, and every answer keeps its promises', () => {
  const pieces = [
    ...['a', 'b', '国王', '男人', 'avg', '平均', '2', '0', '1.5', '.', '1e9', '9999999', '0.0000001', '𠮷'],
    ...['+', '-', '*', '/', '(', ')', '(', ')', ',', '，', '（', '）', '＋', '－', '×', '÷', '——', '、'],
    ...[
      '"',
      "'",
      '“',
      '”',
      '‘',
      '’',
      '「',
      '」',
      ' ',
      '\n',
      '\u200b',
      '\ufe0f',
      '\ud83d',
      '\udc00',
      '😀',
      '́',
    ],
    ...['=', '\0', '·', '_', '[', '^', '__proto__', 'constructor', 'toString', 'a+b', '2(', ')/2', '-1*'],
  ];
  const random = seededRandom(7);
  const codes = new Set<string>();
  let accepted = 0;
  const start = performance.now();
  for (let round = 0; round < 30_000; round++) {
    const count = round % 100 === 0 ? 600 : 1 + Math.floor(random() * 14);
    let text = '';
    for (let i = 0; i < count; i++) text += pieces[Math.floor(random() * pieces.length)];
    const parsed = parseArithmetic(text);
    const places = parsed.ok ? parsed.terms : [parsed.error];
    const arePlaces = places.every(({ start, end }) => 0 <= start && start <= end && end <= text.length);
    if (!arePlaces) throw new Error(`a place outside ${JSON.stringify(text)}`);
    if (parsed.ok) {
      accepted++;
      const words = parsed.terms.map(({ word }) => word);
      const areSound = parsed.terms.every(({ weight }) => Number.isFinite(weight) && weight !== 0);
      if (!areSound || words.length === 0 || new Set(words).size < words.length) {
        throw new Error(`wrong terms for ${JSON.stringify(text)}`);
      }
    } else {
      codes.add(parsed.error.code);
    }
  }
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(accepted).toBeGreaterThan(500);
  expect(codes.size).toBeGreaterThan(10);
});
