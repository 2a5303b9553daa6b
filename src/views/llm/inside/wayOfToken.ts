import type { TokenMap } from '../../../pipeline/llm/inside/insideAnswer.ts';
import type { FigureArrow } from '../../../pipeline/words/figure.ts';

/** The way of token `at` of n through the picture: a line from each of `layers` layers to the next. */
export function wayOfToken({ places, dims }: TokenMap, layers: number, n: number, at: number): FigureArrow[] {
  const placeAt = (layer: number) => {
    const from = (layer * n + at) * dims;
    return [...places.subarray(from, from + dims)];
  };
  return Array.from({ length: layers - 1 }, (_, layer) => ({
    from: placeAt(layer),
    to: placeAt(layer + 1),
    kind: 'offset',
  }));
}
