import type { ModelId } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';
import { bundledModel } from '../../models/registry.ts';
import type { ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';

/** A row's name, without its kind: the model's, of two stages both joined by an arrow, or BM25. */
export function rowName({ model, model2 }: Pick<ScoreRow, 'model' | 'model2'>, language: Language): string {
  const names = [model, model2].filter((id) => id !== null);
  if (names.length === 0) return 'BM25';
  return names.map((id) => bundledModel(id)?.names[language] ?? id).join(' → ');
}

/** The same in as few letters as a chart has room for: the family, `GloVe`, `BGE → …`. */
export function shortName({ model, model2 }: Pick<ScoreRow, 'model' | 'model2'>): string {
  const names = [model, model2].filter((id) => id !== null);
  return names.length === 0 ? 'BM25' : names.map(family).join(' → ');
}

function family(id: ModelId): string {
  return (bundledModel(id)?.names.en ?? id).split(/[ ,]/, 1)[0];
}
