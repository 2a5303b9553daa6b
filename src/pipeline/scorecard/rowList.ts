import { CONTEXTUAL_IDS, languageOf, type ModelId, STATIC_IDS } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';
import { METRICS, type Metric, type RowKind, type Scorecard, type ScoreRow } from './scoreRow.ts';

export const SCORE_LANGUAGES: readonly Language[] = ['zh', 'en'];

const RETRIEVAL: readonly Metric[] = ['ndcg', 'recall'];
/** What a row can be asked: BM25 ranks passages only; so do two stages, of which besides the time is measured. */
const ASKED: Readonly<Record<RowKind, readonly Metric[]>> = {
  static: METRICS,
  contextual: METRICS,
  table: METRICS,
  'two-stage': [...RETRIEVAL, 'latency', 'download'],
  bm25: RETRIEVAL,
};

/** The metrics that are measured of a row, in the order of METRICS; the others cannot be had of it. */
export function metricsOf(kind: RowKind): readonly Metric[] {
  return METRICS.filter((metric) => ASKED[kind].includes(metric));
}

/**
 * The rows of a language, before any measure: every bundled model of the language, the input table of every
 * contextual one, every static one with every contextual one as two stages, and BM25.
 */
export function rowsOf(language: Language): ScoreRow[] {
  const own = <T extends ModelId>(ids: readonly T[]) => ids.filter((id) => languageOf(id) === language);
  const statics = own(STATIC_IDS);
  const contextuals = own(CONTEXTUAL_IDS);
  return [
    ...statics.map((id) => row(id, 'static', language, id)),
    ...contextuals.map((id) => row(`${id}/table`, 'table', language, id)),
    ...contextuals.map((id) => row(id, 'contextual', language, id)),
    ...statics.flatMap((id) =>
      contextuals.map((second) => row(`${id}+${second}`, 'two-stage', language, id, second)),
    ),
    row(`bm25-${language}`, 'bm25', language),
  ];
}

/** A scorecard on which nothing is measured yet. */
export function emptyScorecard(seed: number): Scorecard {
  return withCounts(SCORE_LANGUAGES.flatMap(rowsOf), seed);
}

/** The scorecard that these rows make. */
export function withCounts(rows: readonly ScoreRow[], seed: number): Scorecard {
  const dates = rows.flatMap(({ date }) => date ?? []).sort();
  return { rows, ...countsOf(rows), date: dates.at(-1) ?? null, seed };
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

function row(
  id: string,
  kind: RowKind,
  language: Language,
  model: ModelId | null = null,
  model2: ModelId | null = null,
): ScoreRow {
  const asked = metricsOf(kind);
  const never = METRICS.filter((metric) => !asked.includes(metric));
  return {
    id,
    kind,
    language,
    model,
    model2,
    layer: kind === 'table' ? 'table' : null,
    device: null,
    metrics: Object.fromEntries(never.map((metric) => [metric, null])),
    fault: null,
    date: null,
    versions: {},
  };
}
