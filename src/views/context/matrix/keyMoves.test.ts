import { expect, test } from 'vitest';
import { movedCell } from './keyMoves.ts';

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey });

test('arrows go to the next cell and stop at the edge', () => {
  const cell = { row: 0, column: 3 };
  expect(movedCell(press('ArrowLeft'), cell, 4)).toEqual({ row: 0, column: 2 });
  expect(movedCell(press('ArrowRight'), cell, 4)).toEqual(cell);
  expect(movedCell(press('ArrowUp'), cell, 4)).toEqual(cell);
  expect(movedCell(press('ArrowDown'), cell, 4)).toEqual({ row: 1, column: 3 });
});

test('Home and End go along the row, with Control to the corners', () => {
  const cell = { row: 2, column: 1 };
  expect(movedCell(press('Home'), cell, 5)).toEqual({ row: 2, column: 0 });
  expect(movedCell(press('End'), cell, 5)).toEqual({ row: 2, column: 4 });
  expect(movedCell(press('Home', true), cell, 5)).toEqual({ row: 0, column: 0 });
  expect(movedCell(press('End', true), cell, 5)).toEqual({ row: 4, column: 4 });
});

test('other keys are left to the page', () => {
  expect(movedCell(press('Tab'), { row: 0, column: 0 }, 5)).toBeNull();
});
