import { expect, test } from 'vitest';
import { sourceHash } from '../../../tools/kernels/sourceHash.mjs';
import { KERNEL_SOURCES } from './kernelsWasm.ts';
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
