import type { ExportDocument, WordsExport } from '../../contract/exportDocument.ts';
import { Fault } from '../../contract/fault.ts';
import { encodeNpy } from '../../contract/npy.ts';
import type { Figure } from '../../pipeline/words/figure.ts';
import { placeOf } from '../../pipeline/words/figure.ts';
import type { WordsResult } from '../../pipeline/words/wordsResult.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useWords } from '../../stores/wordsStore.ts';
import { figureScene } from '../figure/figureScene.ts';
import { saveFile } from '../files/saveFile.ts';

type Finished = WordsResult & { readonly figure: Figure };

/** What the view shows, as the contract's document: one point a word of the figure. */
function wordsDocument({ request, space, figure, answer }: Finished): ExportDocument & {
  readonly result: WordsExport;
} {
  const { lang, view } = useLink.getState().link;
  return {
    format: 'embedding-explorer@1',
    view,
    lang,
    model: space.card.id,
    device: space.report.device,
    pooling: space.pooling,
    layer: space.layer,
    centre: 'none',
    dim: dimOf(figure),
    data: request.space.data,
    projection: figure.projection,
    quality: figure.quality,
    points: figure.points.map(({ id, text, group }, index) => ({
      id,
      text,
      group,
      coordinates: placeOf(figure, index),
    })),
    result: {
      ...{ candidates: [] },
      ...answer,
      words: { kind: space.kind, count: space.size, languages: space.languages },
    },
  };
}

/** Numbers in a vector: the model's, but of one-hot vectors as many as there are words. */
function dimOf({ vectors, points }: Figure): number {
  return vectors.length / points.length;
}

function exporting(make: (result: Finished) => Promise<Blob> | Blob, ending: string): Promise<void> {
  const { result } = useWords.getState();
  const figure = result?.figure;
  if (!result || !figure) return Promise.resolve();
  const name = `${result.answer.face}-${result.space.card.id}.${ending}`;
  return saveFile(() => make({ ...result, figure }), name);
}

export const exportWordsJson = (): Promise<void> =>
  exporting(
    (result) => new Blob([JSON.stringify(wordsDocument(result))], { type: 'application/json' }),
    'json',
  );

export const exportWordsVectors = (): Promise<void> =>
  exporting(
    ({ figure }) =>
      new Blob([encodeNpy(figure.vectors, dimOf(figure))], { type: 'application/octet-stream' }),
    'npy',
  );

export const exportWordsImage = (): Promise<void> =>
  exporting(() => {
    if (!figureScene.current) throw new Fault('no-picture');
    return figureScene.current.toPng();
  }, 'png');
