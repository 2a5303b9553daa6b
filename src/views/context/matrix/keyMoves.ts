import type { Cell } from './MatrixCursor.tsx';

/** The keys that move a cursor over the map's n × n cells, with Control held or not. */
export interface MoveKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * The cell that a key leads to, never off the map: arrows to the next one, Home and End to the ends of the row, with
 * Control to the first and the last of all. Null where the key is none of these.
 */
export function movedCell({ key, ctrlKey }: MoveKey, { row, column }: Cell, n: number): Cell | null {
  const last = n - 1;
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(last, column + 1) };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(last, row + 1), column };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? last : row, column: last };
    default:
      return null;
  }
}
