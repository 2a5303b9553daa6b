import * as v from 'valibot';
import type { Device } from '../contract/options.ts';
import { emptyScorecard, metricsOf, withCounts } from '../pipeline/scorecard/rowList.ts';
import { METRICS, type Scorecard, type ScoreRow } from '../pipeline/scorecard/scoreRow.ts';

/** Another number when sets or measures change: what was kept before is no longer the same measure. */
const FORMAT = 'scorecard@1';

const measure = v.object({
  value: v.pipe(v.number(), v.finite()),
  low: v.nullable(v.number()),
  high: v.nullable(v.number()),
  n: v.number(),
  coverage: v.nullable(v.number()),
});
const keptSchema = v.object({
  format: v.literal(FORMAT),
  rows: v.array(
    v.object({
      id: v.string(),
      device: v.nullable(v.picklist(['webgpu', 'wasm', 'none'])),
      metrics: v.record(v.picklist(METRICS), v.nullable(measure)),
      date: v.nullable(v.string()),
      versions: v.record(v.string(), v.string()),
    }),
  ),
});

const keyOf = (device: Device, seed: number) => `embedding-explorer/scorecard/${device}/${seed}`;

/** Keeps what is measured for the next visit, as far as the browser lets it. */
export function keepScorecard({ rows, seed }: Scorecard, device: Device): void {
  const kept = rows.filter(({ date }) => date !== null);
  try {
    if (kept.length === 0) localStorage.removeItem(keyOf(device, seed));
    else localStorage.setItem(keyOf(device, seed), JSON.stringify({ format: FORMAT, rows: kept }));
  } catch {
    // no storage, or no room in it: the numbers are there until the page goes
  }
}

/** The scorecard as it was kept on this device choice with this seed; empty where there is none that can be read. */
export function keptScorecard(device: Device, seed: number): Scorecard {
  const empty = emptyScorecard(seed);
  let text: string | null = null;
  try {
    text = localStorage.getItem(keyOf(device, seed));
  } catch {
    // storage may be forbidden
  }
  return text === null ? empty : readScorecard(text, empty);
}

/** Fills an empty scorecard with what was kept as `text`; what does not fit is left out. */
export function readScorecard(text: string, empty: Scorecard): Scorecard {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return empty;
  }
  const parsed = v.safeParse(keptSchema, json);
  if (!parsed.success) return empty;
  const known = new Map(parsed.output.rows.map((row) => [row.id, row]));
  const rows = empty.rows.map((row): ScoreRow => {
    const { metrics, ...facts } = known.get(row.id) ?? { metrics: {} };
    const asked = metricsOf(row.kind).filter((metric) => metrics[metric] !== undefined);
    return {
      ...row,
      ...facts,
      metrics: { ...row.metrics, ...Object.fromEntries(asked.map((metric) => [metric, metrics[metric]])) },
    };
  });
  return withCounts(rows, empty.seed);
}
