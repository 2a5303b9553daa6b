import { expect, test } from 'vitest';
import type { LabFrame } from '../../pipeline/lab/labResult.ts';
import { occurrenceLook, senseOf, sensesShown } from './senseLook.ts';

const names = { theme: 'dark', language: 'en', nameOf: (sense: number) => `Sense ${sense + 1}` } as const;
function frame(given: number[], found: { labels: number[]; k: number } | null): LabFrame {
  const senses = ['fruit', 'firm'].slice(0, Math.max(0, ...given) + 1);
  return {
    given: Int32Array.from(given),
    list: {
      senses: given.some((sense) => sense >= 0)
        ? senses.map((id) => ({ id, names: { zh: id, en: `the ${id}` } }))
        : [],
    },
    separations: found && [{ labels: Int32Array.from(found.labels), k: found.k }],
    names: found && [[['juice', 'peel'], []]],
  } as unknown as LabFrame;
}

test('given senses come first; an occurrence without one is a grey ring, and last', () => {
  const look = occurrenceLook(frame([1, -1, 0, 1], null), 0, null, names);
  expect(look.kind).toBe('given');
  expect(look.senses.map(({ name, count }) => [name, count])).toEqual([
    ['the fruit', 1],
    ['the firm', 2],
  ]);
  expect([...look.order]).toEqual([2, 0, 3, 1]);
  expect(senseOf(look, 1)).toMatchObject({ name: '', shape: 4, count: 1 });
  expect([...look.colours.subarray(0, 3)]).toEqual([...look.colours.subarray(9, 12)]);
  expect(look.senses[0].colour).not.toBe(look.senses[1].colour);
  expect(look.senses[0].shape).not.toBe(look.senses[1].shape);
});

test('found senses are named by their words, or numbered', () => {
  const given = frame([-1, -1, -1], { labels: [0, 1, 0], k: 2 });
  expect(sensesShown(given, null)).toBe('found');
  const look = occurrenceLook(given, 0, null, names);
  expect(look.senses.map(({ name, count }) => [name, count])).toEqual([
    ['juice, peel', 2],
    ['Sense 2', 1],
  ]);
  expect([...look.order]).toEqual([0, 2, 1]);
});

test('until senses are found nothing has one', () => {
  const look = occurrenceLook(frame([-1, -1], null), 0, 'found', names);
  expect(look.senses).toEqual([]);
  expect([...look.labels]).toEqual([-1, -1]);
  expect(look.without.count).toBe(2);
});
