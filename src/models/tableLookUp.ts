import type { JobSize } from './batchRunner.ts';
import type { WorkOptions } from './embeddingModel.ts';
import { pause } from './pause.ts';
import type { TokenRows } from './tokenRows.ts';

/** Tokens read before the worker looks for messages; at 576 columns some 5 ms. */
const tokensAtOnce = 4096;

/** As BatchRunner.run, for `layers` times the bare table: its rows are read, the graph is not run. */
export async function lookUp(
  table: TokenRows,
  sequences: readonly (readonly number[])[],
  layers: number,
  { signal, onProgress }: WorkOptions,
  { doneBefore, total }: JobSize,
  visit: (sequence: number, states: readonly Float32Array<ArrayBuffer>[]) => number,
): Promise<void> {
  const { dim } = table;
  let done = doneBefore;
  let read = 0;
  for (const [index, ids] of sequences.entries()) {
    if (index === 0 || read >= tokensAtOnce) {
      onProgress?.(done, total);
      await pause();
      signal?.throwIfAborted();
      read = 0;
    }
    const states = new Float32Array(ids.length * dim);
    for (const [place, id] of ids.entries())
      table.read(id, 1, states.subarray(place * dim, (place + 1) * dim));
    read += ids.length;
    done += visit(
      index,
      Array.from({ length: layers }, () => states),
    );
  }
  onProgress?.(done, total);
  signal?.throwIfAborted();
}
