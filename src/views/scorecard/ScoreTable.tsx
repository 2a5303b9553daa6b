import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import { METRICS, type Metric, type ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { bestRow } from './bestRow.ts';
import { MeasureBar, MeasureValue } from './MeasureCell.tsx';
import { METRIC_FACTS } from './metricFacts.ts';
import { rowName } from './rowName.ts';
import { nextSorting, type Sorting, sortedRows } from './sortedRows.ts';

interface ScoreTableProps {
  readonly rows: readonly ScoreRow[];
  readonly lang: Language;
  readonly now: { readonly row: string; readonly metric: Metric | null } | null;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
}

/** Every row and every metric; a cell is filled the moment it is measured. */
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
        <tbody>
          {sortedRows(rows, sorting).map((row) => (
            <tr key={row.id} data-row={row.id} data-now={now?.row === row.id}>
              <RowHead row={row} lang={lang} />
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
      </table>
    </section>
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

function RowHead({ row, lang }: { readonly row: ScoreRow; readonly lang: Language }) {
  const { t } = useTranslation('scorecard');
  const { t: app } = useTranslation();
  const { kind, device, fault } = row;
  return (
    <th scope="row">
      <span className="score-name">{rowName(row, lang)}</span>
      <small>{t(`kinds.${kind}`)}</small>
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
