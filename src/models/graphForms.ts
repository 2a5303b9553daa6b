import type { ModelForm } from './embeddingModel.ts';
import { withInitialiser, withOutputs } from './graphBytes.ts';
import type { ContextualCard } from './modelCard.ts';

/**
 * The bytes of a model's graph in the form asked for: as they are, with its insides as outputs, or with its position
 * encoding switched off (a learned table all zeros; no turn at all: cosines 1 and sines 0). Throws a RangeError where
 * the card names what the graph has not, or no position where one is to be switched off.
 */
export function graphInForm(
  graph: Uint8Array<ArrayBuffer>,
  { id, graph: names }: Pick<ContextualCard, 'id' | 'graph'>,
  form: ModelForm,
): Uint8Array<ArrayBuffer> {
  if (form === 'inside') return withOutputs(graph, insideOutputs(names));
  if (form === 'plain') return graph;
  const { position } = names;
  if (!position) throw new RangeError(`${id} does not say where its positions are`);
  if (position.kind === 'learned') return withInitialiser(graph, position.table, 0);
  return withInitialiser(withInitialiser(graph, position.cos, 1), position.sin, 0);
}

function insideOutputs({
  attention = [],
  queries = [],
  keys = [],
  residual,
}: ContextualCard['graph']): string[] {
  return [...attention, ...queries, ...keys, ...(residual ? [residual] : [])];
}
