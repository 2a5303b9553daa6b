import type { useTranslation } from 'react-i18next';
import type { ModelId } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';
import { bundledModel } from '../../models/registry.ts';
import type { ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';

type ScoreWords = ReturnType<typeof useTranslation<'scorecard'>>['t'];

/** A row's name, without its kind: the model's, of two stages both joined by an arrow, or BM25. */
export function rowName({ model, model2 }: Pick<ScoreRow, 'model' | 'model2'>, language: Language): string {
  const names = [model, model2].filter((id) => id !== null);
  if (names.length === 0) return 'BM25';
  return names.map((id) => bundledModel(id)?.names[language] ?? id).join(' → ');
}

/** The layer and the pooling of a language model's row, "layer 15, mean of the tokens"; null for other rows. */
export function stateText(
  { layer, pooling }: Pick<ScoreRow, 'layer' | 'pooling'>,
  t: ScoreWords,
): string | null {
  return pooling === null ? null : t(`table.states.${pooling}`, { layer });
}

/** How the table names a row: as `rowName`; of a language model's layers in short, `SmolLM2: layer 15, last token`. */
export function rowTitle(row: ScoreRow, language: Language, t: ScoreWords): string {
  const state = stateText(row, t);
  return state && row.model
    ? t('table.stateOf', { model: family(row.model), state })
    : rowName(row, language);
}

/** What a row is besides its name, in a few words: its layer and pooling, or its kind. */
export function rowFacts(row: Pick<ScoreRow, 'kind' | 'layer' | 'pooling'>, t: ScoreWords): string {
  return stateText(row, t) ?? t(`shortKinds.${row.kind}`);
}

/** Name and facts in as few letters as a chart has room for: `GloVe · dictionary`, `SmolLM2 15 · mean`, `BM25`. */
export function shortName(
  row: Pick<ScoreRow, 'kind' | 'model' | 'model2' | 'layer' | 'pooling'>,
  t: ScoreWords,
): string {
  const { model, model2, kind, layer, pooling } = row;
  const names = [model, model2].filter((id) => id !== null);
  if (names.length === 0) return 'BM25';
  const name = names.map(family).join(' → ');
  return pooling === null
    ? `${name} · ${t(`shortKinds.${kind}`)}`
    : `${name} ${layer} · ${t(`table.short.${pooling}`)}`;
}

const FAMILIES: Readonly<Record<ModelId, string>> = {
  'glove-zh-cedict': 'GloVe',
  'glove-6b-50d': 'GloVe',
  'bge-small-zh-v1.5': 'BGE',
  'all-minilm-l6-v2': 'MiniLM',
  'multilingual-e5-small': 'E5',
  'smollm2-135m': 'SmolLM2',
};

/** What a model is called in short, in both languages. */
export function family(id: ModelId): string {
  return FAMILIES[id];
}
