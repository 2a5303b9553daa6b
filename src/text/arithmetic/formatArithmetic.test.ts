import { expect, test } from 'vitest';
import { seededRandom } from '../../vectors/random.ts';
import { ARITHMETIC_LIMITS } from './arithmeticError.ts';
import { formatArithmetic } from './formatArithmetic.ts';
import { mergeWords } from './mergeWords.ts';
import { parseArithmetic } from './parseArithmetic.ts';

function canonical(text: string): string {
  const parsed = parseArithmetic(text);
  return parsed.ok ? formatArithmetic(parsed.terms) : parsed.error.code;
}

test('writes signs, factors and quotation marks in one way', () => {
  expect(canonical('国王-男人＋女人')).toBe('国王 − 男人 + 女人');
  expect(canonical('1.5*Paris-France')).toBe('1.5 × Paris − France');
  expect(canonical('-(a + 2*b)/3')).toBe('−0.333333 × a − 0.666667 × b');
  expect(canonical("“t-shirt” - 'o''clock' + \"3d\"")).toBe('"t-shirt" − o\'clock + "3d"');
  expect(canonical('avg(a, a, a)')).toBe('a');
  expect(formatArithmetic([{ word: 'say "a"', weight: -1 }])).toBe('−"say ""a"""');
  expect(formatArithmetic([])).toBe('');
});

test('is read back as the same words with factors equal to six digits, and then stays as it is', () => {
  const words = [
    ...[
      'king',
      '国王',
      't-shirt',
      "o'clock",
      "'s",
      "n't",
      '3d',
      '1990',
      'u.s.',
      'New York',
      '"',
      '""a',
      '"a"b',
    ],
    ...[
      'avg',
      '平均',
      '列夫·托尔斯泰',
      '·',
      ',',
      '(',
      '—',
      'ａｂ',
      'don’t',
      'cafe\u0301',
      'café',
      '𠮷',
      '😀',
      "''",
    ],
    ...['__proto__', 'ー', '_', '“', '”', '「a」', 'a　b', '\ud83d'],
  ];
  const random = seededRandom(21);
  let read = 0;
  const pick = () => words[Math.floor(random() * words.length)];
  for (let round = 0; round < 3000; round++) {
    const count = 1 + Math.floor(random() * 6);
    const terms = mergeWords(
      Array.from({ length: count }, () => {
        const size = round % 3 === 0 ? 1 : 10 ** (random() * 11.9 - 5.95);
        return { word: pick(), weight: random() < 0.5 ? -size : size };
      }),
    );
    const { leastNumber, greatestNumber } = ARITHMETIC_LIMITS;
    const sizes = terms.map(({ weight }) => Math.abs(weight));
    if (sizes.length === 0 || Math.min(...sizes) < leastNumber || Math.max(...sizes) > greatestNumber)
      continue;
    read++;
    const text = formatArithmetic(terms);
    const parsed = parseArithmetic(text);
    if (!parsed.ok) throw new Error(`${text}: ${parsed.error.code}`);
    expect(parsed.terms.map(({ word }) => word)).toEqual(terms.map(({ word }) => word));
    parsed.terms.forEach(({ weight }, index) => {
      const given = terms[index].weight;
      expect(Math.abs(weight - given)).toBeLessThanOrEqual(Math.abs(given) * 5.1e-6);
    });
    expect(formatArithmetic(parsed.terms)).toBe(text);
  }
  expect(read).toBeGreaterThan(2500);
});
