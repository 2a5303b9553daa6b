import { CONTEXTUAL_IDS, languageOf, type ModelId, STATIC_IDS } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';
import { measuredStates } from './languageModels.ts';
import { METRICS, type Metric, type RowKind, type Scorecard, type ScoreRow } from './scoreRow.ts';

export const SCORE_LANGUAGES: readonly Language[] = ['zh', 'en'];

const RETRIEVAL: readonly Metric[] = ['ndcg', 'recall'];
/** What a row can be asked: BM25 ranks passages only; so do two stages, of which besides the time is measured. */
const ASKED: Readonly<Record<RowKind, readonly Metric[]>> = {
  static: METRICS,
  contextual: METRICS,
  table: METRICS,
  layer: METRICS,
  'two-stage': [...RETRIEVAL, 'latency', 'download'],
  bm25: RETRIEVAL,
};

/** The metrics that are measured of a row, in the order of METRICS; the others cannot be had of it. */
export function metricsOf(kind: RowKind): readonly Metric[] {
  return METRICS.filter((metric) => ASKED[kind].includes(metric));
}

/**
 * The rows of a language, before any measure, in the order in which they are measured: every bundled model of the
 * language, the input table of every contextual one, every static one with every contextual one as two stages, BM25,
 * and at the end, since they are slow, table and layers of the language models. A language model is no second stage:
 * it would read 50 passages for each question, which takes it a minute.
 */
export function rowsOf(language: Language): ScoreRow[] {
  const own = <T extends ModelId>(ids: readonly T[]) =>
    ids.filter((id) => languageOf(id, language) === language);
  const statics = own(STATIC_IDS);
  const contextuals = own(CONTEXTUAL_IDS).filter((id) => !measuredStates(id));
  const table = (model: ModelId) =>
    row({ id: `${ownId(model, language)}/table`, kind: 'table', language, model, layer: 'table' });
  return [
    ...statics.map((model) => row({ id: model, kind: 'static', language, model })),
    ...contextuals.map(table),
    ...contextuals.map((model) => row({ id: ownId(model, language), kind: 'contextual', language, model })),
    ...statics.flatMap((model) =>
      contextuals.map((model2) =>
        row({ id: `${model}+${model2}`, kind: 'two-stage', language, model, model2 }),
      ),
    ),
    row({ id: `bm25-${language}`, kind: 'bm25', language }),
    ...own(CONTEXTUAL_IDS).flatMap((model) => {
      const states = measuredStates(model);
      if (!states) return [];
      const layers = states.layers.flatMap((layer) =>
        states.poolings.map((pooling) =>
          row({ id: `${model}/${layer}/${pooling}`, kind: 'layer', language, model, layer, pooling }),
        ),
      );
      return [table(model), ...layers];
    }),
  ];
}

/** Whether a row is measured only when the person asks for it: it is of a language model. */
export function isOnAsking({ model }: Pick<ScoreRow, 'model'>): boolean {
  return measuredStates(model) !== null;
}

/** The rows that a run measures, with or without the language models. */
export function rowsInForce<T extends Pick<ScoreRow, 'model'>>(
  rows: readonly T[],
  languageModels: boolean,
): readonly T[] {
  return languageModels ? rows : rows.filter((row) => !isOnAsking(row));
}

/** A scorecard on which nothing is measured yet. */
export function emptyScorecard(seed: number): Scorecard {
  return withCounts(SCORE_LANGUAGES.flatMap(rowsOf), seed);
}

/** The scorecard that these rows make; the language models', which nobody has to measure, are not counted. */
export function withCounts(rows: readonly ScoreRow[], seed: number): Scorecard {
  const dates = rows.flatMap(({ date }) => date ?? []).sort();
  return { rows, ...countsOf(rowsInForce(rows, false)), date: dates.at(-1) ?? null, seed };
}

/** Measures that these rows have, of all that can be had of them. */
export function countsOf(rows: readonly Pick<ScoreRow, 'kind' | 'metrics'>[]) {
  const total = rows.reduce((sum, { kind }) => sum + metricsOf(kind).length, 0);
  const missing = rows.reduce((sum, row) => sum + missingOf(row).length, 0);
  return { done: total - missing, total };
}

/** The card with these rows as they were before any measure. */
export function withoutMeasures(card: Scorecard, forget: (row: ScoreRow) => boolean): Scorecard {
  const empty = new Map(SCORE_LANGUAGES.flatMap(rowsOf).map((row) => [row.id, row]));
  return withCounts(
    card.rows.map((row) => (forget(row) ? (empty.get(row.id) ?? row) : row)),
    card.seed,
  );
}

/** The metrics of a row that have no value yet. */
export function missingOf({ kind, metrics }: Pick<ScoreRow, 'kind' | 'metrics'>): readonly Metric[] {
  return metricsOf(kind).filter((metric) => metrics[metric] === undefined);
}

/** A model of both languages has rows in both. */
function ownId(model: ModelId, language: Language): string {
  const both = SCORE_LANGUAGES.every((each) => languageOf(model, each) === each);
  return both ? `${model}/${language}` : model;
}

function row(
  facts: Pick<ScoreRow, 'id' | 'kind' | 'language'> &
    Partial<Pick<ScoreRow, 'model' | 'model2' | 'layer' | 'pooling'>>,
): ScoreRow {
  const asked = metricsOf(facts.kind);
  const never = METRICS.filter((metric) => !asked.includes(metric));
  return {
    model: null,
    model2: null,
    layer: null,
    pooling: null,
    ...facts,
    device: null,
    metrics: Object.fromEntries(never.map((metric) => [metric, null])),
    fault: null,
    date: null,
    versions: {},
  };
}
