import type { ClustersExport, ExportDocument, ExportedPoint } from '../../contract/exportDocument.ts';
import { Fault } from '../../contract/fault.ts';
import { encodeNpy } from '../../contract/npy.ts';
import type { FoundClusters } from '../../pipeline/clusters/foundClusters.ts';
import type { MapResult } from '../../pipeline/mapResult.ts';
import { useClusters } from '../../stores/clusterStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { askConsent, useMap } from '../../stores/mapStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { saveFile } from '../files/saveFile.ts';
import { sceneHandle } from './sceneHandle.ts';

/** Clusters, where the map shows some. */
function shownClusters(result: MapResult): FoundClusters | null {
  const { found, items } = useClusters.getState();
  return useLink.getState().link.colour === 'found' && items === result.items ? found : null;
}

function exportedPoint(
  { items, coordinates, dims }: MapResult,
  index: number,
  cluster?: string,
): ExportedPoint {
  const { id, text, group, sentence, start, end } = items[index];
  return {
    id,
    text,
    group,
    cluster,
    sentence,
    start,
    end,
    coordinates: [...coordinates.subarray(index * dims, (index + 1) * dims)],
  };
}

/** What the map shows, as the contract's document. */
function mapDocument(result: MapResult): ExportDocument & { readonly result?: ClustersExport } {
  const { lang, view } = useLink.getState().link;
  const clusters = shownClusters(result);
  return {
    format: 'embedding-explorer@1',
    view,
    lang,
    model: result.model,
    device: result.report.device,
    pooling: result.pooling,
    layer: result.layer,
    centre: result.centre,
    dim: result.dim,
    data: result.data,
    projection: result.projection,
    quality: result.quality,
    points: result.items.map((_, index) =>
      exportedPoint(result, index, clusters ? String(clusters.labels[index]) : undefined),
    ),
    result: clusters ? { ...clusters, labels: [...clusters.labels] } : undefined,
  };
}

/** Runs an export of the finished map. */
async function exporting(make: (result: MapResult) => Promise<Blob> | Blob, ending: string): Promise<void> {
  const { result } = useMap.getState();
  if (result) await saveFile(() => make(result), `${result.data}-${result.model}.${ending}`);
}

export const exportJson = (): Promise<void> =>
  exporting(
    (result) => new Blob([JSON.stringify(mapDocument(result))], { type: 'application/json' }),
    'json',
  );

export const exportVectors = (): Promise<void> =>
  exporting(async (result) => {
    const { data, dim } = await result.vectors({
      signal: new AbortController().signal,
      onActivity: useStatus.getState().setActivity,
      consent: askConsent,
    });
    return new Blob([encodeNpy(data, dim)], { type: 'application/octet-stream' });
  }, 'npy');

export const exportImage = (): Promise<void> =>
  exporting(() => {
    if (!sceneHandle.current) throw new Fault('no-picture');
    return sceneHandle.current.toPng();
  }, 'png');
