import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import { METRICS, type Metric, ROW_KINDS, type ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { bestRow } from './bestRow.ts';
import { MeasureBar, MeasureValue } from './MeasureCell.tsx';
import { METRIC_FACTS } from './metricFacts.ts';
import { rowTitle } from './rowName.ts';
import { nextSorting, type Sorting, sortedRows } from './sortedRows.ts';

interface ScoreTableProps {
  readonly rows: readonly ScoreRow[];
  readonly lang: Language;
  readonly now: { readonly row: string; readonly metric: Metric | null } | null;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
}

/**
 * Every row and every metric; a cell is filled the moment it is measured. Rows stand in groups by kind, until a column
 * sorts them all together.
 */
export function ScoreTable({ rows, lang, now, sorting, onSort }: ScoreTableProps) {
  const { t } = useTranslation('scorecard');
  const best = Object.fromEntries(METRICS.map((metric) => [metric, bestRow(rows, metric)]));
  const most = Object.fromEntries(METRICS.map((metric) => [metric, longest(rows, metric)]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section className="score-scroll" tabIndex={0} aria-label={t('table.title')}>
      <table className="score-table" data-testid="score-table">
        <caption className="visually-hidden">{t('table.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.model')}</th>
            {METRICS.map((metric) => (
              <ColumnHead key={metric} {...{ metric, sorting, onSort }} />
            ))}
          </tr>
        </thead>
        {groupsOf(rows, sorting).map(({ kind, rows }) => (
          <tbody key={kind ?? 'sorted'}>
            {kind && (
              <tr className="score-group">
                <th scope="rowgroup" colSpan={METRICS.length + 1}>
                  <span>{t(`groups.${kind}`)}</span>
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.id} data-row={row.id} data-now={now?.row === row.id}>
                <RowHead row={row} lang={lang} grouped={kind !== null} />
                {METRICS.map((metric) => (
                  <Cell
                    key={metric}
                    {...{ row, metric, lang }}
                    best={best[metric] === row.id}
                    most={most[metric]}
                    busy={now?.row === row.id && now.metric === metric}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** The rows by kind, each kind in the rows' own order; sorted, they are one group without a name. */
function groupsOf(rows: readonly ScoreRow[], sorting: Sorting | null) {
  if (sorting) return [{ kind: null, rows: sortedRows(rows, sorting) }];
  return ROW_KINDS.map((kind) => ({ kind, rows: rows.filter((row) => row.kind === kind) })).filter(
    (group) => group.rows.length > 0,
  );
}

interface ColumnHeadProps extends Pick<ScoreTableProps, 'sorting' | 'onSort'> {
  readonly metric: Metric;
}

function ColumnHead({ metric, sorting, onSort }: ColumnHeadProps) {
  const { t } = useTranslation('scorecard');
  const name = t(`metrics.${metric}`);
  const direction = sorting?.metric === metric ? sorting.direction : undefined;
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={direction} data-metric={metric}>
      <button
        type="button"
        title={`${t('table.sortBy', { column: name })}. ${t(`tips.${metric}`)}`}
        onClick={() => onSort(nextSorting(sorting, metric))}
      >
        {name}
        {direction && <Arrow aria-hidden size={12} />}
      </button>
    </th>
  );
}

interface RowHeadProps {
  readonly row: ScoreRow;
  readonly lang: Language;
  /** Whether the group's head says of what kind the row is. */
  readonly grouped: boolean;
}

function RowHead({ row, lang, grouped }: RowHeadProps) {
  const { t } = useTranslation('scorecard');
  const { t: app } = useTranslation();
  const { kind, device, fault } = row;
  return (
    <th scope="row">
      <span className="score-name">{rowTitle(row, lang, t)}</span>
      {!grouped && <small>{t(`shortKinds.${kind}`)}</small>}
      {device && device !== 'none' && <small>{t(`table.device.${device}`)}</small>}
      {fault && (
        <small className="score-fault" data-testid="row-fault">
          {t('table.fault', { why: app(`message.faults.${fault.code}`, { ...fault.details }) })}
        </small>
      )}
    </th>
  );
}

interface CellProps {
  readonly row: ScoreRow;
  readonly metric: Metric;
  readonly lang: Language;
  readonly best: boolean;
  readonly most: number;
  readonly busy: boolean;
}

function Cell({ row, metric, lang, best, most, busy }: CellProps) {
  const { t } = useTranslation('scorecard');
  const measure = row.metrics[metric];
  if (!measure) {
    const never = measure === null;
    return (
      <td className="score-empty" data-metric={metric} data-busy={busy}>
        <span aria-hidden title={never ? t('table.neverWhy') : undefined}>
          {never ? t('table.never') : busy ? '…' : '–'}
        </span>
        <span className="visually-hidden">{never ? t('table.neverWhy') : t('table.missing')}</span>
      </td>
    );
  }
  return (
    <td data-metric={metric} data-value={measure.value} data-best={best}>
      <MeasureValue {...{ measure, metric, best }} language={lang} />
      <MeasureBar measure={measure} most={most} />
    </td>
  );
}

/** What a column's bars end at: 1 for scores and shares, else the largest value. */
function longest(rows: readonly ScoreRow[], metric: Metric): number {
  const { unit } = METRIC_FACTS[metric];
  if (unit === 'score' || unit === 'percent') return 1;
  return Math.max(0, ...rows.map(({ metrics }) => metrics[metric]?.high ?? metrics[metric]?.value ?? 0));
}
