import { isCached, totalBytes } from '../../src/models/assets.ts';
import { loadModel } from '../../src/models/modelClient.ts';
import { bundledModels, loadCard } from '../../src/models/registry.ts';

/** What a test finds on the page as `window.harness`: the page's side of src/models, nothing more. */
export const harness = { loadModel, loadCard, bundledModels, isCached, totalBytes };
export type Harness = typeof harness;

Object.assign(window, { harness });
