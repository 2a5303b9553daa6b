import { useTranslation } from 'react-i18next';
import type { StageNumbers } from '../../../pipeline/words/random/wordStages.ts';
import { lossText, percent } from './stageWords.ts';

interface CourseChartProps {
  readonly stages: readonly StageNumbers[];
  /** The stage shown, an index into `stages`. */
  readonly stage: number;
  readonly chance: number;
}

const WIDTH = 300;
const HEIGHT = 84;
const LINES = ['share', 'loss'] as const;

interface Taken {
  readonly step: number;
  readonly share: number;
  readonly loss: number;
  readonly shown: boolean;
}

/** How the small training went: the share of neighbours in the same group and the loss, over its steps. */
export function CourseChart({ stages, stage, chance }: CourseChartProps) {
  const { t } = useTranslation('analogy');
  const taken = stages.flatMap(({ step, neighbourShare, loss }, at): Taken[] =>
    step === null || neighbourShare === null
      ? []
      : [{ step, share: neighbourShare, loss, shown: at === stage }],
  );
  const first = taken[0];
  const last = taken[taken.length - 1];
  // steps further on count less: the stages stand about evenly
  const x = (step: number) => (Math.log(1 + step) / Math.log(1 + last.step)) * WIDTH;
  const y = {
    share: (value: number) => HEIGHT * (1 - value),
    loss: (value: number) => HEIGHT * (1 - value / first.loss),
  };
  return (
    <section className="answer-part">
      <h3>{t('random.course')}</h3>
      <figure className="stage-figure">
        <svg
          viewBox={`-6 -6 ${WIDTH + 12} ${HEIGHT + 22}`}
          role="img"
          aria-label={t('random.courseSays', {
            from: percent(first.share),
            to: percent(last.share),
            lossFrom: lossText(first.loss),
            lossTo: lossText(last.loss),
          })}
        >
          <line className="stage-rule" x1="0" x2={WIDTH} y1={y.share(chance)} y2={y.share(chance)} />
          <line className="stage-base" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
          {taken.map(({ step, shown }) => (
            <g key={step}>
              {shown && <line className="stage-now" x1={x(step)} x2={x(step)} y1="0" y2={HEIGHT} />}
              {[0, 1, 2, 4, 8, 16, last.step].includes(step) && (
                <text
                  className="stage-text"
                  x={x(step)}
                  y={HEIGHT + 13}
                  textAnchor={anchorOf(step, last.step)}
                >
                  {step}
                </text>
              )}
            </g>
          ))}
          <text className="stage-text" x="6" y={y.loss(first.loss) + 14}>
            {lossText(first.loss)}
          </text>
          <text className="stage-text" x={WIDTH} y={y.share(last.share) - 8} textAnchor="end">
            {percent(last.share)}
          </text>
          {LINES.map((line) => (
            <g key={line} className="stage-course" data-line={line}>
              <polyline points={taken.map((at) => `${x(at.step)},${y[line](at[line])}`).join(' ')} />
              {taken.map((at) =>
                line === 'share' ? (
                  <circle key={at.step} cx={x(at.step)} cy={y.share(at.share)} r={at.shown ? 5 : 3} />
                ) : (
                  <rect
                    key={at.step}
                    x={x(at.step) - (at.shown ? 4.5 : 2.5)}
                    y={y.loss(at.loss) - (at.shown ? 4.5 : 2.5)}
                    width={at.shown ? 9 : 5}
                    height={at.shown ? 9 : 5}
                  />
                ),
              )}
            </g>
          ))}
        </svg>
      </figure>
      <p className="stage-keys" aria-hidden>
        <span>
          <svg viewBox="0 0 12 12" aria-hidden="true" className="stage-course" data-line="share">
            <circle cx="6" cy="6" r="4" />
          </svg>{' '}
          {t('random.shareLine')}
        </span>
        <span>
          <svg viewBox="0 0 12 12" aria-hidden="true" className="stage-course" data-line="loss">
            <rect x="2" y="2" width="8" height="8" />
          </svg>{' '}
          {t('random.lossLine')}
        </span>
        <span>
          <svg viewBox="0 0 24 8" aria-hidden="true">
            <path className="stage-rule" d="M0 4H24" />
          </svg>{' '}
          {t('random.chanceLine', { chance: percent(chance) })}
        </span>
      </p>
      <p className="hint">{t('random.lossHint')}</p>
      <details className="stage-fold">
        <summary>{t('random.asTable')}</summary>
        <table className="facts-table">
          <caption className="visually-hidden">{t('random.course')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('random.stepsTaken')}</th>
              <th scope="col">{t('random.shareLine')}</th>
              <th scope="col">{t('random.lossLine')}</th>
            </tr>
          </thead>
          <tbody>
            {taken.map(({ step, share, loss, shown }) => (
              <tr key={step} aria-current={shown || undefined}>
                <th scope="row">{step}</th>
                <td>{percent(share)}</td>
                <td>{lossText(loss)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function anchorOf(step: number, last: number): 'start' | 'middle' | 'end' {
  return step === 0 ? 'start' : step === last ? 'end' : 'middle';
}
