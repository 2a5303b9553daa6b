import type { ExportDocument } from '../../contract/exportDocument.ts';
import { Fault } from '../../contract/fault.ts';
import { encodeNpy } from '../../contract/npy.ts';
import type { Pooling } from '../../contract/options.ts';
import type { ViewResult } from '../../pipeline/faceResult.ts';
import { type Figure, placeOf } from '../../pipeline/words/figure.ts';
import { useLink } from '../../stores/linkStore.ts';
import { figureScene } from '../figure/figureScene.ts';
import { saveFile } from '../files/saveFile.ts';
import { NO_MAP } from './noMap.ts';

/** What is shown, as files; each does nothing while there is nothing to save. */
export interface FaceFiles {
  readonly json: () => Promise<void>;
  readonly vectors: () => Promise<void>;
  readonly image: () => Promise<void>;
}

interface Shown {
  readonly figure: Figure | null;
  readonly answer: { readonly face: string };
}

/** The files of a view with faces: its document, the vectors of its figure, and the picture. */
export function faceFiles<R extends Shown>(
  current: () => R | null,
  modelOf: (result: R) => string,
  documentOf: (result: R) => unknown,
): FaceFiles {
  const save = (make: (result: R) => Promise<Blob> | Blob, ending: string): Promise<void> => {
    const result = current();
    if (!result) return Promise.resolve();
    return saveFile(() => make(result), `${result.answer.face}-${modelOf(result)}.${ending}`);
  };
  return {
    json: () =>
      save(
        (result) =>
          new Blob([JSON.stringify(documentOf(result), numbersAsLists)], { type: 'application/json' }),
        'json',
      ),
    vectors: () =>
      save(({ figure }) => {
        if (!figure) throw new Fault('no-picture');
        const npy = encodeNpy(figure.vectors, figure.vectors.length / Math.max(1, figure.points.length));
        return new Blob([npy], { type: 'application/octet-stream' });
      }, 'npy'),
    image: () =>
      save(() => {
        if (!figureScene.current) throw new Fault('no-picture');
        return figureScene.current.toPng();
      }, 'png'),
  };
}

interface Request {
  readonly model: string;
  readonly pooling: Pooling | null;
}

/**
 * What a view shows, as the contract's document: the points of its map, and all numbers of its face as the result.
 * `own` is what only the view knows: the layer of the vectors, and what the data are called.
 */
export function faceDocument<A>(
  { request, card, report, figure, answer }: ViewResult<Request, A>,
  own: Pick<ExportDocument, 'layer' | 'data' | 'model2'>,
): ExportDocument & { readonly result: A } {
  const { lang, view } = useLink.getState().link;
  const { vectors, points } = figure ?? { vectors: new Float32Array(0), points: [] };
  return {
    format: 'embedding-explorer@1',
    view,
    lang,
    model: card?.id ?? request.model,
    device: report?.device ?? 'none',
    pooling: request.pooling ?? card?.pooling ?? 'mean',
    centre: 'none',
    dim: points.length > 0 ? vectors.length / points.length : 0,
    ...own,
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

/** Typed arrays would become objects with one key a number. */
function numbersAsLists(_key: string, value: unknown): unknown {
  return value instanceof Float32Array || value instanceof Int32Array ? Array.from(value) : value;
}
