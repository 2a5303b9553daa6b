/** The tables of the growth of cost: each stage's time by the number of points, and how near it comes to the machine's limits. */
import { thousands } from './projectionTable.mjs';
import { stageWork } from './stageWork.mjs';
import { formatTable } from './table.mjs';

const STAGES = {
  pca: 'PCA',
  neighbours: 'neighbours',
  graph: 'graph',
  umap: 'optimisation',
  quality: 'quality',
};
const LIMITS = { flops: 'float32', macs: 'int16', randomReads: 'random reads' };
const seconds = ({ median }) => (median >= 10 ? median.toFixed(1) : median.toFixed(3));

/** Seconds until the map is there; its quality is measured after that. */
function untilMap(stages) {
  const { quality: _, ...before } = stages;
  return seconds({ median: Object.values(before).reduce((sum, { median }) => sum + median, 0) });
}

/** Names of a size's stages, the known ones first. */
function stagesOf(sizes) {
  const seen = new Set(sizes.flatMap(({ stages }) => Object.keys(stages ?? {})));
  return [
    ...Object.keys(STAGES).filter((stage) => seen.has(stage)),
    ...[...seen].filter((stage) => !(stage in STAGES)),
  ];
}

export const stageName = (stage) => STAGES[stage] ?? stage;

/** Seconds of each stage at each size. */
export function growthRows({ sizes }) {
  const stages = stagesOf(sizes);
  const head = [
    'points',
    ...stages.map((stage) => `${stageName(stage)}, s`),
    'map, s',
    'recall',
    'memory, MB',
  ];
  const rows = sizes.map(({ count, failed, stages: times, recall, mostHeld }) => [
    thousands(count),
    ...(failed
      ? [failed, ...stages.slice(1).map(() => ''), '', '', '']
      : [
          ...stages.map((stage) => (times[stage] ? seconds(times[stage]) : '–')),
          untilMap(times),
          recall === null ? '–' : recall.toFixed(4),
          mostHeld === null ? '–' : thousands(Math.round(mostHeld / 1e6)),
        ]),
  ]);
  return { head, rows };
}

/** What the machine can do at best, on one thread and on all. */
export function limitRows({ limits }) {
  const { one, all, threads } = limits;
  const giga = (value) => (value / 1e9).toFixed(1);
  return {
    head: ['at best', 'unit', '1 thread', `${threads} threads`],
    rows: [
      ['float32 multiplications and additions, SIMD', 'GFLOP/s', giga(one.flops), giga(all.flops)],
      ['int16 multiply-adds, SIMD', 'G/s', giga(one.macs), giga(all.macs)],
      ['reading memory in order', 'GB/s', giga(one.bytes), giga(all.bytes)],
      [
        'reading 8 bytes at random places',
        'M/s',
        (one.randomReads / 1e6).toFixed(0),
        (all.randomReads / 1e6).toFixed(0),
      ],
    ],
  };
}

/** For each stage and size with a formula: what must be done, the rate reached, and its share of the limit of all threads. */
export function nearnessRows({ sizes, limits, settings }) {
  const head = ['stage', 'points', 'counted', 'reached', 'limit', 'share'];
  const measured = sizes.filter(({ failed }) => !failed);
  const rows = stagesOf(measured).flatMap((stage) =>
    measured.flatMap(({ count, dim, stages, firings }) => {
      const work = stages[stage] && stageWork(stage, { count, dim, firings, ...settings });
      if (!work) return [];
      const row = (what, amount, key) => {
        const [rate, limit] = [amount / stages[stage].median, limits.all[key]];
        return [
          stageName(stage),
          thousands(count),
          what,
          `${(rate / 1e9).toFixed(2)} G/s`,
          `${(limit / 1e9).toFixed(2)} G/s ${LIMITS[key]}`,
          `${((100 * rate) / limit).toFixed(1)}%`,
        ];
      };
      const reads = work.reads && [row('the same firings, six places read each', work.reads, 'randomReads')];
      return [row(work.what, work.amount, work.limit), ...(reads ?? [])];
    }),
  );
  return { head, rows };
}

export function growthTable(measured) {
  return [growthRows, limitRows, nearnessRows]
    .map((make) => make(measured))
    .map(({ head, rows }) => formatTable(head, rows))
    .join('\n\n');
}
