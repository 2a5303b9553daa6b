/**
 * What each stage of a map must do at least, by formula, and what share of this machine's limits it reached. Numbers of a
 * float operation are counted in the kernels of tools/kernels/assembly.
 */

/** Up to so many points every pair is compared (src/projection); beyond, how many depends on the data. */
const EXACT_UP_TO = 20_000;
/** Above so many points quality is measured on so many rows. */
const QUALITY = { above: 20_000, rows: 2_000 };
/** Rows whose axes a start takes (src/projection/project.ts): all, unless they are twice this or more. */
const startRows = (count, dim) => {
  const part = Math.max(2_000, Math.floor(4e8 / dim ** 2));
  return count < 2 * part ? count : part;
};
/** In two dimensions: one pull, and five pushes by random points (optimise.ts). */
const FLOPS_A_FIRING = 45 + 5 * 44;
/** Places of 16 bytes that such a firing reads: its other end and five random points. */
const READS_A_FIRING = 6;
const PLACE_BYTES = 16;
/** A usual second-level cache. */
const SECOND_CACHE = 2 ** 20;

const padded = (dim) => Math.ceil(dim / 8) * 8;

/** `{what, amount, limit}` of a stage: so many of what, bound by which of the machine's limits; null where no formula holds. */
export function stageWork(stage, { count, dim, dims, firings }) {
  const pairs = (count * (count - 1)) / 2;
  switch (stage) {
    case 'pca':
      return {
        what: 'the covariance of the rows taken, rows · dim² / 2 multiply-adds, and n · dim · dims to place all',
        amount: startRows(count, dim) * dim * dim + 2 * count * dim * dims,
        limit: 'flops',
      };
    case 'neighbours':
      if (count > EXACT_UP_TO) return null;
      return {
        what: 'all pairs, n² / 2 · dim int16 multiply-adds',
        amount: pairs * padded(dim),
        limit: 'macs',
      };
    case 'umap':
      return {
        what: `${(firings / 1e6).toPrecision(3)} M firings, ${FLOPS_A_FIRING} operations each`,
        amount: firings * FLOPS_A_FIRING,
        limit: 'flops',
        // fewer places than this stay in the nearest caches, whatever the order of reads
        ...(count * PLACE_BYTES > SECOND_CACHE && { reads: firings * READS_A_FIRING }),
      };
    case 'quality': {
      const rows = count > QUALITY.above ? QUALITY.rows : count;
      return {
        what: 'distances of the rows looked at, rows · n · dim',
        amount: rows * count * padded(dim),
        limit: 'macs',
      };
    }
    default:
      return null;
  }
}
