import type { ExportDocument, LabExport } from '../../contract/exportDocument.ts';
import { Fault } from '../../contract/fault.ts';
import { encodeNpy } from '../../contract/npy.ts';
import { bestLayer, type LabResult } from '../../pipeline/lab/labResult.ts';
import { similarityOf } from '../../stores/labQuestions.ts';
import { layerPlace, useLab } from '../../stores/labStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { joinPictures } from '../files/joinPictures.ts';
import { saveFile } from '../files/saveFile.ts';
import { occurrenceScene, staticScene } from './sceneHandles.ts';

const shownLayer = ({ vectors }: LabResult) => layerPlace(vectors.layers, useLink.getState().link.layer);

/** What the lab shows, as the contract's document: one point an occurrence, at the layer shown. */
async function labDocument(result: LabResult): Promise<ExportDocument & { readonly result: LabExport }> {
  const { lang, view } = useLink.getState().link;
  const { request, vectors, separations, coordinates, dims, centre, list, quality, projection } = result;
  const at = shownLayer(result);
  const { labels } = separations[at];
  const similarity = await similarityOf(vectors, at);
  const n = vectors.occurrences.length;
  const best = bestLayer(separations);
  return {
    format: 'embedding-explorer@1',
    view,
    lang,
    model: request.model,
    model2: request.model2,
    device: vectors.report.device,
    pooling: request.pooling ?? vectors.model.card.pooling,
    layer: vectors.layers[at],
    centre,
    dim: vectors.dim,
    data: list.data,
    projection,
    quality: quality[at],
    points: vectors.occurrences.map(({ id, word, text, group, sentence, start, end }, row) => ({
      id: request.words.length > 1 ? `${id}/${word + 1}` : id,
      text,
      group,
      cluster: String(labels[row]),
      sentence,
      start,
      end,
      coordinates: [...coordinates[at].subarray(row * dims, (row + 1) * dims)],
    })),
    result: {
      similarity: Array.from({ length: n }, (_, row) => [...similarity.subarray(row * n, (row + 1) * n)]),
      layers: separations.map(({ silhouetteGiven, silhouetteFound, ari }, place) => ({
        layer: vectors.layers[place],
        silhouetteGiven,
        silhouetteFound,
        ari,
      })),
      bestLayer: best === null ? null : vectors.layers[best],
    },
  };
}

function exporting(make: (result: LabResult) => Promise<Blob> | Blob, ending: string): Promise<void> {
  const { result } = useLab.getState();
  if (!result) return Promise.resolve();
  const { words, model } = result.request;
  const name = words
    .join('-')
    .replace(/[\\/:*?"<>|\s]+/g, '_')
    .slice(0, 40);
  return saveFile(() => make(result), `${name}-${model}.${ending}`);
}

export const exportLabJson = (): Promise<void> =>
  exporting(
    async (result) => new Blob([JSON.stringify(await labDocument(result))], { type: 'application/json' }),
    'json',
  );

export const exportLabVectors = (): Promise<void> =>
  exporting((result) => {
    const { data, dim } = result.vectors;
    return new Blob([encodeNpy(data[shownLayer(result)], dim)], { type: 'application/octet-stream' });
  }, 'npy');

/** Both panes side by side, as they are seen. */
export const exportLabImage = (): Promise<void> =>
  exporting(async () => {
    const scenes = [staticScene.current, occurrenceScene.current].filter((scene) => scene !== null);
    if (scenes.length === 0) throw new Fault('no-picture');
    return joinPictures(await Promise.all(scenes.map((scene) => scene.toPng())));
  }, 'png');
