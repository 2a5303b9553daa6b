/** The tables of the projection bench. */
import { formatTable, spreadOf } from './table.mjs';

const PEERS = ['embedding-atlas', 'umap-js'];
const share = (value) => (value === null || value === undefined ? '–' : value.toFixed(4));

/** Head and rows of one table: `equal` or `defaults`. */
export function projectionRows({ cases }, table) {
  const head = [
    'vectors',
    'side',
    'seconds',
    'ours is faster by',
    'neighbours, s',
    'trustworthiness',
    'continuity',
    'recall',
    'epochs',
  ];
  const rows = cases
    .filter((one) => one.table === table)
    .flatMap(({ set, dims, count, dim, sides }) =>
      Object.entries(sides).map(([side, measured], index) => {
        const name = `${set.replace(/-.*/, '')} ${thousands(count)} × ${dim}${dims === 3 ? ', 3D' : ''}`;
        return [
          index === 0 ? name : '',
          side,
          spreadOf(measured.total, 2),
          PEERS.includes(side) ? `${(measured.total.median / sides.ours.total.median).toFixed(1)}×` : '',
          measured.neighbours ? measured.neighbours.median.toFixed(2) : '–',
          share(measured.trustworthiness),
          share(measured.continuity),
          share(measured.recall),
          String(measured.nEpochs),
        ];
      }),
    );
  return { head, rows };
}

export function thousands(count) {
  return count.toLocaleString('en-GB');
}

/** What the issue of this bench asks for, and whether it was met: lines of text. */
export function projectionVerdicts({ cases }) {
  const asked = {
    'minilm-10k': { 'umap-js': 10, 'embedding-atlas': 6 },
    'mixture-60k': { 'umap-js': 10, 'embedding-atlas': 4 },
  };
  return cases
    .filter(({ table, dims }) => table === 'equal' && dims === 2)
    .flatMap(({ set, count, sides, same }) => {
      const best = Math.max(
        ...PEERS.filter((side) => sides[side]).map((side) => sides[side].trustworthiness),
      );
      const { ours } = sides;
      const facts = [
        ...Object.entries(asked[set] ?? {}).map(([side, times]) => {
          const reached = sides[side].total.median / ours.total.median;
          return [`${times}× ${side}`, reached >= times, `${reached.toFixed(1)}×`];
        }),
        [
          'trustworthiness of the better peer less 0.002',
          ours.trustworthiness >= best - 0.002,
          `${share(ours.trustworthiness)} beside ${share(best)}`,
        ],
        ['recall 0.98', ours.recall >= 0.98, share(ours.recall)],
        [
          `the same map in ${same.runs} runs and on ${same.threads.join(', ')} threads`,
          same.identical,
          same.sha256.slice(0, 12),
        ],
      ];
      return facts.map(
        ([what, met, value]) => `${set} (${count}): ${what}: ${met ? 'met' : 'MISSED'}, ${value}`,
      );
    });
}

const NOTES = [
  'seconds: median (least–greatest) from the call in the page, with the vectors as a Float32Array, to the coordinates; of',
  'these, until the first epoch: neighbours. recall: share of the true nearest found, of the 15 (ours) or of the 14 beside',
  'the point itself (others). umap-learn runs outside the browser: its time is no comparison.',
];

export function projectionTable(measured) {
  const equal = projectionRows(measured, 'equal');
  const defaults = projectionRows(measured, 'defaults');
  const parts = [];
  if (equal.rows.length > 0)
    parts.push(
      'UMAP, equal settings: nEpochs 200, nNeighbors 15, minDist 0.1, cosine',
      formatTable(equal.head, equal.rows),
    );
  if (defaults.rows.length > 0)
    parts.push('', 'UMAP, everyone’s own defaults', formatTable(defaults.head, defaults.rows));
  return [...parts, ...NOTES, ...projectionVerdicts(measured)].join('\n');
}
