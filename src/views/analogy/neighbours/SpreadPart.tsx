import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { NeighboursAnswer } from '../../../pipeline/words/neighbours/lookAround.ts';
import { SpreadChart } from './SpreadChart.tsx';

/** How near all the other words are, beside pairs of words taken at random. */
export function SpreadPart({ answer }: { readonly answer: NeighboursAnswer }) {
  const { t, i18n } = useTranslation('analogy');
  const { word, spread, pairs } = answer;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 2 });
  const facts = [
    ['mean', twoDecimals(spread.mean)],
    ['sd', twoDecimals(spread.sd)],
    ['aboveHalf', percent.format(spread.aboveHalf)],
    ['nearest', twoDecimals(spread.nearest)],
    ['hundredthWord', spread.hundredth === null ? '–' : twoDecimals(spread.hundredth)],
    ['pairsMean', twoDecimals(pairs.mean)],
    ['pairsSd', twoDecimals(pairs.sd)],
  ] as const;
  const said = {
    word,
    mean: twoDecimals(spread.mean),
    sd: twoDecimals(spread.sd),
    pairsMean: twoDecimals(pairs.mean),
    pairsSd: twoDecimals(pairs.sd),
  };
  return (
    <section className="answer-part" data-testid="spread">
      <h2>{t('neighbours.spread.title')}</h2>
      <p>
        {t('neighbours.spread.says', {
          word,
          count: spread.total,
          mean: twoDecimals(spread.mean),
          nearest: twoDecimals(spread.nearest),
        })}
      </p>
      <SpreadChart spread={spread} pairs={pairs} label={t('neighbours.spread.chart', said)} />
      <ul className="spread-key">
        <li data-series="word">{t('neighbours.spread.bars', { word })}</li>
        <li data-series="pairs">{t('neighbours.spread.line', { count: pairs.total })}</li>
      </ul>
      <table className="facts-table">
        <caption className="visually-hidden">{t('neighbours.spread.title')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('neighbours.spread.measure')}</th>
            <th scope="col">{t('neighbours.spread.value')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{t(`neighbours.spread.${name}`)}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{t('neighbours.spread.bins')}</summary>
        <table className="facts-table counted">
          <thead>
            <tr>
              {(['from', 'to', 'words', 'pairs'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`neighbours.spread.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spread.counts.map((count, bin) => {
              const from = twoDecimals(spread.from + bin * spread.width);
              return (
                <tr key={from}>
                  <th scope="row">{from}</th>
                  <td>{twoDecimals(spread.from + (bin + 1) * spread.width)}</td>
                  <td>{count}</td>
                  <td>{pairs.counts[bin]}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </section>
  );
}
