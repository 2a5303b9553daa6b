import { type GpuWork, roundUp } from './gpuWork.ts';
import type { NeighbourRows } from './neighbourRows.ts';
import { distanceShader, mergeShader, PASS_WORDS } from './neighbourShaders.ts';
import type { PassCut } from './passCut.ts';

/** Passes in one submit, each with parameters of its own. */
export const MOST_PASSES = 64;

/**
 * All that a neighbour search keeps on the GPU: the rows in chunks, one block's lists (`length` a row) and candidates, two
 * pipelines.
 */
export async function passBuffers(work: GpuWork, rows: NeighbourRows, length: number, pass: PassCut) {
  const { device } = work;
  const { width, kept } = rows;
  const { STORAGE, UNIFORM, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;

  const { chunkRows } = pass;
  const chunks: GPUBuffer[] = [];
  for (let from = 0; from < kept.length; from += chunkRows) {
    const to = Math.min(kept.length, from + chunkRows);
    // lets the worker hear a cancellation, and the memory of the last upload go
    await work.settled();
    chunks.push(
      work.filled((to - from) * width * 4, (bytes) => rows.write(from, to, new Float32Array(bytes))),
    );
  }
  const chunkOf = (row: number) => Math.floor(row / chunkRows);

  const stride = roundUp(PASS_WORDS * 4, device.limits.minUniformBufferOffsetAlignment);
  const parameters = work.buffer(stride * MOST_PASSES, UNIFORM | COPY_DST);
  const words = new Uint32Array((stride / 4) * MOST_PASSES);
  const listBytes = pass.rows * length * 4;
  const nearest = work.buffer(listBytes, STORAGE | COPY_SRC);
  const numbers = work.buffer(listBytes, STORAGE | COPY_SRC);
  const counts = work.buffer(pass.rows * 4, STORAGE);
  const candidates = work.buffer(pass.rows * pass.columns * 8, STORAGE);
  const result = work.buffer(2 * listBytes, MAP_READ | COPY_DST);

  const read = 'read-only-storage';
  const types = ['uniform', read, read, 'storage', 'storage', 'storage', 'storage'] as const;
  const layout = device.createBindGroupLayout({
    entries: types.map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type, hasDynamicOffset: binding === 0 },
    })),
  });
  const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
  const group = (rowChunk: GPUBuffer, columnChunk: GPUBuffer) =>
    device.createBindGroup({
      layout,
      entries: [
        { binding: 0, resource: { buffer: parameters, size: PASS_WORDS * 4 } },
        ...[rowChunk, columnChunk, nearest, numbers, counts, candidates].map((buffer, i) => ({
          binding: i + 1,
          resource: { buffer },
        })),
      ],
    });

  return {
    measure: await work.pipeline(distanceShader(width / 4, length), pipelineLayout),
    merge: await work.pipeline(mergeShader(length), pipelineLayout),
    /** In which chunk a row lies, and the first row of that chunk. */
    chunkOf,
    baseOf: (row: number) => chunkOf(row) * chunkRows,
    /** Bindings for the block that begins with `row` against each chunk of columns. */
    groupsOf: (row: number) =>
      chunks.map((chunk, i) => ({ group: group(chunks[chunkOf(row)], chunk), base: i * chunkRows })),
    /** Where the parameters of pass `i` of a submit lie. */
    parameterOffset: (i: number) => stride * i,
    setParameters: (i: number, values: readonly number[]) => words.set(values, (stride / 4) * i),
    /** Sends the parameters of the first `count` passes. */
    writeParameters: (count: number) =>
      device.queue.writeBuffer(parameters, 0, words, 0, (stride / 4) * count),
    /** Copies the lists to where they can be read when the submit is done. */
    copyLists(encoder: GPUCommandEncoder) {
      encoder.copyBufferToBuffer(nearest, 0, result, 0, listBytes);
      encoder.copyBufferToBuffer(numbers, 0, result, listBytes, listBytes);
    },
    /** The lists of the block's first `count` rows. */
    async readLists(count: number) {
      const lists = await work.read(result);
      return {
        squares: new Float32Array(lists, 0, count * length),
        numbers: new Uint32Array(lists, listBytes, count * length),
      };
    },
  };
}
