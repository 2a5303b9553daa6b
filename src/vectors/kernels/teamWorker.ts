import { instantiateKernels } from './kernels.ts';
import { boardOf, cell, type Invitation, workOnTask } from './task.ts';

/** Some 20 µs. */
const LOOKS = 2000;

self.addEventListener('message', ({ data }: MessageEvent<Invitation>) => {
  const { module, memory, member } = data;
  const board = boardOf(data.board);
  const kernels = instantiateKernels(module, memory);
  const names = Object.keys(kernels);
  // it never comes back to the event loop: whoever leads ends it
  for (;;) {
    const ticket = Atomics.load(board.cells, cell.ticket);
    workOnTask(board, member, (index) => kernels[names[index]]);
    // the next task of a row of short ones is there before a sleeper could be woken
    for (let look = 0; look < LOOKS && Atomics.load(board.cells, cell.ticket) === ticket; look++);
    Atomics.wait(board.cells, cell.ticket, ticket);
  }
});
