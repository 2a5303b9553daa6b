import { expect, test } from 'vitest';
import { columnsOf, elideLabel, LABEL_COLUMNS } from './elide.ts';

const text = (s: string, columns = LABEL_COLUMNS) => elideLabel(s, columns).join('');
const width = (graphemes: string[]) => graphemes.reduce((sum, g) => sum + columnsOf(g), 0);

test('short labels stay, long ones end in an ellipsis within the limit', () => {
  expect(text('apple')).toBe('apple');
  expect(text('a'.repeat(24))).toBe('a'.repeat(24));
  expect(text('a'.repeat(25))).toBe(`${'a'.repeat(23)}…`);
  expect(text('the quick brown fox jumps over')).toBe('the quick brown fox jum…');
  expect(text('苹果发布了新款手机，引起了讨论')).toBe('苹果发布了新款手机，引…');
  for (const s of ['苹果a'.repeat(30), '👩‍👩‍👧‍👦'.repeat(30), 'é'.repeat(80)])
    expect(width(elideLabel(s, LABEL_COLUMNS))).toBeLessThanOrEqual(LABEL_COLUMNS);
});

test('a grapheme is one glyph', () => {
  expect(elideLabel('e\u0301👩‍👩‍👧‍👦🇨🇳', 24)).toEqual(['e\u0301', '👩‍👩‍👧‍👦', '🇨🇳']);
});

test('hostile labels are just text', () => {
  expect(text('<img src=x onerror=alert(1)>', 44)).toBe('<img src=x onerror=alert(1)>');
  expect(text('a\u202eb\n\n\tc\u0000d')).toBe('ab c d');
  expect(text('\ud83d')).toBe('\ud83d');
  expect(text('')).toBe('');
  expect(text(' \n ')).toBe('');
  const started = performance.now();
  expect(elideLabel('字'.repeat(100_000), LABEL_COLUMNS)).toHaveLength(12);
  expect(elideLabel(`a${'\u0301'.repeat(100_000)}`, LABEL_COLUMNS)[0].length).toBeLessThanOrEqual(16);
  expect(performance.now() - started).toBeLessThan(500);
});
