import type { GpuWork } from './gpuWork.ts';
import type { NeighbourRows } from './neighbourRows.ts';
import { GPU_TILE } from './neighbourShaders.ts';
import { MOST_PASSES, passBuffers } from './passBuffers.ts';
import { type PassCut, passCut } from './passCut.ts';
import { SubmitSize } from './submitSize.ts';

/** The candidates of some rows: `length` a row, ordered by squared distance, then by number. */
export interface CandidateBlock {
  /** The first row; rows and candidates are numbered as they went to the GPU. */
  readonly first: number;
  readonly squares: Float32Array;
  readonly numbers: Uint32Array;
}

/** One step: passes done of all, and the candidates that came out since the step before. */
export interface NeighbourStep {
  readonly done: number;
  readonly total: number;
  readonly block: CandidateBlock | null;
}

/**
 * The GPU's part of a neighbour search: of each row the `length` nearest by squares in float32, 1 ≤ `length` < rows.
 * Rows go in blocks, and for each the columns in blocks, which keeps every buffer and every submit small. While a step
 * is looked at, the GPU works on the next.
 */
export async function* neighbourPasses(
  work: GpuWork,
  rows: NeighbourRows,
  length: number,
  pass: PassCut = passCut(rows.width, work.device.limits),
): AsyncGenerator<NeighbourStep, void, void> {
  const { device } = work;
  const n = rows.kept.length;
  const buffers = await passBuffers(work, rows, length, pass);
  const passesOfRow = Math.ceil(n / pass.columns);
  const total = Math.ceil(n / pass.rows) * passesOfRow;
  const size = new SubmitSize(MOST_PASSES);
  let block: CandidateBlock | null = null;
  let done = 0;
  for (let row = 0; row < n; row += pass.rows) {
    const rowEnd = Math.min(n, row + pass.rows);
    const groups = buffers.groupsOf(row);
    for (let begun = 0; begun < passesOfRow; ) {
      const count = Math.min(size.pieces, passesOfRow - begun);
      const encoder = device.createCommandEncoder();
      const computing = encoder.beginComputePass();
      for (let i = 0; i < count; i++) {
        const column = (begun + i) * pass.columns;
        const columnEnd = Math.min(n, column + pass.columns);
        const { group, base } = groups[buffers.chunkOf(column)];
        const parameters = [row, rowEnd, column, columnEnd, buffers.baseOf(row), base];
        buffers.setParameters(i, [...parameters, begun + i === 0 ? 1 : 0, pass.columns]);
        computing.setBindGroup(0, group, [buffers.parameterOffset(i)]);
        computing.setPipeline(buffers.measure);
        const tiles = (from: number, to: number) => Math.ceil((to - from) / GPU_TILE);
        computing.dispatchWorkgroups(tiles(column, columnEnd), tiles(row, rowEnd));
        computing.setPipeline(buffers.merge);
        computing.dispatchWorkgroups(rowEnd - row);
      }
      computing.end();
      begun += count;
      if (begun === passesOfRow) buffers.copyLists(encoder);
      buffers.writeParameters(count);
      const before = performance.now();
      work.submit(encoder);
      const isTimed = block === null;
      yield { done, total, block };
      block = null;
      await work.settled();
      if (isTimed) size.took(count, performance.now() - before);
      done += count;
    }
    block = { first: row, ...(await buffers.readLists(rowEnd - row)) };
  }
  yield { done, total, block };
}
