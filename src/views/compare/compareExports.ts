import type { CompareExport, ExportDocument } from '../../contract/exportDocument.ts';
import { Fault } from '../../contract/fault.ts';
import { encodeNpy } from '../../contract/npy.ts';
import type { ComparedSide, ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { joinPictures } from '../files/joinPictures.ts';
import { saveFile } from '../files/saveFile.ts';
import { chanceOverlap, meanOf, nearestOn } from './changedItems.ts';
import { leftScene, rightScene } from './compareScenes.ts';

/** What an export says of one side. */
function sideFields({ model, report, pooling, layer, centre, dim, projection, quality }: ComparedSide) {
  return { model, device: report.device, pooling, layer, centre, dim, projection, quality };
}

/** What the view shows, as the contract's document: one point an item, at both its places. */
function compareDocument(result: ComparisonResult): ExportDocument & { readonly result: CompareExport } {
  const { items, left, right, dims, data } = result;
  const { lang, view } = useLink.getState().link;
  const placeIn = ({ coordinates }: ComparedSide, row: number) => [
    ...coordinates.subarray(row * dims, (row + 1) * dims),
  ];
  return {
    format: 'embedding-explorer@1',
    view,
    lang,
    ...sideFields(left),
    model2: right.model,
    data,
    points: items.map(({ id, text, group, sentence, start, end }, row) => ({
      id,
      text,
      group,
      sentence,
      start,
      end,
      coordinates: placeIn(left, row),
      coordinates2: placeIn(right, row),
    })),
    result: comparisonOf(result),
  };
}

function comparisonOf(result: ComparisonResult): CompareExport {
  const { request, items, left, right, k, overlap, moved, neighbourOverlap, cka, correlation } = result;
  const { picked } = useComparison.getState();
  const nearest = (side: ComparedSide, of: number) =>
    nearestOn(side, of, k).map(({ row, score }) => ({ id: items[row].id, text: items[row].text, score }));
  return {
    k,
    neighbourOverlap,
    chanceOverlap: chanceOverlap(items.length, k),
    cka,
    correlation,
    moved: meanOf(moved),
    align: request.align,
    right: sideFields(right),
    items: items.map(({ id }, row) => ({ id, overlap: overlap[row] ?? null, moved: moved[row] })),
    histograms: { from: -1, to: 1, left: left.histogram, right: right.histogram },
    suggestions: result.suggestions.map(({ kind, group, shares, rows }) => ({
      kind,
      group,
      shares,
      ids: rows.map((row) => items[row].id),
    })),
    picked:
      picked === null
        ? null
        : { id: items[picked].id, left: nearest(left, picked), right: nearest(right, picked) },
  };
}

function exporting(make: (result: ComparisonResult) => Promise<Blob> | Blob, ending: string): Promise<void> {
  const { result } = useComparison.getState();
  if (!result) return Promise.resolve();
  return saveFile(() => make(result), `${result.data}-${result.left.model}-${result.right.model}.${ending}`);
}

export const exportCompareJson = (): Promise<void> =>
  exporting(
    (result) => new Blob([JSON.stringify(compareDocument(result))], { type: 'application/json' }),
    'json',
  );

export const exportCompareVectors = (): Promise<void> =>
  exporting(
    ({ left }) => new Blob([encodeNpy(left.vectors, left.dim)], { type: 'application/octet-stream' }),
    'npy',
  );

/** Both maps side by side as they are seen, or the one that morphs. */
export const exportCompareImage = (): Promise<void> =>
  exporting(async () => {
    const scenes = [leftScene.current, rightScene.current].filter((scene) => scene !== null);
    if (scenes.length === 0) throw new Fault('no-picture');
    return joinPictures(await Promise.all(scenes.map((scene) => scene.toPng())));
  }, 'png');
