import { fittedCurve } from '../fittedCurve.ts';
import type { UmapInput } from '../umap.ts';
import { umapStart } from '../umapStart.ts';
import { type GpuWork, roundUp } from './gpuWork.ts';
import { umapEdges } from './umapEdges.ts';
import { STEP_WORDS, umapShader, VERTICES_OF_GROUP } from './umapShader.ts';
import { vertexBlocks } from './vertexBlocks.ts';

/** Dispatches in one submit, each with parameters of its own. */
export const MOST_DISPATCHES = 256;
/**
 * Edges moved by one dispatch: 2²⁰, of which about a third act in an epoch, each with seven points to look up. So a large
 * graph's epoch is several submits where it must be, and no buffer of edges passes 8 MB.
 */
const MOST_EDGES = 2 ** 20;

/** The map on the GPU, twice (before and after an epoch), and what moves it. */
export async function umapBuffers(work: GpuWork, { graph, start, dims, minDist, nEpochs, seed }: UmapInput) {
  const { device } = work;
  const { n } = graph;
  // a vec3f takes the place of a vec4f in a buffer
  const width = dims === 2 ? 2 : 4;
  const bytes = n * width * 4;
  const { order, offsets, edges, shift } = umapEdges(graph, nEpochs);
  const blocks = vertexBlocks(offsets, MOST_EDGES);
  const { a, b } = fittedCurve(minDist);

  const { STORAGE, UNIFORM, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const maps = [0, 1].map(() => work.buffer(bytes, STORAGE | COPY_SRC | COPY_DST));
  const result = work.buffer(bytes, MAP_READ | COPY_DST);
  const ends = work.filled(offsets.byteLength, (target) => new Uint32Array(target).set(offsets));
  const stride = roundUp(STEP_WORDS * 4, device.limits.minUniformBufferOffsetAlignment);
  const parameters = work.buffer(stride * MOST_DISPATCHES, UNIFORM | COPY_DST);
  const placed = umapStart(start, dims, width, seed);
  const points = new Float32Array(n * width);
  order.forEach((row, i) => {
    points.set(placed.subarray(row * width, (row + 1) * width), i * width);
  });
  device.queue.writeBuffer(maps[0], 0, points);

  const read = 'read-only-storage';
  const types = ['uniform', read, read, read, 'storage'] as const;
  const layout = device.createBindGroupLayout({
    entries: types.map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type, hasDynamicOffset: binding === 0 },
    })),
  });
  const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
  const pipeline = await work.pipeline(umapShader(dims), pipelineLayout);
  /** Of each block, the bindings for even epochs and those for odd ones. */
  const groups = blocks.map(({ from, to }) => {
    const own = edges.subarray(2 * offsets[from], 2 * offsets[to]);
    // a binding is never empty, and an edge takes 8 bytes
    const edgesOfBlock = work.filled(Math.max(8, own.byteLength), (target) =>
      new Uint32Array(target).set(own),
    );
    return [0, 1].map((odd) =>
      device.createBindGroup({
        layout,
        entries: [
          { binding: 0, resource: { buffer: parameters, size: STEP_WORDS * 4 } },
          ...[ends, edgesOfBlock, maps[odd], maps[1 - odd]].map((buffer, i) => ({
            binding: i + 1,
            resource: { buffer },
          })),
        ],
      }),
    );
  });

  const words = new ArrayBuffer(stride * MOST_DISPATCHES);
  const integers = new Uint32Array(words);
  const floats = new Float32Array(words);

  return {
    /** Dispatches of an epoch: dispatch t is block t mod `blocks` of epoch ⌊t / `blocks`⌋. */
    blocks: blocks.length,
    /** Submits `count` dispatches from number `first` on. */
    submit(first: number, count: number): void {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      for (let i = 0; i < count; i++) {
        const which = (first + i) % blocks.length;
        const epoch = Math.floor((first + i) / blocks.length);
        const { from, to } = blocks[which];
        const at = (stride / 4) * i;
        integers.set([from, to, offsets[from], n, epoch, shift, seed], at);
        // umap-learn lowers alpha after each epoch, by that epoch's number
        floats.set([1 - Math.max(0, epoch - 1) / nEpochs, a, b], at + 7);
        pass.setBindGroup(0, groups[which][epoch % 2], [stride * i]);
        pass.dispatchWorkgroups(Math.ceil((to - from) / VERTICES_OF_GROUP));
      }
      pass.end();
      device.queue.writeBuffer(parameters, 0, words, 0, stride * count);
      work.submit(encoder);
    },
    /** The coordinates after so many epochs, n × dims, where no more have been submitted. Throws an Error for no numbers. */
    async read(epochs: number): Promise<Float32Array<ArrayBuffer>> {
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(maps[epochs % 2], 0, result, 0, bytes);
      work.submit(encoder);
      const points = new Float32Array(await work.read(result));
      // what a driver's fault leaves: the start's noise alone keeps a map from being all zeros
      if (!points.every(Number.isFinite) || points.every((value) => value === 0)) {
        throw new Error('WebGPU: the map is not one');
      }
      const coordinates = new Float32Array(n * dims);
      order.forEach((row, i) => {
        for (let d = 0; d < dims; d++) coordinates[row * dims + d] = points[i * width + d];
      });
      return coordinates;
    },
  };
}
