import { useTranslation } from 'react-i18next';

interface DistanceTableProps {
  readonly open: boolean;
  /** The first column's name is the distance's; the others' names. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [string | number, ...string[]])[];
}

/** The numbers of a card by distance, for those who read rather than look. */
export function DistanceTable({ open, columns, rows }: DistanceTableProps) {
  const { t } = useTranslation('order');
  return (
    <details className="distance-table" open={open}>
      <summary>{t('position.chart.numbers')}</summary>
      <table className="facts-table">
        <thead>
          <tr>
            <th scope="col">{t('position.chart.distance')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([distance, ...values]) => (
            <tr key={distance}>
              <th scope="row">{String(distance).replace('-', '−')}</th>
              {values.map((value, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other key
                <td key={column}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The distances told in tables: close ones singly, then ever farther apart. */
export const TOLD = [0, 1, 2, 3, 4, 8, 16, 32, 48, 63];
