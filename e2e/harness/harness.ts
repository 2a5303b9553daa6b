import { isCached, totalBytes } from '../../src/models/assets.ts';
import { loadModel } from '../../src/models/modelClient.ts';
import { bundledModels, loadCard } from '../../src/models/registry.ts';
import { projectionGpu } from './projectionGpu.ts';
import { projectionThreads } from './projectionThreads.ts';
import { sensesOfWords } from './sensesOfWords.ts';

/** What a test finds on the page as `window.harness`: the page's side of src/models, the senses it leads to, projection on a GPU. */
export const harness = {
  loadModel,
  loadCard,
  bundledModels,
  isCached,
  totalBytes,
  sensesOfWords,
  projectionGpu,
  projectionThreads,
};
export type Harness = typeof harness;

Object.assign(window, { harness });
