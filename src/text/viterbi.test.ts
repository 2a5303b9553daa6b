import { expect, it } from 'vitest';
import { seededRandom } from '../vectors/random.ts';
import { Viterbi } from './viterbi.ts';

it('finds the greatest sum of all ways to cut 200 random words', () => {
  const random = seededRandom(11);
  const letters = ['a', 'b', '苹', '🍎'];
  for (let round = 0; round < 200; round++) {
    const spell = (length: number) =>
      Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
    const pieces = [
      ...new Set(['<unk>', ...letters, ...Array.from({ length: 12 }, (_, n) => spell(2 + (n % 3)))]),
    ];
    const scores = Float64Array.from(pieces, () => -1 - 9 * random());
    const sumOf = (texts: readonly string[]) =>
      texts.reduce((sum, text) => sum + scores[pieces.indexOf(text)], 0);
    const ways = (rest: string): string[][] =>
      rest === ''
        ? [[]]
        : pieces
            .filter((piece) => rest.startsWith(piece))
            .flatMap((piece) => ways(rest.slice(piece.length)).map((others) => [piece, ...others]));
    const word = spell(7);
    const found = new Viterbi(pieces, scores, 0).pieces(word);
    const texts = found.map(({ id }) => pieces[id]);
    expect(texts.join('')).toBe(word);
    expect(found.map(({ length }) => length)).toEqual(texts.map((text) => text.length));
    expect(sumOf(texts)).toBeCloseTo(Math.max(...ways(word).map(sumOf)), 9);
  }
});

it('makes one token of neighbouring characters that are no pieces', () => {
  const viterbi = new Viterbi(['<unk>', 'a', 'ab'], Float64Array.of(0, -1, -2), 0);
  expect(viterbi.pieces('a狗🐕b')).toEqual([
    { id: 1, length: 1 },
    { id: 0, length: 4 },
  ]);
  expect(viterbi.pieces('狗ab')).toEqual([
    { id: 0, length: 1 },
    { id: 2, length: 2 },
  ]);
  expect(viterbi.pieces('')).toEqual([]);
});
