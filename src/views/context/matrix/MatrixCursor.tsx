import type { MatrixLayout } from './matrixLayout.ts';

/** A cell by its row and column as they stand in the map. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

interface MatrixCursorProps {
  readonly layout: MatrixLayout;
  /** The cell pointed at, whose row and column are framed, or the one occurrence lit elsewhere. */
  readonly at: Cell | null;
  /** At the cell itself, not only its row and column. */
  readonly exact: boolean;
  readonly picked: Cell | null;
}

/** Frames over the map: nothing under them is drawn again when they move. */
export function MatrixCursor({ layout, at, exact, picked }: MatrixCursorProps) {
  const { starts, ends, size } = layout;
  const along = (place: number) => ({
    start: `${(starts[place] / size) * 100}%`,
    length: `${((ends[place] - starts[place]) / size) * 100}%`,
  });
  const frame = (cell: Cell, kind: 'row' | 'column' | 'cell' | 'picked') => {
    const [x, y] = [along(cell.column), along(cell.row)];
    return (
      <span
        className="matrix-frame"
        data-kind={kind}
        style={{
          ...(kind === 'row' ? {} : { insetInlineStart: x.start, inlineSize: x.length }),
          ...(kind === 'column' ? {} : { insetBlockStart: y.start, blockSize: y.length }),
        }}
      />
    );
  };
  return (
    <div className="matrix-frames" aria-hidden="true">
      {at && frame(at, 'row')}
      {at && frame(at, 'column')}
      {picked && frame(picked, 'picked')}
      {at && exact && frame(at, 'cell')}
    </div>
  );
}
