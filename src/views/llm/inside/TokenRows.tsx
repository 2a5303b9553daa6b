import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { useTheme } from '../../../stores/theme.ts';
import { AttentionLines } from './AttentionLines.tsx';
import { ColourScale } from './ColourScale.tsx';
import { cosineScale } from './cellColours.ts';
import { layerName, lengthText, percent, tokenName } from './insideWords.ts';
import { LayerRow } from './LayerRow.tsx';
import { LEAST_SHARE, linesOf } from './lines.ts';
import { TokenButton } from './TokenButton.tsx';
import type { InsideLook } from './useInsideLook.ts';

/** With more layers a cell is too narrow for its number. */
const MOST_WRITTEN = 9;
const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

interface TokenRowsProps {
  readonly answer: InsideAnswer;
  readonly look: InsideLook;
}

/** The tokens from top to bottom: lines to those that they look at, and their way through the layers as colours. */
export function TokenRows({ answer, look }: TokenRowsProps): ReactNode {
  const { t } = useTranslation('llm');
  const theme = useTheme();
  const pointed = useLlm(({ token }) => token);
  const hovered = useLlm(({ hovered }) => hovered);
  const [cell, setCell] = useState<readonly [token: number, place: number] | null>(null);
  const { tokens, layers, toTable, toBefore, norms, causal } = answer;
  const { place, at, matrix } = look;
  const n = tokens.length;
  const lit = pointed ?? hovered;
  const from = lit ?? at;
  const lines = useMemo(() => (matrix ? linesOf(matrix, n, from) : []), [matrix, n, from]);
  const scale = useMemo(() => cosineScale(toTable), [toTable]);
  const onCell = useCallback((token: number, column: number) => setCell([token, column]), []);
  const told = cell && cell[0] < n && cell[1] < layers.length ? cell : null;
  const stops = [at ?? 0, place];
  return (
    <>
      <p className="inside-said hint">
        {matrix === null
          ? t('inside.linesNone')
          : from === null
            ? t('inside.linesAll', { least: percent(LEAST_SHARE), count: lines.length })
            : t('inside.linesOf', { token: tokenName(tokens[from].text) })}
        {causal && n > 1 && ` ${t('inside.onlyBack')}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="inside-rows" tabIndex={0} aria-label={t('inside.stage')}>
        <div className="inside-grid">
          <div>
            <p className="inside-head" aria-hidden="true">
              {t('inside.looks')}
            </p>
            <ol className="inside-tokens" data-testid="tokens" aria-label={t('inside.tokens')}>
              {tokens.map((token, index) => (
                <TokenButton
                  // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
                  key={index}
                  token={token}
                  place={index}
                  chosen={index === at}
                  lit={index === lit}
                />
              ))}
            </ol>
          </div>
          <div className="inside-between">
            <p className="inside-head" aria-hidden="true" />
            <AttentionLines lines={lines} n={n} />
          </div>
          <table
            className="inside-layers"
            onPointerLeave={() => setCell(null)}
            onBlur={() => setCell(null)}
            data-written={layers.length <= MOST_WRITTEN || undefined}
          >
            <caption className="visually-hidden">{t('inside.gridCaption')}</caption>
            <thead>
              <tr className="inside-head">
                <th scope="col">{t('inside.lookedAt')}</th>
                {layers.map((layer, index) => (
                  <th key={layer} scope="col" data-now={index === place || undefined}>
                    {layer === 'table' ? t('inside.tableShort') : layer}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody onKeyDown={moveByKey}>
              {tokens.map((_, index) => (
                <LayerRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
                  key={index}
                  answer={answer}
                  token={index}
                  place={place}
                  scale={scale}
                  theme={theme}
                  stop={index === stops[0] ? stops[1] : -1}
                  chosen={index === at}
                  lit={index === lit}
                  share={matrix && from !== null ? matrix[from * n + index] : null}
                  onCell={onCell}
                />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <div className="inside-reading">
        {told === null ? (
          <ColourScale scale={scale} theme={theme} />
        ) : (
          <p>
            {t('inside.reading', {
              token: tokenName(tokens[told[0]].text),
              layer: layerName(t, layers[told[1]]),
              table: twoDecimals(toTable[told[1] * n + told[0]]),
              before: twoDecimals(toBefore[told[1] * n + told[0]]),
              norm: lengthText(norms[told[1] * n + told[0]]),
            })}
          </p>
        )}
      </div>
    </>
  );
}

/** Arrow keys go from cell to cell. */
function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const move = MOVES[event.key];
  const { target, currentTarget } = event;
  if (!move || !(target instanceof HTMLElement) || !target.dataset.cell) return;
  const [row, column] = target.dataset.cell.split(' ').map(Number);
  event.preventDefault();
  currentTarget.querySelector<HTMLElement>(`[data-cell="${row + move[0]} ${column + move[1]}"]`)?.focus();
}
