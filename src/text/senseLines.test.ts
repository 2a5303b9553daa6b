import { describe, expect, test } from 'vitest';
import {
  formatSenseLines,
  MAX_SENSE_LENGTH,
  MAX_SENTENCE_LENGTH,
  MAX_SENTENCES,
  parseSenseLines,
} from './senseLines.ts';

const nothing = { blank: 0, linesDropped: 0, linesCut: 0, sensesCut: 0 };
const parsed = (text: string) => parseSenseLines(text).lines.map(({ sentence, sense }) => [sentence, sense]);

describe('parseSenseLines', () => {
  test('takes a sentence a line, with its sense after a tab where there is one', () => {
    expect(parseSenseLines('苹果很甜\t水果\r\n苹果发布新手机\n')).toEqual({
      lines: [
        { sentence: '苹果很甜', sense: '水果' },
        { sentence: '苹果发布新手机', sense: '' },
      ],
      cut: { ...nothing, blank: 1 },
    });
  });

  test.each([
    ['a  b \t x ', ['a  b', 'x']],
    ['one\ttwo\tsense', ['one two', 'sense']],
    ['one\t\ttwo\tsense', ['one  two', 'sense']],
    ['sentence\t', ['sentence', '']],
    ['sentence\tsense\t\t', ['sentence', 'sense']],
    ['\tsentence\tsense', ['sentence', 'sense']],
    ['\talone', ['alone', '']],
    ['😀 苹果\u0000很甜\ufeff\tｆｒｕｉｔ', ['😀 苹果很甜', 'ｆｒｕｉｔ']],
    ['half \ud83d pair\t\ude00', ['half \ufffd pair', '\ufffd']],
    ['cafe\u0301 — café\te\u0301', ['cafe\u0301 — café', 'e\u0301']],
    ['x\t<script>alert(1)</script>', ['x', '<script>alert(1)</script>']],
    ['x\t__proto__', ['x', '__proto__']],
  ])('reads %j', (line, expected) => expect(parsed(line)).toEqual([expected]));

  test('leaves out lines without text, and says how many', () => {
    expect(parseSenseLines('\n \t \n\u0000\u3000\na')).toEqual({
      lines: [{ sentence: 'a', sense: '' }],
      cut: { ...nothing, blank: 3 },
    });
  });

  test('keeps duplicates', () => expect(parsed('a\tx\na\tx')).toHaveLength(2));

  test('says how many lines it dropped and how many it cut', () => {
    const many = Array.from({ length: MAX_SENTENCES + 7 }, (_, n) => `s${n}`).join('\n');
    expect(parseSenseLines(many).cut).toEqual({ ...nothing, linesDropped: 7 });
    expect(parseSenseLines(many).lines.at(-1)?.sentence).toBe(`s${MAX_SENTENCES - 1}`);

    const long = `${'x'.repeat(MAX_SENTENCE_LENGTH - 1)}😀\t${'𠮷'.repeat(MAX_SENSE_LENGTH + 1)}`;
    const { lines, cut } = parseSenseLines(long);
    expect(lines).toEqual([
      { sentence: 'x'.repeat(MAX_SENTENCE_LENGTH - 1), sense: '𠮷'.repeat(MAX_SENSE_LENGTH) },
    ]);
    expect(cut).toEqual({ ...nothing, linesCut: 1, sensesCut: 1 });
    const fitting = `${'x'.repeat(MAX_SENTENCE_LENGTH)}\t${'𠮷'.repeat(MAX_SENSE_LENGTH)}`;
    expect(parseSenseLines(fitting).cut).toEqual(nothing);
  });
});

describe('formatSenseLines', () => {
  test('gives lines that read back the same', () => {
    const text = 'one\ttwo\tsense\n  苹果很甜 \t 水果\n\n\tx\n<b>\t"q"\n=1+1\t😀\u2028next\ra\vb';
    const { lines } = parseSenseLines(text);
    expect(lines).toHaveLength(8);
    expect(parseSenseLines(formatSenseLines(lines)).lines).toEqual(lines);
  });

  test('writes no empty sense and lets no text open a line or a field of its own', () => {
    expect(
      formatSenseLines([
        { sentence: 'a', sense: '' },
        { sentence: 'b\tc\nd', sense: 'e\u2028f\tg' },
      ]),
    ).toBe('a\nb c d\te f g');
  });
});
