import type { ExportDocument } from '../../contract/exportDocument.ts';
import { Fault } from '../../contract/fault.ts';
import { encodeNpy } from '../../contract/npy.ts';
import type { OrderResult } from '../../pipeline/order/orderResult.ts';
import { placeOf } from '../../pipeline/words/figure.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useOrder } from '../../stores/order/orderStore.ts';
import { NO_MAP } from '../faces/noMap.ts';
import { figureScene } from '../figure/figureScene.ts';
import { saveFile } from '../files/saveFile.ts';

/** What the view shows, as the contract's document: the points of its map, and all numbers of its face as the result. */
function orderDocument({ request, card, report, figure, answer }: OrderResult): ExportDocument & {
  readonly result: unknown;
} {
  const { lang, view } = useLink.getState().link;
  const { vectors, points } = figure ?? { vectors: new Float32Array(0), points: [] };
  return {
    format: 'embedding-explorer@1',
    view,
    lang,
    model: card?.id ?? request.model,
    device: report?.device ?? 'none',
    pooling: request.pooling ?? card?.pooling ?? 'mean',
    layer: request.layer,
    centre: 'none',
    dim: points.length > 0 ? vectors.length / points.length : 0,
    data: request.asked.face === 'sentences' ? request.asked.data : 'own',
    projection: figure?.projection ?? NO_MAP.projection,
    quality: figure?.quality ?? NO_MAP.quality,
    points: points.map(({ id, text, group }, index) => ({
      id,
      text,
      group,
      coordinates: figure ? placeOf(figure, index) : [],
    })),
    result: answer,
  };
}

function exporting(make: (result: OrderResult) => Promise<Blob> | Blob, ending: string): Promise<void> {
  const { result } = useOrder.getState();
  if (!result) return Promise.resolve();
  return saveFile(() => make(result), `${result.answer.face}-${result.request.model}.${ending}`);
}

export const exportOrderJson = (): Promise<void> =>
  exporting(
    (result) =>
      new Blob([JSON.stringify(orderDocument(result), numbersAsLists)], { type: 'application/json' }),
    'json',
  );

export const exportOrderVectors = (): Promise<void> =>
  exporting(({ figure }) => {
    if (!figure) throw new Fault('no-picture');
    return new Blob([encodeNpy(figure.vectors, figure.vectors.length / Math.max(1, figure.points.length))], {
      type: 'application/octet-stream',
    });
  }, 'npy');

export const exportOrderImage = (): Promise<void> =>
  exporting(() => {
    if (!figureScene.current) throw new Fault('no-picture');
    return figureScene.current.toPng();
  }, 'png');

/** Typed arrays would become objects with one key a number. */
function numbersAsLists(_key: string, value: unknown): unknown {
  return value instanceof Float32Array || value instanceof Int32Array ? Array.from(value) : value;
}
