import { expect, test } from 'vitest';
import { rowsOf } from '../../pipeline/scorecard/rowList.ts';
import type { Measure, Metric, RowKind, ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { adviceFor, type Wish, waitOf, wishesOf } from './advice.ts';

type Numbers = Partial<Record<Metric, number | readonly [number, number, number]>>;

/** The English rows of GloVe and MiniLM. */
const english = () => rowsOf('en').filter(({ id }) => !id.includes('e5') && !id.includes('smollm2'));

/** The same with these numbers: a value, or a value with its bounds. */
function measured(numbers: Partial<Record<RowKind, Numbers>>): ScoreRow[] {
  return english().map((row) => {
    const given = Object.entries(numbers[row.kind] ?? {}).map(([metric, number]): [string, Measure] => {
      const [value, low, high] = typeof number === 'number' ? [number, null, null] : number;
      return [metric, { value, low, high, n: 100, coverage: null }];
    });
    return { ...row, metrics: { ...row.metrics, ...Object.fromEntries(given) } };
  });
}

const wish: Wish = { have: 'sentences', need: 'similarity', device: 'laptop', language: 'en' };
const clear = {
  static: { sentences: [0.6, 0.5, 0.7], latency: 0.2 },
  contextual: { sentences: [0.9, 0.85, 0.95], latency: 10 },
} as const;

test('without numbers the kind decides, and no row is called measured', () => {
  const advice = adviceFor(wish, english());
  expect(advice).toMatchObject({ by: 'kind', chosen: { id: 'all-minilm-l6-v2' }, equals: [], tooSlow: [] });
  const words = adviceFor({ ...wish, have: 'words' }, rowsOf('en'));
  expect(words).toMatchObject({ by: 'kind', chosen: { kind: 'static' }, metric: 'words' });
  expect(adviceFor({ ...wish, need: 'senses' }, rowsOf('en'))?.chosen.kind).toBe('contextual');
});

test('as long as one candidate lacks a number, the kind decides', () => {
  expect(adviceFor(wish, measured({ contextual: clear.contextual }))?.by).toBe('kind');
});

test('a candidate that failed is not waited for, but one alone is no choice', () => {
  const rows = measured({ contextual: clear.contextual }).map((row) =>
    row.kind === 'static' ? { ...row, fault: { code: 'asset-unreachable' as const, details: {} } } : row,
  );
  expect(adviceFor(wish, rows)?.by).toBe('kind');
});

test('the best that is quick enough is chosen', () => {
  expect(adviceFor(wish, measured(clear))).toMatchObject({ by: 'measured', chosen: { kind: 'contextual' } });
});

test('of those that the intervals do not tell apart, the quickest is chosen', () => {
  const rows = measured({ ...clear, static: { sentences: [0.8, 0.7, 0.86], latency: 0.2 } });
  const advice = adviceFor(wish, rows);
  expect(advice?.chosen.kind).toBe('static');
  expect(advice?.equals).toHaveLength(2);
});

test('what a phone has no time for is left out, and a GPU has time for everything', () => {
  const rows = measured({ ...clear, contextual: { ...clear.contextual, latency: 30 } });
  const phone = adviceFor({ ...wish, device: 'phone' }, rows);
  expect(phone).toMatchObject({ chosen: { kind: 'static' }, tooSlow: [{ kind: 'contextual' }] });
  expect(adviceFor(wish, rows)?.chosen.kind).toBe('contextual');
  const slow = measured({ ...clear, contextual: { ...clear.contextual, latency: 3000 } });
  expect(adviceFor({ ...wish, device: 'gpu' }, slow)?.chosen.kind).toBe('contextual');
});

test('where nothing is quick enough the quickest is named', () => {
  const rows = measured({
    static: { ...clear.static, latency: 200 },
    contextual: { ...clear.contextual, latency: 900 },
  });
  expect(adviceFor(wish, rows)).toMatchObject({ by: 'measured', chosen: { kind: 'static' }, equals: [] });
});

test('new documents must be read first: two stages read 50 of 400 with the slow model', () => {
  const documents: Wish = { ...wish, have: 'documents', need: 'retrieval' };
  const rows = measured({
    static: { ndcg: [0.3, 0.2, 0.4], latency: 0.2, throughput: 40_000 },
    contextual: { ndcg: [0.9, 0.85, 0.95], latency: 10, throughput: 80 },
    'two-stage': { ndcg: [0.8, 0.7, 0.9], latency: 600 },
  });
  const [first, , second, both] = rows;
  expect(waitOf(first, documents, rows)).toBeCloseTo(0.2 + 10, 9);
  expect(waitOf(second, documents, rows)).toBeCloseTo(10 + 5000, 9);
  expect(waitOf(both, documents, rows)).toBeCloseTo(600 + 10, 9);
  expect(adviceFor(documents, rows)?.chosen.kind).toBe('two-stage');
  expect(adviceFor({ ...documents, have: 'sentences' }, rows)?.chosen.kind).toBe('contextual');
});

test('a model of both languages is a candidate in each, a layer of a language model in none', () => {
  for (const language of ['zh', 'en'] as const) {
    const among = adviceFor({ ...wish, language }, rowsOf(language))?.among.map(({ id }) => id) ?? [];
    expect(among).toContain(`multilingual-e5-small/${language}`);
    expect(among.filter((id) => id.includes('smollm2'))).toEqual([]);
  }
});

test('both languages make two wishes, an open question or generation none', () => {
  const answers = { have: 'words', need: 'similarity', language: 'both', device: 'gpu' } as const;
  expect(wishesOf(answers).map(({ language }) => language)).toEqual(['zh', 'en']);
  expect(wishesOf({ have: 'words', need: 'similarity' })).toEqual([]);
  expect(wishesOf({ ...answers, need: 'generation' })).toEqual([]);
});
