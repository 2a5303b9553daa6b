import { describe, expect, test } from 'vitest';
import { finish } from '../../../vectors/steps.ts';
import { agreementByLayer } from './agreementByLayer.ts';
import { listBeginnings, neighboursAsked } from './beginnings.ts';
import { layerRows } from './layerRows.ts';

const prefixes = ['tea', 'cats'].flatMap((says) =>
  ['of', 'to', 'and'].map((next) => ({ text: `${says} before ${next}`, says, next })),
);

describe('the beginnings shown', () => {
  test('are the bundled ones with their labels, then one’s own without', () => {
    const { beginnings, notes } = listBeginnings({ prefixes }, ' Once upon a \n\nThe end');
    expect(beginnings.length).toBe(8);
    expect(beginnings.slice(6).map(({ text, says, next }) => [text, says, next])).toEqual([
      ['Once upon a', '', ''],
      ['The end', '', ''],
    ]);
    expect(new Set(beginnings.map(({ id }) => id)).size).toBe(8);
    expect(notes).toEqual([]);
    expect(listBeginnings({ prefixes }, null).beginnings.length).toBe(6);
  });

  test('are at most 200 of one’s own, and what is left out is said', () => {
    const typed = Array.from({ length: 230 }, (_, line) => `line ${line}`).join('\n');
    const { beginnings, notes } = listBeginnings({ prefixes }, typed);
    expect(beginnings.length).toBe(206);
    expect(notes).toEqual([{ kind: 'lines-dropped', details: { kept: 200, count: 30 } }]);
  });

  test('ask for as many neighbours as the smallest label has others', () => {
    expect(neighboursAsked({ prefixes })).toBe(1);
    expect(neighboursAsked({ prefixes: [...prefixes, { text: 'x', says: 'dogs', next: 'of' }] })).toBe(1);
    expect(neighboursAsked({ prefixes: prefixes.map((prefix) => ({ ...prefix, next: 'of' })) })).toBe(2);
  });
});

test('layers of texts that stand one after another are told apart', () => {
  const texts = [Float32Array.of(1, 2, 3, 4), Float32Array.of(5, 6, 7, 8)];
  expect([...layerRows(texts, 2, 1)]).toEqual([3, 4, 7, 8]);
});

test('a layer that groups by one label and not by the other is measured so, at each layer', () => {
  // pairs of equal vectors: at the first layer by what was said, at the second by what comes next
  const bySays = Float32Array.of(1, 0, 1, 0.01, 0, 1, 0.01, 1);
  const byNext = Float32Array.of(1, 0, 0, 1, 1, 0.01, 0.01, 1);
  const says = ['tea', 'tea', 'cats', 'cats'];
  const next = ['of', 'to', 'of', 'to'];
  const found = finish(
    agreementByLayer({
      layers: [bySays, byNext],
      dim: 2,
      labels: { says, next, predicted: next },
      k: 1,
      seed: 1,
    }),
  );
  expect(found.map((layer) => [layer.says.value, layer.next.value, layer.predicted.value])).toEqual([
    [1, 0, 0],
    [0, 1, 1],
  ]);
});
