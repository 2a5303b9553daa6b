import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines, MAX_LINE_LENGTH, MAX_LINES } from './lines.ts';

const nothing = { blank: 0, linesDropped: 0, linesCut: 0, duplicates: 0 };

describe('cleanLines', () => {
  it('takes one text a line, trimmed, in order', () => {
    expect(cleanLines('苹果\n  bank \r\n\r\n\t河岸\rspring\u2028bat\u0085crane')).toEqual({
      texts: ['苹果', 'bank', '河岸', 'spring', 'bat', 'crane'],
      cut: { ...nothing, blank: 1 },
    });
  });

  it('leaves out blank lines, also those of invisible characters', () => {
    expect(cleanLines('\ufeff\n\u0000\n\u3000 \n')).toEqual({ texts: [], cut: { ...nothing, blank: 4 } });
    expect(cleanLines('').texts).toEqual([]);
  });

  it('keeps duplicates and counts them', () => {
    const { texts, cut } = cleanLines('a\nb\na\na ');
    expect(texts).toEqual(['a', 'b', 'a', 'a']);
    expect(cut).toEqual({ ...nothing, duplicates: 2 });
  });

  it('keeps as many lines as it says', () => {
    const { texts, cut } = cleanLines(Array.from({ length: MAX_LINES + 5 }, (_, n) => `w${n}`).join('\n'));
    expect(texts).toHaveLength(MAX_LINES);
    expect(texts.at(-1)).toBe(`w${MAX_LINES - 1}`);
    expect(cut).toEqual({ ...nothing, linesDropped: 5 });
  });

  it('keeps the beginning of a long line and does not cut a character in two', () => {
    const { texts, cut } = cleanLines(`${'x'.repeat(100_000)}\n${'x'.repeat(MAX_LINE_LENGTH - 1)}😀`);
    expect(texts).toEqual(['x'.repeat(MAX_LINE_LENGTH), 'x'.repeat(MAX_LINE_LENGTH - 1)]);
    expect(cut).toEqual({ ...nothing, linesCut: 2 });
    expect(cleanLines('x'.repeat(MAX_LINE_LENGTH)).cut).toEqual(nothing);
  });
});

describe('cleanLine', () => {
  it.each([
    ['\ufeffBOM', 'BOM'],
    ['a\u0000b\u0007c\u009fd', 'abcd'],
    ['a\tb', 'a b'],
    ['\ud83d苹果\ude00', '\ufffd苹果\ufffd'],
    ['😀👨‍👩‍👧', '😀👨‍👩‍👧'],
    ['cafe\u0301', 'cafe\u0301'],
    ['a   b', 'a   b'],
    ['<img onerror=x>', '<img onerror=x>'],
  ])('%j becomes %j', (line, expected) => expect(cleanLine(line)).toBe(expected));

  it('replaces halves as toWellFormed does', () => {
    const halves = '\ud800a\udfff\ud83d\ude00\ude00\ud83d';
    const native = (halves as unknown as { toWellFormed(): string }).toWellFormed();
    expect(cleanLine(halves)).toBe(native);
  });
});
