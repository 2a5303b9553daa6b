import { describe, expect, test } from 'vitest';
import type { ModelId } from '../../contract/deepLink.ts';
import { Fault } from '../../contract/fault.ts';
import type { EmbeddingModel } from '../../models/embeddingModel.ts';
import { Gate } from '../../projection/pacing.ts';
import {
  emptyScorecard,
  isOnAsking,
  metricsOf,
  missingOf,
  rowsInForce,
  rowsOf,
  withoutMeasures,
} from './rowList.ts';
import { runRows, type ScoreRun } from './runRows.ts';
import { scoreAnswer } from './scoreQuestion.ts';
import type { Scorecard, ScoreRow } from './scoreRow.ts';
import type { ScoreSets } from './scoreSets.ts';
import { VectorShelf } from './vectorShelf.ts';

const WORDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const SETS: ScoreSets = {
  language: 'en',
  words: WORDS,
  wordPairs: [
    { a: 0, b: 1, score: 9 },
    { a: 0, b: 2, score: 5 },
    { a: 0, b: 5, score: 1 },
  ],
  groups: [
    [0, 1, 2],
    [3, 4, 5],
  ],
  relations: [
    [
      [0, 1],
      [2, 3],
    ],
  ],
  sentences: WORDS,
  sentencePairs: [
    { a: 0, b: 1, score: 5 },
    { a: 0, b: 4, score: 2 },
    { a: 1, b: 5, score: 1 },
  ],
  occurrences: WORDS.map((sentence) => ({ sentence, start: 0, end: 1 })),
  senseWords: [{ word: 'a', from: 0, to: 4, given: [0, 0, 1, 1], senses: 2 }],
  questions: ['a', 'e'],
  passages: Array.from({ length: 60 }, (_, row) => WORDS[row % 6]),
  answers: [[0], [4]],
};

/** Letters on a quarter of a circle; counts the texts that it embeds. */
function fakeModel(id: ModelId, counts: { texts: number }): EmbeddingModel {
  const contextual = id !== 'glove-6b-50d';
  const files = contextual ? { graph: { sha256: 'g'.repeat(64) } } : { vectors: { sha256: 'v'.repeat(64) } };
  const embed = async (texts: readonly string[]) => {
    counts.texts += texts.length;
    const angles = texts.map((text) => (text.charCodeAt(0) - 97) * 0.3);
    const data = Float32Array.from(angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)]));
    return { dim: 2, data, missing: [], coverage: contextual ? null : texts.map(() => 1) };
  };
  const token = (text: string) => [{ id: text.charCodeAt(0), text, start: 0, end: text.length }];
  const model = {
    card: { id, dim: 2, layers: 1, files },
    report: { device: contextual ? 'wasm' : 'none' },
    embedTexts: embed,
    embedSpans: (spans: readonly { sentence: string }[]) => embed(spans.map(({ sentence }) => sentence)),
    async embedOccurrences(spans: readonly { sentence: string }[], layers: readonly number[]) {
      const { data, ...rest } = await embed(spans.map(({ sentence }) => sentence));
      return { ...rest, data: layers.map(() => data.slice()) };
    },
    tokenize: async (texts: readonly string[]) => texts.map(token),
    memory: async () => 1000,
  };
  return model as unknown as EmbeddingModel;
}

function scoreRun(patch: Partial<ScoreRun['parts']> = {}) {
  const counts = { texts: 0, measured: 0, loads: [] as ModelId[] };
  const updates: Scorecard[] = [];
  const controller = new AbortController();
  const gate = new Gate();
  let time = 0;
  const run: ScoreRun = {
    card: emptyScorecard(42),
    languages: ['en'],
    languageModels: false,
    shelf: new VectorShelf(),
    control: { signal: controller.signal, gate },
    onUpdate: (card) => updates.push(card),
    onNow: () => {},
    parts: {
      sets: async () => SETS,
      async model(id) {
        counts.loads.push(id);
        return fakeModel(id, counts);
      },
      forget: () => {},
      download: (models) => models.length * 10,
      async measure(question) {
        counts.measured++;
        return scoreAnswer(question);
      },
      clock: () => time++,
      date: () => `2026-01-01T00:00:${String(updates.length).padStart(2, '0')}Z`,
      ...patch,
    },
  };
  return { run, counts, updates, controller, gate };
}

const english = (card: Scorecard) => card.rows.filter(({ language }) => language === 'en');
const values = (card: Scorecard) =>
  english(card).map(({ id, metrics }) => {
    const { throughput, latency, ...same } = metrics;
    return [id, same];
  });

describe('rows', () => {
  test('a language has its models, their tables, the two stages and BM25', () => {
    expect(rowsOf('zh').map(({ id, kind }) => [id, kind])).toEqual([
      ['glove-zh-cedict', 'static'],
      ['bge-small-zh-v1.5/table', 'table'],
      ['multilingual-e5-small/zh/table', 'table'],
      ['bge-small-zh-v1.5', 'contextual'],
      ['multilingual-e5-small/zh', 'contextual'],
      ['glove-zh-cedict+bge-small-zh-v1.5', 'two-stage'],
      ['glove-zh-cedict+multilingual-e5-small', 'two-stage'],
      ['bm25-zh', 'bm25'],
    ]);
    expect(rowsInForce(rowsOf('en'), false)).toHaveLength(8);
  });

  test('what a row cannot have is null from the start and counts as nothing missing', () => {
    const bm25 = rowsOf('en')[7];
    expect(bm25.metrics).toMatchObject({ words: null, dim: null });
    expect(missingOf(bm25)).toEqual(['ndcg', 'recall']);
    expect(emptyScorecard(1)).toMatchObject({
      done: 0,
      total: 2 * (12 * 5 + 2 * 4 + 2),
      date: null,
      seed: 1,
    });
  });
});

describe('a run', () => {
  test('measures every row of its languages, and only these', async () => {
    const { run, counts } = scoreRun();
    const card = await runRows(run);
    expect(rowsInForce(english(card), false).flatMap(missingOf)).toEqual([]);
    expect(card.rows.filter(({ language, date }) => language === 'zh' && date !== null)).toEqual([]);
    expect(card.done).toBe(card.total / 2);
    const [glove, table, , minilm, , both] = english(card);
    expect(glove).toMatchObject({ device: 'none', versions: { 'glove-6b-50d': 'v'.repeat(16) } });
    expect(minilm.metrics.words).toMatchObject({ value: expect.closeTo(1, 9), n: 3, coverage: null });
    expect(table.metrics.dim).toEqual({ value: 2, low: null, high: null, n: 1, coverage: null });
    expect(both.metrics).toMatchObject({ download: { value: 20 }, latency: { n: 2 } });
    // one model is loaded at a time, but for the two stages
    expect(counts.loads).toEqual([
      'glove-6b-50d',
      'all-minilm-l6-v2',
      'multilingual-e5-small',
      'all-minilm-l6-v2',
      'multilingual-e5-small',
      'glove-6b-50d',
      'all-minilm-l6-v2',
      'glove-6b-50d',
      'multilingual-e5-small',
    ]);
  });

  test('stopped after any measure it goes on to the same numbers, and measures nothing twice', async () => {
    const whole = await runRows(scoreRun().run);
    for (const after of [1, 4, 9, 13, 25, 37, 61]) {
      const first = scoreRun();
      const { controller } = first;
      const stopping = { ...first.run, onUpdate: (card: Scorecard) => stopAt(card) };
      const stopAt = (card: Scorecard) => {
        first.updates.push(card);
        if (card.done >= after) controller.abort();
      };
      await expect(runRows(stopping)).rejects.toThrow(/abort/i);
      const half = first.updates[first.updates.length - 1];
      expect(half.done).toBeLessThan(whole.done);

      const second = scoreRun();
      const resumed = await runRows({ ...second.run, card: half, shelf: first.run.shelf });
      expect(values(resumed)).toEqual(values(whole));
      const wholeRun = scoreRun();
      await runRows(wholeRun.run);
      expect(first.counts.measured + second.counts.measured).toBe(wholeRun.counts.measured);
      for (const row of half.rows) {
        const later = resumed.rows.find(({ id }) => id === row.id);
        for (const metric of metricsOf(row.kind)) {
          if (row.metrics[metric]) expect(later?.metrics[metric]).toBe(row.metrics[metric]);
        }
      }
    }
  });

  test('a language model is measured only on asking, all its layers from one run of the texts', async () => {
    const { run, counts } = scoreRun();
    const card = await runRows(run);
    expect(
      english(card)
        .filter(isOnAsking)
        .flatMap(({ date }) => date ?? []),
    ).toEqual([]);
    const before = counts.texts;
    const loads = counts.loads.length;
    const asked = await runRows({ ...run, card, languageModels: true });
    const own = english(asked).filter(isOnAsking);
    expect(own.map(({ id }) => id)).toEqual([
      'smollm2-135m/table',
      'smollm2-135m/10/last',
      'smollm2-135m/10/mean',
      'smollm2-135m/15/last',
      'smollm2-135m/15/mean',
      'smollm2-135m/20/last',
      'smollm2-135m/20/mean',
      'smollm2-135m/30/last',
      'smollm2-135m/30/mean',
    ]);
    expect(own.flatMap(missingOf)).toEqual([]);
    expect(own.every(({ metrics }) => metrics.dim?.value === 2)).toBe(true);
    expect(new Set(own.slice(1).map(({ metrics }) => metrics.throughput?.value)).size).toBe(1);
    // each text once, as a whole and as its last token; the first of each list twice; questions for the latency; and
    // what the table is read off
    const { words, sentences, occurrences, questions, passages } = SETS;
    const texts = [words, sentences, occurrences, questions, passages].reduce(
      (sum, set) => sum + set.length + 1,
      0,
    );
    expect(counts.texts - before).toBe(2 * (texts + questions.length) + words.length);
    expect(new Set(counts.loads.slice(loads))).toEqual(new Set(['smollm2-135m']));
    // what was measured before stays
    expect(rowsInForce(english(asked), false)).toEqual(rowsInForce(english(card), false));
    expect(asked.done).toBe(card.done);
  });

  test('a complete card asks for no model', async () => {
    const card = await runRows(scoreRun().run);
    const again = scoreRun();
    expect(await runRows({ ...again.run, card })).toBe(card);
    expect(again.counts.loads).toEqual([]);
    expect(
      missingOf(
        withoutMeasures(card, ({ id }) => id === 'glove-6b-50d').rows.find(
          ({ id }) => id === 'glove-6b-50d',
        ) as ScoreRow,
      ),
    ).toHaveLength(12);
  });

  test('paused it measures nothing, until it goes on', async () => {
    const { run, updates, gate } = scoreRun();
    gate.pause();
    const result = runRows(run);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(updates).toEqual([]);
    gate.resume();
    expect((await result).done).toBe(emptyScorecard(42).total / 2);
  });

  test('a model that cannot be had gives its rows the reason; the others are measured, and the next run tries again', async () => {
    const { run } = scoreRun({
      async model(id) {
        if (id === 'all-minilm-l6-v2') throw new Fault('asset-unreachable', { file: 'model.onnx' });
        return fakeModel(id, { texts: 0 });
      },
    });
    const card = await runRows(run);
    const [glove, table, , minilm, , both, , bm25] = english(card);
    for (const row of [table, minilm, both]) {
      expect(row.fault).toEqual({ code: 'asset-unreachable', details: { file: 'model.onnx' } });
    }
    expect([glove, bm25].flatMap(missingOf)).toEqual([]);
    expect([glove.fault, bm25.fault]).toEqual([null, null]);
    const later = await runRows({ ...scoreRun().run, card });
    expect(english(later).flatMap(({ fault }) => fault ?? [])).toEqual([]);
    expect(rowsInForce(english(later), false).flatMap(missingOf)).toEqual([]);
  });
});
