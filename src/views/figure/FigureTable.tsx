import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { twoDecimals } from '../../language/decimals.ts';
import type { Figure, PointKind } from '../../pipeline/words/figure.ts';
import { useLink } from '../../stores/linkStore.ts';
import type { FigureLook } from './FigureScene.tsx';

const ROW_HEIGHT = 34;

/** What the table is called, its columns, and what kinds of points there are. */
export interface FigureNames {
  readonly table: string;
  readonly word: string;
  readonly part: string;
  readonly place: string;
  readonly kinds: Readonly<Record<PointKind, string>>;
}

interface FigureTableProps extends Pick<FigureLook, 'picked' | 'onPick'> {
  readonly figure: Figure;
  readonly names: FigureNames;
}

/** The points of a figure as rows, with where they stand. */
export function FigureTable({ figure, names: said, picked, onPick }: FigureTableProps) {
  const language = useLink(({ link }) => link.lang);
  const scroller = useRef<HTMLDivElement>(null);
  const { points, groups, coordinates, dims } = figure;
  const names = new Map(groups.map(({ id, names }) => [id, names[language]]));
  const virtual = useVirtualizer({
    count: points.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-view" ref={scroller} tabIndex={0} aria-label={said.table}>
      <table aria-rowcount={points.length + 1}>
        <thead>
          <tr>
            <th>{said.word}</th>
            <th>{said.part}</th>
            <th>{said.place}</th>
          </tr>
        </thead>
        <tbody style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const { id, text, kind, group } = points[index];
            return (
              <tr
                key={id}
                aria-rowindex={index + 2}
                aria-selected={index === picked}
                style={{ transform: `translateY(${start}px)`, blockSize: ROW_HEIGHT }}
              >
                <td>
                  <button type="button" className="row-button" onClick={() => onPick(index)}>
                    <span dir="auto">{text}</span>
                  </button>
                </td>
                <td>{names.get(group) ?? said.kinds[kind]}</td>
                <td className="numbers">
                  {Array.from(coordinates.subarray(index * dims, (index + 1) * dims), (value) =>
                    twoDecimals(value),
                  ).join('  ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
