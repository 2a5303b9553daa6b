import { pause } from '../../models/pause.ts';
import { serve, Transfer } from '../../workers/rpc.ts';
import type { LabMethods } from './labMeasures.ts';
import { measuredQuality, qualityOf, separateLayer, similarityMatrix } from './separation.ts';

serve<LabMethods>(self as DedicatedWorkerGlobalScope, {
  async separate({ layers, ...question }, { signal, progress }) {
    const separations = [];
    for (const [index, data] of layers.entries()) {
      progress({ done: index, total: layers.length });
      await pause();
      signal.throwIfAborted();
      separations.push(separateLayer(data, question));
    }
    return separations;
  },
  async quality(questions, { signal }) {
    const qualities = [];
    for (const question of questions) {
      await pause();
      signal.throwIfAborted();
      qualities.push(qualityOf(question));
    }
    return qualities;
  },
  kept(question) {
    const measured = measuredQuality(question);
    return new Transfer(measured, [measured.preservation.buffer]);
  },
  similarity({ data, dim }) {
    const matrix = similarityMatrix(data, dim);
    return new Transfer(matrix, [matrix.buffer]);
  },
});
