import type { Layer } from '../../contract/options.ts';
import { placeOfLayer } from '../../pipeline/llm/inside/placeOfLayer.ts';
import type { LlmAnswer, LlmResult } from '../../pipeline/llm/llmResult.ts';
import { useLlm } from '../../stores/llm/llmStore.ts';
import type { PrefixesId } from '../../text/prefixes.ts';
import { faceDocument, faceFiles } from '../faces/faceExports.ts';

/** What the view shows, as files. */
export const llmFiles = faceFiles(
  () => useLlm.getState().result,
  ({ request }) => request.model,
  (result) =>
    faceDocument(result, {
      layer: layerShown(result),
      data: dataOf(result.answer),
      ...(result.answer.face === 'future' && { model2: result.answer.sentence.model }),
    }),
);

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
