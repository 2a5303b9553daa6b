/** The parts of `npm run bench` by name: how each is measured, printed, and with what versions. */
import { drawingTable, versions as drawingVersions, measureDrawing } from './drawing.mjs';
import { embeddingTable, versions as embeddingVersions, measureEmbedding } from './embedding.mjs';
import { firstScreenTable, versions as firstScreenVersions, measureFirstScreen } from './firstScreen.mjs';
import { versions as growthVersions, measureGrowth } from './growth.mjs';
import { growthTable } from './growthTable.mjs';
import { labTable, versions as labVersions, measureLab } from './lab.mjs';
import { measureMixedTexts, mixedTextsTable } from './mixedTexts.mjs';
import { measurePage, pageTable, versions as pageVersions } from './pageFreeze.mjs';
import { measureProjection, versions as projectionVersions } from './projection.mjs';
import { projectionTable } from './projectionTable.mjs';
import { measureSearch, searchTable, versions as searchVersions } from './search.mjs';

export const PARTS = {
  umap: { measure: measureProjection, table: projectionTable, versions: projectionVersions },
  page: { measure: measurePage, table: pageTable, versions: pageVersions },
  growth: { measure: measureGrowth, table: growthTable, versions: growthVersions },
  drawing: { measure: measureDrawing, table: drawingTable, versions: drawingVersions },
  search: { measure: measureSearch, table: searchTable, versions: searchVersions },
  embedding: { measure: measureEmbedding, table: embeddingTable, versions: embeddingVersions },
  texts: { measure: measureMixedTexts, table: mixedTextsTable, versions: embeddingVersions },
  'first-screen': { measure: measureFirstScreen, table: firstScreenTable, versions: firstScreenVersions },
  lab: { measure: measureLab, table: labTable, versions: labVersions },
};
