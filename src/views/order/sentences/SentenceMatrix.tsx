import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDecimals, twoDecimals } from '../../../language/decimals.ts';
import { bundledModel } from '../../../models/registry.ts';
import type { ModelSentences, SentenceGroup } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useTheme } from '../../../stores/theme.ts';
import { colourRamp, inkOn, RAMP_SIZE } from '../../context/matrix/colourRamp.ts';
import { numbersOf, type SentenceLook, type SentencePair } from './shownGroup.ts';

interface SentenceMatrixProps {
  readonly said: ModelSentences;
  readonly group: SentenceGroup;
  readonly index: number;
  readonly look: SentenceLook;
  /** The cosine of the palest colour; the strongest is 1. */
  readonly low: number;
  /** The pair looked at in any of the matrices. */
  readonly pair: SentencePair | null;
  readonly onHover: (pair: SentencePair | null) => void;
  readonly onPick: (pair: SentencePair) => void;
}

const STEPS: Readonly<Record<string, SentencePair>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What one model makes of a group: numbers on colours, cell by cell to press. */
export function SentenceMatrix({
  said,
  group,
  index,
  look,
  low,
  pair,
  onHover,
  onPick,
}: SentenceMatrixProps) {
  const { t } = useTranslation('order');
  const { t: app } = useTranslation();
  const theme = useTheme();
  const language = useLink(({ link }) => link.lang);
  const [cursor, setCursor] = useState<SentencePair>([0, 1]);
  const { spread, cosines } = numbersOf(said, look);
  const n = group.rows.length;
  const name = bundledModel(said.model)?.names[language] ?? said.model;
  const ramp = colourRamp(theme);
  const lookOf = (value: number) => {
    const place = Math.min(1, Math.max(0, (value - low) / (1 - low)));
    const at = Math.round(place * (RAMP_SIZE - 1));
    return {
      backgroundColor: `rgb(${ramp[at * 3]} ${ramp[at * 3 + 1]} ${ramp[at * 3 + 2]})`,
      color: inkOn(ramp, at),
    };
  };
  // fewer sentences may have come in its place
  const [focusRow, focusColumn] = cursor.some((at) => at >= n) ? [0, Math.min(1, n - 1)] : cursor;
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const row = Math.min(n - 1, Math.max(0, focusRow + step[0]));
    const column = Math.min(n - 1, Math.max(0, focusColumn + step[1]));
    setCursor([row, column]);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
  };
  const isLit = (row: number, column: number) =>
    pair !== null && ((pair[0] === row && pair[1] === column) || (pair[0] === column && pair[1] === row));
  return (
    <div className="sentence-matrix" data-testid="sentence-matrix" data-model={said.model}>
      <h3>{name}</h3>
      <p className="hint">
        {said.layer === null || said.pooling === null
          ? t('sentences.stage.static')
          : t('sentences.stage.how', {
              layer: said.layer,
              pooling: app(`settings.poolings.${said.pooling}`),
            })}
        {spread &&
          ` · ${t(spread.of === 'all' ? 'sentences.stage.all' : 'sentences.stage.unrelated', {
            mean: twoDecimals(spread.mean),
            sd: twoDecimals(spread.sd),
          })}`}
      </p>
      <table onKeyDown={move}>
        <caption className="visually-hidden">{t('sentences.stage.matrix', { model: name })}</caption>
        <thead>
          <tr>
            <td />
            {group.rows.map((row, column) => (
              <th key={row} scope="col" data-lit={pair?.includes(column) || undefined}>
                {column + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.rows.map((id, row) => (
            <tr key={id}>
              <th scope="row" data-lit={pair?.includes(row) || undefined}>
                {row + 1}
              </th>
              {group.rows.map((other, column) => {
                const value = cosines[index][row * n + column];
                const said2 = { model: name, a: row + 1, b: column + 1 };
                return (
                  <td
                    key={other}
                    data-lit={isLit(row, column) || undefined}
                    data-self={row === column || undefined}
                  >
                    <button
                      type="button"
                      data-cell={`${row}-${column}`}
                      data-value={value ?? undefined}
                      style={value === null || row === column ? undefined : lookOf(value)}
                      tabIndex={row === focusRow && column === focusColumn ? 0 : -1}
                      aria-label={
                        value === null
                          ? t('sentences.stage.noVector', said2)
                          : t('sentences.stage.cell', { ...said2, cosine: twoDecimals(value) })
                      }
                      onPointerEnter={() => onHover([row, column])}
                      onPointerLeave={() => onHover(null)}
                      onFocus={() => setCursor([row, column])}
                      onClick={() => onPick([row, column])}
                    >
                      {value === null ? '–' : shortDecimals(value)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
