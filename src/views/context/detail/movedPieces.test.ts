import { describe, expect, test } from 'vitest';
import { movedPieces } from './movedPieces.ts';

/** Words as [start, end) of `sentence`, each sought after the one before. */
function spans(sentence: string, ...words: string[]) {
  let at = 0;
  return words.map((word) => {
    const start = sentence.indexOf(word, at);
    at = start + word.length;
    return { start, end: at };
  });
}

const drawn = (...given: Parameters<typeof movedPieces>) =>
  movedPieces(...given).map(({ before, text, after, spaced, part, isTarget }) =>
    [before, isTarget ? `[${text}]` : text, after, spaced ? ' ' : '', part === null ? '' : part].join('|'),
  );

describe('movedPieces', () => {
  test('gives punctuation to the word that it stands by', () => {
    const sentence = '他说：“苹果，很甜！”';
    const [target] = spans(sentence, '苹果');
    expect(drawn(sentence, target, spans(sentence, '他', '说', '很', '甜'))).toEqual([
      '|他|||0',
      '|说|：||1',
      '“|[苹果]|，||',
      '|很|||2',
      '|甜|！”||3',
    ]);
  });

  test('keeps the spaces of alphabetic text', () => {
    const sentence = '"The bank" (by the "river") closed.';
    const [target] = spans(sentence, 'bank');
    expect(drawn(sentence, target, spans(sentence, 'The', 'by', 'the', 'river', 'closed'))).toEqual([
      '"|The|| |0',
      '|[bank]|"| |',
      '(|by|| |1',
      '|the|| |2',
      '"|river|")| |3',
      '|closed|.||4',
    ]);
  });

  test('leaves the rest of a longer word round the target', () => {
    expect(drawn('银行家来', { start: 0, end: 2 }, [{ start: 3, end: 4 }])).toEqual([
      '|[银行]|家||',
      '|来|||0',
    ]);
  });

  test('bears a target alone, nothing at all, and parts that overlap', () => {
    expect(drawn('苹果', { start: 0, end: 2 }, [])).toEqual(['|[苹果]|||']);
    expect(drawn('', { start: 0, end: 0 }, [])).toEqual([]);
    expect(drawn('  ？ ', { start: 0, end: 0 }, [])).toEqual(['|？|| |']);
    const overlapping = [
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ];
    expect(drawn('abcd', { start: 1, end: 3 }, overlapping)).toEqual(['a|[bc]|||', '|d|||1']);
  });

  test('draws what no part covers, as long as the other words are being measured', () => {
    const sentence = 'Oh: the bank’s rates (near me) rose.';
    const [target] = spans(sentence, 'bank');
    expect(drawn(sentence, target, [])).toEqual([
      '|Oh:|| |',
      '|the|| |',
      '|[bank]|’s| |',
      '|rates|| |',
      '|(near|| |',
      '|me)|| |',
      '|rose.|||',
    ]);
  });

  test('together the pieces are the sentence', () => {
    const sentence = '😀 “Ａ　b”，c—d (e)… f';
    const [target] = spans(sentence, 'c');
    const parts = spans(sentence, 'Ａ', 'b', 'd', 'e', 'f');
    const whole = movedPieces(sentence, target, parts)
      .map(({ before, text, after, spaced }) => `${before}${text}${after}${spaced ? ' ' : ''}`)
      .join('');
    expect(whole).toBe(sentence.replace('\u3000', ' '));
  });
});
