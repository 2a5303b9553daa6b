import { startProjection } from '../../src/projection/client.ts';
import type { ProjectionInput } from '../../src/projection/projection.ts';
import { sampleRows, seededRandom } from '../../src/vectors/random.ts';
import { type Client, connect } from '../../src/workers/rpc.ts';
import type { FitInput, MadeMap, PeerFits } from './mapFit.ts';
import { qualityScore } from './mapQuality.ts';
import type { QualityMethods } from './mapQualityWorker.ts';
import type { StageMethods, StageTimes } from './stagesWorker.ts';

/** Who can make a map in this page; `umap-learn` hands in what it made elsewhere. */
type Side = 'ours' | keyof PeerFits;
type AnySide = Side | 'umap-learn';

type Settings = Omit<FitInput, 'data' | 'dim'> & {
  /** Ours only: what lays the points out, and on how many threads. */
  readonly engine?: ProjectionInput['engine'];
  readonly threads?: number;
};

/** A map that was made: milliseconds from the call in the page, and a sum of its coordinates' bytes. */
interface Fit {
  readonly totalMs: number;
  /** Until the first epoch could begin, as the worker (a peer) or the first frame after it (ours) says. */
  readonly neighboursMs: number;
  readonly nEpochs: number;
  readonly sha256: string;
  /** Ours only: with its quality measured, and what the app says of its own map. */
  readonly withQualityMs?: number;
  readonly engine?: string;
  readonly recall?: number | null;
}

interface Judged {
  readonly trustworthiness: number;
  readonly continuity: number;
  /** Share of the true nearest that were found, of as many as the side looks for; null where it does not tell them. */
  readonly recall: number | null;
}

declare global {
  var projectionBench: {
    /** Fetches n × dim float32 numbers, which all later calls are about. Gives n. */
    load(address: string, dim: number): Promise<number>;
    /** Makes each side's worker and lets it lay out a few points. */
    warm(sides: readonly Side[], settings: Settings): Promise<void>;
    fit(side: Side, settings: Settings): Promise<Fit>;
    /** What each stage of our map costs, in a worker that is kept. */
    stages(settings: Settings): Promise<StageTimes>;
    /** Takes a map, and neighbours with the point itself first (or an empty file), that were made elsewhere. */
    adopt(side: 'umap-learn', map: string, neighbours: string, dims: number): Promise<void>;
    /** Judges the last map of each side, on `rowCount` seeded rows (all if there are no more). */
    judge(rowCount: number, k: number): Promise<Partial<Record<AnySide, Judged>>>;
  };
}

interface LastMap {
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly dims: number;
  readonly neighbours: Int32Array<ArrayBuffer> | null;
}

/** What the app asks for where nothing was chosen. */
const APP_DEFAULTS = { nNeighbors: 15, minDist: 0.1, metric: 'cosine' } as const;
/** Enough for every side to compile its code. */
const WARM_ROWS = 300;

let data = new Float32Array(0);
let dim = 1;
let peers: Client<PeerFits> | null = null;
let stageWorker: Client<StageMethods> | null = null;
const last = new Map<AnySide, LastMap>();

async function fetched(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

async function sumOf(coordinates: Float32Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', coordinates));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fitOurs(rows: Float32Array<ArrayBuffer>, settings: Settings): Promise<Fit> {
  const asked = { ...APP_DEFAULTS, ...settings, data: rows, dim, method: 'umap' } as const;
  const reached: Partial<Record<string, number>> = {};
  const start = performance.now();
  const running = startProjection(asked, {
    onFrame: (_, { stage }) => {
      reached[stage] ??= performance.now() - start;
    },
  });
  const result = await running.result;
  const withQualityMs = performance.now() - start;
  // its first message brings the map as it stays
  const totalMs = reached.quality;
  if (totalMs === undefined) throw new Error(`stages seen: ${Object.keys(reached)}`);
  const { coordinates, dims, neighbours, settings: used, engine, recall } = result;
  last.set('ours', { coordinates, dims, neighbours: neighbours.indices });
  return {
    totalMs,
    // frames are 33 ms apart: a few epochs may be over before one is seen
    neighboursMs: reached.umap ?? totalMs,
    nEpochs: used.nEpochs,
    sha256: await sumOf(coordinates),
    withQualityMs,
    engine,
    recall,
  };
}

async function fitPeer(side: keyof PeerFits, rows: Float32Array<ArrayBuffer>, settings: Settings) {
  const { engine: _, threads: __, ...asked } = settings;
  peers ??= connect<PeerFits>(
    new Worker(new URL('./umapPeersWorker.ts', import.meta.url), { type: 'module' }),
  );
  const start = performance.now();
  const made: MadeMap = await peers.call(side, { ...asked, data: rows, dim });
  const totalMs = performance.now() - start;
  const { coordinates, neighbours, nEpochs, neighboursMs } = made;
  last.set(side, { coordinates, dims: asked.dims, neighbours });
  return { totalMs, neighboursMs, nEpochs, sha256: await sumOf(coordinates) };
}

const layOut = (side: Side, rows: Float32Array<ArrayBuffer>, settings: Settings): Promise<Fit> =>
  side === 'ours' ? fitOurs(rows, settings) : fitPeer(side, rows, settings);

globalThis.projectionBench = {
  async load(address, width) {
    data = new Float32Array(await fetched(address));
    dim = width;
    return data.length / dim;
  },

  async warm(sides, settings) {
    const few = data.slice(0, WARM_ROWS * dim);
    for (const side of sides) await layOut(side, few, { ...settings, nEpochs: 20 });
    last.clear();
  },

  fit: (side, settings) => layOut(side, data, settings),

  stages(settings) {
    stageWorker ??= connect<StageMethods>(
      new Worker(new URL('./stagesWorker.ts', import.meta.url), { type: 'module' }),
    );
    return stageWorker.call('time', { ...APP_DEFAULTS, ...settings, data, dim, method: 'umap' });
  },

  async adopt(side, map, neighbours, dims) {
    const lists = new Int32Array(await fetched(neighbours));
    last.set(side, {
      coordinates: new Float32Array(await fetched(map)),
      dims,
      neighbours: lists.length > 0 ? lists : null,
    });
  },

  async judge(rowCount, k) {
    const n = data.length / dim;
    const rows =
      n > rowCount ? sampleRows(n, rowCount, seededRandom(1)) : Int32Array.from({ length: n }, (_, i) => i);
    const sides = [...last.keys()];
    const task = { data, dim, rows, k, maps: [...last.values()] };
    const shares = Math.min(navigator.hardwareConcurrency, 8);
    const parts = await Promise.all(
      Array.from({ length: shares }, async (_, share) => {
        const worker = new Worker(new URL('./mapQualityWorker.ts', import.meta.url), { type: 'module' });
        const client = connect<QualityMethods>(worker);
        try {
          const cut = (at: number) => Math.round((rows.length * at) / shares);
          return await client.call('judge', { ...task, from: cut(share), to: cut(share + 1) });
        } finally {
          client.dispose();
        }
      }),
    );
    return Object.fromEntries(
      sides.map((side, which) => {
        const sum = (key: keyof (typeof parts)[0]) => parts.reduce((all, part) => all + part[key][which], 0);
        const asked = sum('asked');
        return [
          side,
          {
            trustworthiness: qualityScore(sum('strangers'), rows.length, n, k),
            continuity: qualityScore(sum('lost'), rows.length, n, k),
            recall: asked > 0 ? sum('found') / asked : null,
          },
        ];
      }),
    );
  },
};
