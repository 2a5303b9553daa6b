import type { ModelForm } from './embeddingModel.ts';
import type { GraphName } from './encoder.ts';
import type { FileShelf } from './fileShelf.ts';
import { externalFiles } from './graphBytes.ts';
import { graphInForm } from './graphForms.ts';
import type { ContextualCard } from './modelCard.ts';
import type { GraphFiles } from './onnxRuntime.ts';

/**
 * The files that a session of one of a model's graphs is made of, the body in the form asked for. Throws what the
 * shelf throws, or a RangeError for a form or a graph that the model has not.
 */
export async function graphFiles(
  card: ContextualCard,
  shelf: FileShelf,
  name: GraphName,
  form: ModelForm,
): Promise<GraphFiles> {
  const { files } = card;
  const file = name === 'head' ? files.head : files.graph;
  if (!file) throw new RangeError(`${card.id} has no ${name}`);
  const graph = await shelf.take(file);
  const named = externalFiles(graph);
  const externalData = await Promise.all(
    (files.weights ?? [])
      .filter(({ path }) => named.has(path))
      .map(async (weights) => ({ path: weights.path, data: await shelf.take(weights) })),
  );
  return { graph: name === 'body' ? graphInForm(graph, card, form) : graph, externalData };
}
