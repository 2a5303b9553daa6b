import type { ExportDocument } from '../../contract/exportDocument.ts';
import { Fault } from '../../contract/fault.ts';
import { encodeNpy } from '../../contract/npy.ts';
import type { Layer } from '../../contract/options.ts';
import { placeOfLayer } from '../../pipeline/llm/inside/placeOfLayer.ts';
import type { LlmAnswer, LlmResult } from '../../pipeline/llm/llmResult.ts';
import { placeOf } from '../../pipeline/words/figure.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useLlm } from '../../stores/llm/llmStore.ts';
import type { PrefixesId } from '../../text/prefixes.ts';
import { NO_MAP } from '../faces/noMap.ts';
import { figureScene } from '../figure/figureScene.ts';
import { saveFile } from '../files/saveFile.ts';

/** What the view shows, as the contract's document: the points of its map, and all numbers of its face as the result. */
function llmDocument(result: LlmResult): ExportDocument & { readonly result: unknown } {
  const { request, card, report, figure, answer } = result;
  const { lang, view } = useLink.getState().link;
  const { vectors, points } = figure ?? { vectors: new Float32Array(0), points: [] };
  return {
    format: 'embedding-explorer@1',
    view,
    lang,
    model: card?.id ?? request.model,
    ...(answer.face === 'future' && { model2: answer.sentence.model }),
    device: report?.device ?? 'none',
    pooling: request.pooling ?? card?.pooling ?? 'mean',
    layer: layerShown(result),
    centre: 'none',
    dim: points.length > 0 ? vectors.length / points.length : 0,
    data: dataOf(answer),
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

/** The layer whose states the vectors are. */
function layerShown({ request, card, answer }: LlmResult): Layer | null {
  switch (answer.face) {
    case 'next':
      return card?.layers ?? null;
    case 'inside':
      return answer.layers[placeOfLayer(answer.layers, request.layer)];
    case 'future':
      return answer.layer;
  }
}

function dataOf(answer: LlmAnswer): string {
  if (answer.face !== 'future') return 'own';
  const bundled: PrefixesId = 'prefixes-en';
  return answer.beginnings.length > answer.bundled ? `${bundled}+own` : bundled;
}

function exporting(make: (result: LlmResult) => Promise<Blob> | Blob, ending: string): Promise<void> {
  const { result } = useLlm.getState();
  if (!result) return Promise.resolve();
  return saveFile(() => make(result), `${result.answer.face}-${result.request.model}.${ending}`);
}

export const exportLlmJson = (): Promise<void> =>
  exporting(
    (result) => new Blob([JSON.stringify(llmDocument(result), numbersAsLists)], { type: 'application/json' }),
    'json',
  );

export const exportLlmVectors = (): Promise<void> =>
  exporting(({ figure }) => {
    if (!figure) throw new Fault('no-picture');
    return new Blob([encodeNpy(figure.vectors, figure.vectors.length / Math.max(1, figure.points.length))], {
      type: 'application/octet-stream',
    });
  }, 'npy');

export const exportLlmImage = (): Promise<void> =>
  exporting(() => {
    if (!figureScene.current) throw new Fault('no-picture');
    return figureScene.current.toPng();
  }, 'png');

/** Typed arrays would become objects with one key a number. */
function numbersAsLists(_key: string, value: unknown): unknown {
  return value instanceof Float32Array || value instanceof Int32Array ? Array.from(value) : value;
}
