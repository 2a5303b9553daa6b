import type { Layer } from '../../../contract/options.ts';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';

/** Lights a token up in the rows and in the map; null puts it out. */
export function lightToken(token: number | null): void {
  const { point, hover } = useLlm.getState();
  point(token);
  hover(token);
}

/** Chooses a token to follow; the one that is chosen is let go of. */
export function chooseToken(token: number | null): void {
  const { link, change } = useLink.getState();
  change({ at: token === link.at ? null : token });
  if (token !== null && token !== link.at) tickSteps({ layer: link.layer !== null, attention: false });
}

/** Shows another layer, and follows a token where one is given. */
export function showLayer({ layers }: Pick<InsideAnswer, 'layers'>, place: number, token?: number): void {
  const { link, change } = useLink.getState();
  const layer: Layer | null = place === layers.length - 1 ? null : layers[place];
  const at = token ?? link.at;
  change({ layer, at });
  if (at !== null) tickSteps({ layer: true, attention: place > 1 });
}

/** Shows another head's attention. */
export function showHead(head: number | 'rollout' | null): void {
  const { link, change } = useLink.getState();
  change({ head });
  if (link.at !== null) tickSteps({ layer: false, attention: true });
}

/** Steps of the guided path: a token chosen and the layer moved; attention changed with a token chosen. */
function tickSteps({ layer, attention }: { readonly layer: boolean; readonly attention: boolean }): void {
  const { tick } = useLlm.getState();
  if (layer) tick('layers');
  if (attention) tick('attention');
}
