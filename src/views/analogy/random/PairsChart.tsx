import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { StageNumbers } from '../../../pipeline/words/random/wordStages.ts';
import { percent, useStageNames } from './stageWords.ts';

interface PairsChartProps {
  /** All stages: they share the axis of cosines. */
  readonly stages: readonly StageNumbers[];
  /** Those drawn, each in a chart of its own. */
  readonly shown: readonly StageNumbers[];
}

const WIDTH = 300;
const HEIGHT = 76;
const KINDS = ['same', 'other'] as const;

/** How the cosines of pairs of one group and of two groups spread, with all numbers in a table. */
export function PairsChart({ stages, shown }: PairsChartProps) {
  const { t } = useTranslation('analogy');
  const nameOf = useStageNames();
  const bins = stages[0].all.counts.length;
  const used = stages.flatMap(({ all }) => all.counts.flatMap((pairs, bin) => (pairs > 0 ? [bin] : [])));
  // one empty part at either end, where lines come down to nothing
  const from = Math.max(0, Math.min(...used) - 1);
  const to = Math.min(bins, Math.max(...used) + 2);
  const startOf = (bin: number) => (2 * bin) / bins - 1;
  const { same, other } = shown[0];
  return (
    <section className="answer-part">
      <h3>{t('random.pairs')}</h3>
      <p className="hint">{t('random.pairsHint', { same: same.pairs, other: other.pairs })}</p>
      {shown.map((stage) => (
        <Pairs key={nameOf(stage)} stage={stage} {...{ from, to, startOf }} />
      ))}
      <p className="stage-keys" aria-hidden>
        {KINDS.map((kind) => (
          <span key={kind} data-kind={kind}>
            <svg viewBox="0 0 24 8" aria-hidden="true">
              <path className="stage-line" data-kind={kind} d="M0 4H24" />
            </svg>{' '}
            {t(`random.${kind}Line`)}
          </span>
        ))}
      </p>
      <details className="stage-fold">
        <summary>{t('random.asTable')}</summary>
        {shown.map((stage) => (
          <table key={nameOf(stage)} className="facts-table">
            <caption>{nameOf(stage)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('random.cosine')}</th>
                {KINDS.map((kind) => (
                  <th key={kind} scope="col">
                    {t(`random.${kind}Line`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {stage.all.counts.map((pairs, bin) =>
                pairs === 0 ? null : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the part of the axis is what the row is
                  <tr key={bin}>
                    <th scope="row">
                      {twoDecimals(startOf(bin))} … {twoDecimals(startOf(bin + 1))}
                    </th>
                    {KINDS.map((kind) => (
                      <td key={kind}>{percent(stage[kind].counts[bin] / stage[kind].pairs)}</td>
                    ))}
                  </tr>
                ),
              )}
            </tbody>
          </table>
        ))}
      </details>
    </section>
  );
}

interface PairsProps {
  readonly stage: StageNumbers;
  /** Parts of the axis, the last one excluded. */
  readonly from: number;
  readonly to: number;
  readonly startOf: (bin: number) => number;
}

function Pairs({ stage, from, to, startOf }: PairsProps) {
  const { t } = useTranslation('analogy');
  const name = useStageNames()(stage);
  const shares = KINDS.map((kind) =>
    stage[kind].counts.slice(from, to).map((pairs) => pairs / stage[kind].pairs),
  );
  const most = Math.max(...shares.flat());
  const width = WIDTH / (to - from);
  const x = (cosine: number) => ((cosine - startOf(from)) / (startOf(to) - startOf(from))) * WIDTH;
  const y = (share: number) => HEIGHT - (share / most) * HEIGHT;
  const ticks = [-0.5, 0, 0.5, 1].filter((tick) => tick > startOf(from) && tick <= startOf(to));
  return (
    <figure className="stage-figure">
      <figcaption>{name}</figcaption>
      <svg
        viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 20}`}
        role="img"
        aria-label={t('random.pairsSay', {
          stage: name,
          same: twoDecimals(stage.same.mean),
          other: twoDecimals(stage.other.mean),
        })}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="stage-rule" x1={x(tick)} x2={x(tick)} y1="0" y2={HEIGHT} />
            <text
              className="stage-text"
              x={x(tick)}
              y={HEIGHT + 13}
              textAnchor={tick === 1 ? 'end' : 'middle'}
            >
              {String(tick).replace('-', '−')}
            </text>
          </g>
        ))}
        <line className="stage-base" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <text className="stage-text" x={WIDTH} y="8" textAnchor="end">
          {percent(most)}
        </text>
        {KINDS.map((kind, index) => (
          <polyline
            key={kind}
            className="stage-line"
            data-kind={kind}
            points={shares[index].map((share, bin) => `${(bin + 0.5) * width},${y(share)}`).join(' ')}
          />
        ))}
      </svg>
    </figure>
  );
}
