import { expect, test } from 'vitest';
import { sourceHash } from '../../../tools/kernels/sourceHash.mjs';
import { KERNEL_SOURCES } from './kernelsWasm.ts';
import { boardMemory, boardOf, cell, workOnTask } from './task.ts';
import { Team } from './team.ts';

test('the compiled kernels are those of the sources', () => {
  expect(KERNEL_SOURCES, 'run `npm run kernels`').toBe(sourceHash());
});

test('a team of one does all parts of a task', () => {
  const team = new Team();
  const [count, grain] = [37 * 64, 5 * 64];
  const data = team.arena.allocate(count);
  const out = team.arena.allocate(Math.ceil(count / grain) * 16);
  const numbers = team.arena.i32(data, count / 4);
  numbers.set(numbers.map((_, i) => ((i * 7919) % 2001) - 1000));
  team.run('readBytes', count, grain, [data, grain, out]);
  // of each part the sums of every fourth number
  const expected = Array.from({ length: Math.ceil(count / grain) * 4 }, (_, sum) => {
    const part = numbers.subarray((sum >> 2) * (grain / 4), ((sum >> 2) + 1) * (grain / 4));
    return part.filter((_, i) => i % 4 === sum % 4).reduce((total, value) => total + value, 0);
  });
  expect([...team.arena.i32(out, expected.length)]).toEqual(expected);
});

test('work that is called off ends with the parts that are begun, for all threads', () => {
  const board = boardOf(boardMemory(true));
  const halt = new Int32Array(new SharedArrayBuffer(4));
  Object.assign(board.cells, { [cell.parts]: 10, [cell.untaken]: 10, [cell.grain]: 4, [cell.count]: 40 });
  const begun: number[] = [];
  const kernel = (_scratch: number, from: number) => {
    begun.push(from);
    if (begun.length === 3) halt[0] = 1;
  };
  workOnTask(board, 0, () => kernel, halt);
  expect(begun).toEqual([0, 4, 8]);
  // another thread finds nothing to take
  workOnTask(board, 1, () => kernel);
  expect(begun).toHaveLength(3);

  const team = new Team();
  team.halt = halt;
  expect(() => team.run('readBytes', 64, 64, [0, 64, 0])).toThrow(
    expect.objectContaining({ name: 'AbortError' }),
  );
});
