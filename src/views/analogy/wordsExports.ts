import type { ExportDocument, WordsExport } from '../../contract/exportDocument.ts';
import type { Figure } from '../../pipeline/words/figure.ts';
import { placeOf } from '../../pipeline/words/figure.ts';
import type { WordsResult } from '../../pipeline/words/wordsResult.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useWords } from '../../stores/wordsStore.ts';
import { faceFiles } from '../faces/faceExports.ts';

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

/** What the view shows, as files; a face without a figure has none. */
export const wordsFiles = faceFiles(
  () => {
    const { result } = useWords.getState();
    const figure = result?.figure;
    return result && figure ? { ...result, figure } : null;
  },
  ({ space }) => space.card.id,
  wordsDocument,
);
