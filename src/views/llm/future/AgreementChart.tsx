import { type PointerEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FutureAnswer } from '../../../pipeline/llm/future/futureAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useWidth } from '../../scorecard/chart/useWidth.ts';
import { shareText } from './shareText.ts';

const HEIGHT = 190;
/** At the right the sentence model has a column of its own. */
const EDGE = { left: 38, right: 44, top: 8, bottom: 36 };
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LABELS = ['next', 'says'] as const;
/** Disc and diamond: what comes next, what was said. */
const MARKS = { next: 'M0-3.5A3.5 3.5 0 1 1 0 3.5A3.5 3.5 0 1 1 0-3.5Z', says: 'M0-4.5 4.5 0 0 4.5-4.5 0Z' };

/** Agreement by layer of the language model with its intervals, chance, and the sentence model's last layer beside. */
export function AgreementChart({ answer }: { readonly answer: FutureAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { language, sentence, layer: shown } = answer;
  const { layers } = language;
  const last = layers.length - 1;
  const beside = sentence.layers[sentence.layers.length - 1];
  const inner = Math.max(1, width - EDGE.left - EDGE.right);
  const x = (layer: number) => EDGE.left + (layer / Math.max(1, last)) * inner;
  const y = (value: number) => EDGE.top + (1 - value) * (HEIGHT - EDGE.top - EDGE.bottom);
  const column = width - EDGE.right / 2;
  const path = (values: readonly number[]) =>
    values.map((value, layer) => `${layer ? 'L' : 'M'}${x(layer)} ${y(value)}`).join('');
  const choose = ({ clientX, currentTarget }: PointerEvent) => {
    const at = clientX - currentTarget.getBoundingClientRect().left;
    const layer = Math.round(((at - EDGE.left) / inner) * last);
    if (layer < 0 || layer > last) return;
    useLink.getState().change({ layer: layer === last ? null : layer });
  };
  return (
    <div className="future-chart" ref={box}>
      {width > 0 && (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={t('future.chart.label', {
            first: shareText(layers[0].next.value),
            end: shareText(layers[last].next.value),
            says: shareText(layers[last].says.value),
            last,
          })}
          onPointerUp={choose}
        >
          <rect className="future-ground" width={width} height={HEIGHT} />
          {TICKS.map((tick) => (
            <g key={tick} className="future-tick">
              <line x1={EDGE.left} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={EDGE.left - 6} y={y(tick)} dy="0.35em" textAnchor="end">
                {100 * tick}%
              </text>
            </g>
          ))}
          {layers
            .filter(({ layer }) => layer % 5 === 0)
            .map(({ layer }) => (
              <text key={layer} x={x(layer)} y={HEIGHT - 20} textAnchor="middle">
                {layer}
              </text>
            ))}
          <text x={EDGE.left} y={HEIGHT - 4}>
            {t('future.chart.axis')}
          </text>
          <text x={width} y={HEIGHT - 4} textAnchor="end">
            {t('future.chart.beside')}
          </text>
          <line className="future-now" x1={x(shown)} x2={x(shown)} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} />
          {LABELS.map((label) => {
            const of = layers.map((layer) => layer[label]);
            const low = of.map((value, layer) => `L${x(layer)} ${y(value.low)}`).reverse();
            const { value, low: least, high: most } = beside[label];
            return (
              <g key={label} className="future-line" data-label={label}>
                <path className="future-band" d={`${path(of.map(({ high }) => high))}${low.join('')}Z`} />
                <path className="future-chance" d={path(of.map(({ chance }) => chance))} />
                <path className="future-course" d={path(of.map((point) => point.value))} />
                {of.map((point, layer) =>
                  layer % 5 === 0 || layer === shown ? (
                    <path
                      // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its index
                      key={layer}
                      className="future-mark"
                      d={MARKS[label]}
                      transform={`translate(${x(layer)} ${y(point.value)})`}
                    />
                  ) : null,
                )}
                <line className="future-whisker" x1={column} x2={column} y1={y(least)} y2={y(most)} />
                <path
                  className="future-mark"
                  data-hollow
                  d={MARKS[label]}
                  transform={`translate(${column} ${y(value)}) scale(1.25)`}
                />
              </g>
            );
          })}
        </svg>
      )}
      <ul className="future-keys">
        {LABELS.map((label) => (
          <li key={label} className="future-line" data-label={label}>
            <svg viewBox="-14 -7 28 14" width="28" height="14" aria-hidden="true">
              <path className="future-course" d="M-13 0H13" />
              <path className="future-mark" d={MARKS[label]} />
            </svg>
            {t(`future.labels.${label}`)}
          </li>
        ))}
        <li>
          <svg className="future-line" viewBox="-14 -7 28 14" width="28" height="14" aria-hidden="true">
            <path className="future-chance" d="M-13 0H13" />
          </svg>
          {t('future.chart.chance')}
        </li>
      </ul>
    </div>
  );
}
