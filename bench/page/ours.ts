import { describeAdapter, findAdapter, isSoftwareAdapter } from '../../src/models/device.ts';
import { loadModel } from '../../src/models/modelClient.ts';
import { offerBench } from './embeddingBench.ts';

declare global {
  /** The name of a real GPU, or null where there is none or only a software adapter. */
  var realGpu: () => Promise<string | null>;
}

globalThis.realGpu = async () => {
  const found = describeAdapter(navigator.gpu, await findAdapter(navigator.gpu));
  if (found.kind !== 'adapter' || isSoftwareAdapter(found.facts)) return null;
  const { vendor, architecture, device, description } = found.facts;
  return [vendor, architecture, device, description].filter(Boolean).join(' ');
};

if (location.search) {
  offerBench(async (id, device) => {
    const model = await loadModel(id, { device, base: new URL('/', location.href).href });
    const { device: actual, threads, reason } = model.report;
    if (actual !== device) throw new Error(`asked for ${device}, got ${actual}: ${reason}`);
    return {
      dim: model.card.dim,
      device: actual,
      threads,
      embed: async (texts) => (await model.embedTexts(texts)).data,
    };
  });
}
