import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../language/decimals.ts';
import type { ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';
import { fullestBin, histogramPath } from './histogramPath.ts';

const WIDTH = 280;
const HEIGHT = 84;
/** Room under the axis for its numbers. */
const FOOT = 16;

/** How similar pairs of items are, on the left as an area and on the right as a line; the same as a table. */
export function SimilarityHistograms({ left, right }: Pick<ComparisonResult, 'left' | 'right'>) {
  const { t, i18n } = useTranslation('compare');
  const highest = Math.max(...left.histogram, ...right.histogram);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const bins = left.histogram.length;
  const edge = (bin: number) => twoDecimals(-1 + (2 * bin) / bins);
  return (
    <section className="compare-part">
      <h2>{t('histogram.title')}</h2>
      <svg
        className="compare-histogram"
        viewBox={`0 -2 ${WIDTH} ${HEIGHT + FOOT + 2}`}
        role="img"
        aria-label={t('histogram.name')}
      >
        <path className="left" d={histogramPath(left.histogram, highest, WIDTH, HEIGHT)} />
        <path className="right" d={histogramPath(right.histogram, highest, WIDTH, HEIGHT)} />
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {([-1, -0.5, 0, 0.5, 1] as const).map((value) => (
          <text
            key={value}
            x={((value + 1) / 2) * WIDTH}
            y={HEIGHT + 13}
            textAnchor={value === -1 ? 'start' : value === 1 ? 'end' : 'middle'}
          >
            {String(value).replace('-', '−')}
          </text>
        ))}
      </svg>
      <p className="compare-keys hint">
        <span className="key-left" aria-hidden /> {t('histogram.left')}{' '}
        <span className="key-right" aria-hidden /> {t('histogram.right')}
      </p>
      <p className="hint">
        {t('histogram.says', {
          left: twoDecimals(fullestBin(left.histogram)),
          right: twoDecimals(fullestBin(right.histogram)),
        })}
      </p>
      <details>
        <summary className="hint">{t('histogram.table')}</summary>
        <table className="compare-bins">
          <thead>
            <tr>
              <th scope="col">{t('histogram.from')}</th>
              <th scope="col">{t('histogram.to')}</th>
              <th scope="col">{t('histogram.left')}</th>
              <th scope="col">{t('histogram.right')}</th>
            </tr>
          </thead>
          <tbody>
            {left.histogram.map((share, bin) =>
              share === 0 && right.histogram[bin] === 0 ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
                <tr key={bin}>
                  <td>{edge(bin)}</td>
                  <td>{edge(bin + 1)}</td>
                  <td>{percent.format(share)}</td>
                  <td>{percent.format(right.histogram[bin])}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </details>
    </section>
  );
}
