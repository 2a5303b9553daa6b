import type { Dims, Metric } from '../../src/contract/options.ts';
import { loadCard } from '../../src/models/registry.ts';
import { decodeVectors } from '../../src/models/staticVectors.ts';
import { fuzzyGraph } from '../../src/projection/fuzzyGraph.ts';
import { pcaSteps } from '../../src/projection/pca.ts';
import { qualitySteps } from '../../src/projection/quality.ts';
import { type UmapInput, umapSteps } from '../../src/projection/umap.ts';
import { gpuNeighbours } from '../../src/projection/webgpu/gpuNeighbours.ts';
import { gpuUmapSteps } from '../../src/projection/webgpu/gpuUmap.ts';
import { openGpu } from '../../src/projection/webgpu/openGpu.ts';
import type { PassCut } from '../../src/projection/webgpu/passCut.ts';
import { knn } from '../../src/vectors/knn.ts';
import { seededRandom } from '../../src/vectors/random.ts';
import { finish } from '../../src/vectors/steps.ts';

const N_NEIGHBORS = 15;

/** What a test does with the projection's GPU half, all of it in the page. */
export const projectionGpu = {
  /** What `openGpu` finds. */
  async found(software: boolean) {
    const opened = await openGpu({ software });
    if (opened.kind === 'none') return opened.reason;
    opened.device.destroy();
    return 'device';
  },

  /** Entries of the GPU's neighbour lists that differ from the CPU's, and progress as it came. */
  async neighbours(kind: RowsKind, count: number, metric: Metric, k: number, cut?: PassCut) {
    const { data, dim } = await rowsOf(kind, count);
    const device = await sharedDevice();
    const told: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => told.push(done / total);
    const gpu = await gpuNeighbours(device, { data, dim, k, metric }, { onProgress, cut });
    const cpu = knn(data, dim, k, metric);
    const differing = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).filter((value, i) => value !== b[i]).length;
    return {
      k: gpu.k,
      entries: gpu.indices.length,
      indices: differing(gpu.indices, cpu.indices),
      distances: differing(gpu.distances, cpu.distances),
      told,
    };
  },

  /** Trustworthiness and continuity of maps of the first `count` words, and whether one seed gave one map. */
  async maps(count: number, dims: Dims, nEpochs: number, seeds: readonly number[]) {
    const { data, dim } = await glove(count);
    const neighbours = knn(data, dim, N_NEIGHBORS, 'cosine');
    const graph = fuzzyGraph(neighbours, N_NEIGHBORS);
    const start = finish(pcaSteps(data, dim, dims)).coordinates;
    const qualityOf = (coordinates: Float32Array) => {
      const input = { data, dim, metric: 'cosine' as const, coordinates, dims, neighbours, seed: 1 };
      return finish(qualitySteps(input)).quality;
    };
    const device = await anyDevice();
    const gpu = [];
    const cpu = [];
    let isSame = true;
    let isFramed = true;
    for (const seed of seeds) {
      const input = { graph, start, dims, minDist: 0.1, nEpochs, seed };
      const map = await wholeMap(device, input, false);
      const again = await wholeMap(device, input, true);
      isSame &&= map.coordinates.every((value, i) => value === again.coordinates[i]);
      isFramed &&= again.last.every((value, i) => value === again.coordinates[i]);
      gpu.push(qualityOf(map.coordinates));
      cpu.push(qualityOf(finish(umapSteps(input))));
    }
    device.destroy();
    return { gpu, cpu, isSame, isFramed };
  },

  /** What ends work on the GPU: the names of the errors, and how far it had come. */
  async ends(how: 'abort' | 'lost') {
    const { data, dim } = await glove(800);
    const graph = fuzzyGraph(knn(data, dim, N_NEIGHBORS, 'cosine'), N_NEIGHBORS);
    const start = finish(pcaSteps(data, dim, 2)).coordinates;
    const run = async (
      work: (device: GPUDevice, signal: AbortSignal, end: () => void) => Promise<unknown>,
    ) => {
      const device = await anyDevice();
      const controller = new AbortController();
      const end = () => (how === 'abort' ? controller.abort() : device.destroy());
      try {
        await work(device, controller.signal, end);
        return 'finished';
      } catch (error) {
        return error instanceof Error
          ? error.message.split(' ')[0] + (error.name === 'AbortError' ? ' AbortError' : '')
          : String(error);
      } finally {
        device.destroy();
      }
    };
    let epochs = 0;
    const umap = await run(async (device, signal, end) => {
      const input = { graph, start, dims: 2 as const, minDist: 0.1, nEpochs: 5000, seed: 1 };
      for await (const { done } of gpuUmapSteps(device, input, signal)) {
        epochs = done;
        // while the next submit is under way
        if (done < 100) setTimeout(end, 1);
      }
    });
    const neighbours = await run((device, signal, end) =>
      gpuNeighbours(
        device,
        { data, dim, k: 15, metric: 'cosine' },
        { signal, onProgress: () => setTimeout(end) },
      ),
    );
    return { umap, neighbours, epochs };
  },
};

/** Words; words with repetitions and zero rows; one word a hundred times, nearly; points on a grid, most distances equal. */
type RowsKind = 'words' | 'repeated' | 'crowd' | 'grid';

async function rowsOf(
  kind: RowsKind,
  count: number,
): Promise<{ data: Float32Array<ArrayBuffer>; dim: number }> {
  if (kind === 'grid') {
    const random = seededRandom(7);
    return { data: Float32Array.from({ length: count * 3 }, () => Math.floor(random() * 6)), dim: 3 };
  }
  const { data, dim } = await glove(count);
  const copy = (from: number, to: number, factor = 1) => {
    for (let d = 0; d < dim; d++) data[to * dim + d] = data[from * dim + d] * factor;
  };
  if (kind === 'repeated') {
    for (let row = 0; row + 50 < count; row += 100) copy(row, row + 50);
    for (let row = 10; row + 50 < count; row += 100) copy(row, row + 50, 3);
    for (const row of [0, 3, 300, count - 1]) copy(row, row, 0);
  }
  if (kind === 'crowd') {
    // told apart in float64 only
    const random = seededRandom(7);
    for (let at = 200 * dim; at < 300 * dim; at++) {
      data[at] = data[5 * dim + (at % dim)] * (1 + 2 ** -21 * random());
    }
  }
  return { data, dim };
}

let words: Promise<{ all: Float32Array<ArrayBuffer>; dim: number }> | undefined;

async function glove(count: number) {
  words ??= loadWords();
  const { all, dim } = await words;
  return { data: all.slice(0, count * dim), dim };
}

async function loadWords() {
  const card = await loadCard('glove-6b-50d', document.baseURI);
  if (card.kind !== 'static') throw new Error('glove is static');
  const response = await fetch(`models/${card.id}/${card.files.vectors.path}`);
  return { all: decodeVectors(new Uint8Array(await response.arrayBuffer()), card), dim: card.dim };
}

let shared: Promise<GPUDevice> | undefined;

/** One device for all, so that a shader is compiled once. */
function sharedDevice(): Promise<GPUDevice> {
  shared ??= anyDevice();
  return shared;
}

async function anyDevice(): Promise<GPUDevice> {
  const opened = await openGpu({ software: true });
  if (opened.kind === 'none') throw new Error(opened.reason);
  return opened.device;
}

/** A map, and the last frame on the way to it where frames are asked for. */
async function wholeMap(device: GPUDevice, input: UmapInput, frames: boolean) {
  const steps = gpuUmapSteps(device, input);
  let last = new Float32Array(0);
  for (;;) {
    const step = await steps.next();
    if (step.done) return { coordinates: step.value, last };
    if (frames) last = await step.value.snapshot();
  }
}
