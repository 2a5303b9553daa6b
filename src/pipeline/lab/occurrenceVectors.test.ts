import { beforeEach, expect, test, vi } from 'vitest';
import type { EmbeddedOccurrences, Span } from '../../models/embeddingModel.ts';
import type { WorkHooks } from '../modelSessions.ts';
import type { LabOccurrence, OccurrenceList } from './occurrenceList.ts';

const asked: Span[][] = [];
const model = {
  card: { id: 'fake', dim: 2, layers: 1 },
  report: { device: 'wasm' },
  async embedOccurrences(spans: readonly Span[], layers: readonly unknown[]): Promise<EmbeddedOccurrences> {
    asked.push([...spans]);
    const value = ({ sentence, start }: Span, layer: number) => [sentence.length + layer * 100, start];
    return {
      dim: 2,
      data: layers.map((_, layer) => Float32Array.from(spans.flatMap((span) => value(span, layer)))),
      missing: spans.flatMap(({ sentence }, index) => (sentence.includes('missing') ? [index] : [])),
      truncated: [],
      tokens: spans.map(() => []),
      ranges: spans.map(() => ({ from: 1, to: 2 })),
      report: model.report as never,
    };
  },
};
vi.mock('../modelSessions.ts', () => ({ modelSession: async () => model, forgetModel: () => {} }));

const hooks: WorkHooks = {
  signal: new AbortController().signal,
  onActivity: () => {},
  consent: async () => true,
};
const occurrence = (sentence: string): LabOccurrence => ({
  id: sentence,
  text: sentence.slice(0, 1),
  group: '',
  sentence,
  start: 0,
  end: 1,
  line: 0,
  word: 0,
  inside: null,
});
const listOf = (...sentences: string[]) =>
  ({ occurrences: sentences.map(occurrence) }) as unknown as OccurrenceList;

let embed: (list: OccurrenceList) => Promise<import('./occurrenceVectors.ts').OccurrenceVectors>;
beforeEach(async () => {
  asked.length = 0;
  vi.resetModules();
  const { occurrenceVectors } = await import('./occurrenceVectors.ts');
  embed = (list) => occurrenceVectors(list, { model: 'bge-small-zh-v1.5', device: 'wasm' }, hooks);
});

test('changing one sentence embeds that sentence alone', async () => {
  await embed(listOf('one', 'three', 'seven'));
  const changed = await embed(listOf('one', 'fourteen', 'seven'));
  expect(asked.map((spans) => spans.map(({ sentence }) => sentence))).toEqual([
    ['one', 'three', 'seven'],
    ['fourteen'],
  ]);
  expect(changed.fresh).toBe(1);
  expect(changed.layers).toEqual(['table', 0, 1]);
  expect(changed.data.map((layer) => [...layer])).toEqual([
    [3, 0, 8, 0, 5, 0],
    [103, 0, 108, 0, 105, 0],
    [203, 0, 208, 0, 205, 0],
  ]);
});

test('the same list gives the same vectors by identity and asks nothing', async () => {
  const list = listOf('one', 'two');
  const first = await embed(list);
  const again = await embed(list);
  expect(again.data).toBe(first.data);
  expect(again.fresh).toBe(0);
  expect(asked).toHaveLength(1);
});

test('an occurrence without a token has no point, and is counted', async () => {
  const { occurrences, data, missing } = await embed(listOf('one', 'missing', 'seven'));
  expect(occurrences.map(({ sentence }) => sentence)).toEqual(['one', 'seven']);
  expect([...data[0]]).toEqual([3, 0, 5, 0]);
  expect(missing).toBe(1);
});
