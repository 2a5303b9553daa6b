import type { GuideAnswers, GuideOption } from '../../contract/guideAnswers.ts';
import type { Language } from '../../contract/options.ts';
import type { Metric, RowKind, ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { overlap } from '../scorecard/bestRow.ts';
import type { QualityMetric } from '../scorecard/metricFacts.ts';

/** What an answer is chosen for: the guide's questions, all of them answered, with a language of its own. */
export interface Wish {
  readonly have: GuideOption<'have'>;
  readonly need: Exclude<GuideOption<'need'>, 'generation'>;
  readonly device: GuideOption<'device'>;
  readonly language: Language;
}

/**
 * What fits a wish. `measured`: chosen by the numbers; `kind`: by what a model of the kind can do, since numbers
 * are missing.
 */
export interface Advice {
  readonly by: 'measured' | 'kind';
  readonly metric: QualityMetric;
  readonly chosen: ScoreRow;
  /** The kind that one would choose without numbers. */
  readonly expected: RowKind;
  /** What it was chosen among, in the scorecard's order. */
  readonly among: readonly ScoreRow[];
  /** Quick enough, and not told from the best by its interval, which is one of them; [] where nothing is. */
  readonly equals: readonly ScoreRow[];
  /** Rows that take too long on the device. */
  readonly tooSlow: readonly ScoreRow[];
}

/** Passages of the retrieval set. */
const PASSAGES = 400;

/**
 * Milliseconds that a person may wait: 100 for a text, so that no wait is felt, 1000 for a question, so that the
 * thought is not lost (Nielsen, Usability Engineering, 1993, chapter 5). A phone is taken to be four times as slow
 * as what measures here, as Lighthouse does (`cpuSlowdownMultiplier` 4). With a GPU, time is not what decides.
 */
export function limitOf({ need, device }: Wish): number {
  if (device === 'gpu') return Number.POSITIVE_INFINITY;
  const limit = need === 'retrieval' ? 1000 : 100;
  return device === 'phone' ? limit / 4 : limit;
}

/** Documents are new when they are asked about: their vectors must be made first. */
export function isOfNewPassages({ have, need }: Wish): boolean {
  return have === 'documents' && need === 'retrieval';
}

/**
 * Milliseconds that a row lets a person wait, by its measures: for one text; of new documents, until 400 passages
 * have vectors of the row's (first) model and one question is answered. null: not measured yet.
 */
export function waitOf(row: ScoreRow, wish: Wish, among: readonly ScoreRow[]): number | null {
  const latency = row.metrics.latency?.value;
  if (latency === undefined) return null;
  if (!isOfNewPassages(wish)) return latency;
  const reader =
    row.kind === 'two-stage'
      ? among.find(({ kind, model }) => kind === 'static' && model === row.model)
      : row;
  const rate = reader?.metrics.throughput?.value;
  return rate === undefined ? null : latency + (1000 * PASSAGES) / rate;
}

/** The wishes that full answers make, one a language; [] while a question is open, or where nothing is embedded. */
export function wishesOf({ have, need, language, device }: GuideAnswers): readonly Wish[] {
  if (!have || !need || need === 'generation' || !language || !device) return [];
  const languages: readonly Language[] = language === 'both' ? ['zh', 'en'] : [language];
  return languages.map((one) => ({ have, need, device, language: one }));
}

/** The column that a wish is judged by. */
export function metricOf({ have, need }: Wish): QualityMetric {
  switch (need) {
    case 'similarity':
      return have === 'words' ? 'words' : 'sentences';
    case 'retrieval':
      return 'ndcg';
    case 'clustering':
      return 'clusters';
    case 'senses':
      return 'senses';
  }
}

/** The kind of model that fits a wish by what it can do: the rule as long as there are no numbers. */
export function expectedKind({ have, need, device }: Wish): RowKind {
  if (need === 'senses') return 'contextual';
  if (need === 'retrieval') return have === 'documents' || device === 'phone' ? 'two-stage' : 'contextual';
  return have === 'words' ? 'static' : 'contextual';
}

/** What fits a wish, among the scorecard's rows of its language; null where no row could. */
export function adviceFor(wish: Wish, rows: readonly ScoreRow[]): Advice | null {
  const metric = metricOf(wish);
  const kinds: readonly RowKind[] =
    wish.need === 'retrieval' ? ['static', 'contextual', 'two-stage'] : ['static', 'contextual'];
  const among = rows.filter(({ language, kind }) => language === wish.language && kinds.includes(kind));
  const expected = expectedKind(wish);
  const byKind = among.find(({ kind }) => kind === expected);
  if (!byKind) return null;
  const facts = { metric, expected, among };
  const waits = new Map(among.map((row) => [row, waitOf(row, wish, among) ?? Number.NaN]));
  const wait = (row: ScoreRow) => waits.get(row) ?? Number.NaN;
  const measured = among.filter((row) => row.metrics[metric] && !Number.isNaN(wait(row)));
  const waiting = among.some((row) => !measured.includes(row) && !row.fault);
  if (waiting || measured.length < 2) {
    return { by: 'kind', chosen: byKind, equals: [], tooSlow: [], ...facts };
  }
  const tooSlow = measured.filter((row) => wait(row) > limitOf(wish));
  const quickest = (rows: readonly ScoreRow[]) => largest(rows, (row) => -wait(row));
  const fitting = measured.filter((row) => !tooSlow.includes(row));
  if (fitting.length === 0)
    return { by: 'measured', chosen: quickest(measured), equals: [], tooSlow, ...facts };
  const best = largest(fitting, (row) => row.metrics[metric]?.value ?? Number.NaN);
  const equals = fitting.filter((row) => alike(row, best, metric));
  return { by: 'measured', chosen: quickest(equals), equals, tooSlow, ...facts };
}

function alike(a: ScoreRow, b: ScoreRow, metric: Metric): boolean {
  const [x, y] = [a.metrics[metric], b.metrics[metric]];
  return a === b || (!!x && !!y && overlap(x, y));
}

/** The first of the largest; the list has at least one. */
function largest(rows: readonly ScoreRow[], by: (row: ScoreRow) => number): ScoreRow {
  return rows.reduce((most, row) => (by(row) > by(most) ? row : most));
}
