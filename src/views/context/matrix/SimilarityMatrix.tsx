import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../../../contract/deepLink.ts';
import { Marker } from '../../../ui/Marker.tsx';
import { ColourBar } from './ColourBar.tsx';
import { movedCell } from './keyMoves.ts';
import { type Cell, MatrixCursor } from './MatrixCursor.tsx';
import { MatrixWords } from './MatrixWords.tsx';
import { matrixLayout, placesOf, rowAt } from './matrixLayout.ts';
import { paintMatrix } from './paintMatrix.ts';
import { allNamed, type MatrixSense, SenseEdge } from './SenseEdge.tsx';
import { similarityScale } from './similarityScale.ts';
import { useSquareSide } from './useSquareSide.ts';
import './matrix.css';

export interface SimilarityMatrixProps {
  /** n × n cosine similarities, row-major and symmetric; n from 1 to 500. A new array means new numbers. */
  readonly similarity: Float32Array;
  /** The n occurrences as they stand in the map, sense by sense. */
  readonly order: Int32Array;
  /** n short snippets, by occurrence. */
  readonly names: readonly string[];
  /** Consecutive stretches of `order`; their counts make n. */
  readonly senses: readonly MatrixSense[];
  readonly title: string;
  readonly theme: Theme;
  /** The occurrence lit anywhere in the view. */
  readonly hovered: number | null;
  /** The two occurrences compared. */
  readonly picked: readonly [number, number] | null;
  /** The occurrences of the row and of the column under the cursor; both null when it leaves. */
  readonly onHover: (index: number | null, other: number | null) => void;
  readonly onPick: (a: number, b: number) => void;
}

/** Between two senses, in CSS pixels. */
const GAP = 3;

/** A cell needs no more than this: three sentences are no wall. */
const CELL_REM = 4.5;

/** A heat map of how alike the occurrences of a word are, ordered by sense; all drawn on one canvas. */
export function SimilarityMatrix(props: SimilarityMatrixProps) {
  const { similarity, order, names, title, theme, hovered, picked, onHover, onPick } = props;
  const { t } = useTranslation('context');
  const id = useId();
  const n = order.length;
  const map = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [cursor, setCursor] = useState<Cell | null>(null);
  const side = useSquareSide(map);
  const senses = useMemo(() => props.senses.filter(({ count }) => count > 0), [props.senses]);
  // Joined, so that a new list of the same counts (only a colour or a name changed) redraws nothing.
  const sizes = senses.map(({ count }) => count).join(' ');
  const counts = useMemo(() => sizes.split(' ').map(Number), [sizes]);
  const scale = useMemo(() => similarityScale(similarity, n), [similarity, n]);
  const places = useMemo(() => placesOf(order), [order]);
  const pixelRatio = side.css > 0 ? side.device / side.css : 1;
  const layout = useMemo(
    () => matrixLayout(counts, Math.max(1, side.device), Math.round(GAP * pixelRatio)),
    [counts, side.device, pixelRatio],
  );

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || side.device === 0) return;
    context.canvas.width = layout.size;
    context.canvas.height = layout.size;
    paintMatrix(context, { similarity, order, layout, scale, theme }, pixelRatio);
  }, [similarity, order, layout, scale, theme, side.device, pixelRatio]);

  const cellOf = (a: number, b: number): Cell => ({ row: places[a], column: places[b] });
  const inside = (cell: Cell | null) => (cell && cell.row < n && cell.column < n ? cell : null);
  const exact = inside(cursor);
  const chosen = picked && Math.max(...picked) < n ? cellOf(...picked) : null;
  // the pair that was picked in the matrix beside this one is the pair here
  const same = chosen && picked?.[0] === hovered ? chosen : null;
  const lit = exact ?? same ?? (hovered !== null && hovered < n ? cellOf(hovered, hovered) : null);
  const told = exact ?? chosen;

  const move = (cell: Cell | null) => {
    if (cell?.row === cursor?.row && cell?.column === cursor?.column) return;
    setCursor(cell);
    onHover(cell && order[cell.row], cell && order[cell.column]);
  };
  const pick = ({ row, column }: Cell) => onPick(order[row], order[column]);
  const cellUnder = ({ clientX, clientY, currentTarget }: PointerEvent | React.MouseEvent): Cell => {
    const box = currentTarget.getBoundingClientRect();
    return {
      row: rowAt(layout, ((clientY - box.top) / box.height) * layout.size),
      column: rowAt(layout, ((clientX - box.left) / box.width) * layout.size),
    };
  };
  const press = (event: KeyboardEvent) => {
    const at = exact ?? chosen;
    const first = { row: 0, column: 0 };
    const next = movedCell(event, at ?? first, n);
    if (next) move(at ? next : first);
    else if (event.key === 'Enter' || event.key === ' ') pick(at ?? first);
    else if (event.key === 'Escape' && exact) move(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <figure className="matrix" aria-labelledby={`${id}-title`}>
      <figcaption id={`${id}-title`} className="matrix-title">
        {title}
      </figcaption>
      <div className="matrix-plot" style={{ maxInlineSize: `max(13rem, ${n * CELL_REM}rem)` }}>
        <SenseEdge at="top" senses={senses} layout={layout} side={side.css} />
        <SenseEdge at="left" senses={senses} layout={layout} side={side.css} />
        <div
          ref={map}
          className="matrix-map"
          role="application"
          aria-roledescription={t('matrix.heatMap')}
          aria-label={t('matrix.name', { title, n })}
          aria-describedby={`${id}-keys ${id}-means`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: role application takes the arrow keys itself
          tabIndex={0}
          onKeyDown={press}
          onBlur={() => move(null)}
          onPointerMove={(event) => move(cellUnder(event))}
          onPointerLeave={() => move(null)}
          onClick={(event) => pick(cellUnder(event))}
        >
          <canvas ref={canvas} />
          <MatrixCursor layout={layout} at={lit} exact={exact !== null} picked={chosen} />
        </div>
      </div>
      <p id={`${id}-keys`} className="visually-hidden">
        {t('matrix.keys')}
      </p>
      {side.css > 0 && !allNamed(layout, side.css) && (
        <ul className="matrix-senses">
          {senses.map(({ name, colour, shape, count }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: senses have no id, and two may bear one name
            <li key={index}>
              <Marker shape={shape} colour={colour} /> {name} <span className="count">{count}</span>
            </li>
          ))}
        </ul>
      )}
      <MatrixWords
        similarity={similarity}
        order={order}
        counts={counts}
        names={names}
        allOne={scale.allOne}
        cell={told}
        meansId={`${id}-means`}
      />
      <ColourBar
        scale={scale}
        theme={theme}
        value={told ? similarity[order[told.row] * n + order[told.column]] : null}
      />
    </figure>
  );
}
