import type { ExportDocument } from '../../contract/exportDocument.ts';

/** What an export says of its map where a face draws none: the contract's fields, with no points. */
export const NO_MAP: Pick<ExportDocument, 'projection' | 'quality'> = {
  projection: {
    method: 'pca',
    engine: 'none',
    metric: 'cosine',
    nNeighbors: 0,
    minDist: 0,
    nEpochs: 0,
    seed: 0,
  },
  quality: { k: 0, trustworthiness: null, continuity: null },
};
