import { comparedModels } from '../../contract/deepLink.ts';
import type { ExportDocument, ScorecardExport } from '../../contract/exportDocument.ts';
import type { Language } from '../../contract/options.ts';
import type { ModelCard } from '../../models/modelCard.ts';
import { cardOf } from '../../pipeline/modelSessions.ts';
import type { Scorecard, ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useScorecard } from '../../stores/scorecardStore.ts';
import { saveFile } from '../files/saveFile.ts';
import { scorecardCsv } from './scorecardCsv.ts';
import { shownRows } from './shownRows.ts';

function rowsIn({ rows }: Scorecard, language: Language): readonly ScoreRow[] {
  return shownRows(rows, language, useScorecard.getState().languageModels);
}

/**
 * The table as the contract's document. No map is shown, so there are no points; `model` is the language's
 * contextual one and `model2` its static one, the projection is the one a map would have by default.
 */
function scorecardDocument(
  card: Scorecard,
  language: Language,
  model: ModelCard,
): ExportDocument & { readonly result: ScorecardExport } {
  const { link } = useLink.getState();
  const { left } = comparedModels({ model: null, model2: null, lang: language });
  const rows = rowsIn(card, language);
  const { projector: method, metric, nNeighbors, minDist, nEpochs, seed } = link;
  return {
    format: 'embedding-explorer@1',
    view: link.view,
    lang: link.lang,
    model: model.id,
    model2: left,
    device: rows.find(({ id }) => id === model.id)?.device ?? 'none',
    pooling: model.pooling,
    layer: model.layers,
    centre: 'none',
    dim: model.dim,
    data: [`evaluation-${language}`, `words-${language}`, `contexts-${language}`].join('+'),
    // 500: umap-learn's own for few points
    projection: { method, engine: 'none', metric, nNeighbors, minDist, nEpochs: nEpochs ?? 500, seed },
    quality: { k: 0, trustworthiness: null, continuity: null },
    points: [],
    result: {
      language,
      seed: card.seed,
      date: card.date,
      rows: rows.map((row) => ({
        id: row.id,
        // a state of a language model is contextual; its layer and pooling say which
        kind: row.kind === 'layer' ? 'contextual' : row.kind,
        language: row.language,
        model: row.model ?? row.id,
        ...(row.model2 && { model2: row.model2 }),
        device: row.device ?? 'none',
        layer: row.layer,
        ...(row.pooling && { pooling: row.pooling }),
        date: row.date,
        fault: row.fault?.code ?? null,
        metrics: row.metrics,
      })),
    },
  };
}

/** The measures of a language's rows, as the contract's document. */
export function exportScorecardJson(language: Language): Promise<void> {
  return saveFile(async () => {
    const { right } = comparedModels({ model: null, model2: null, lang: language });
    const document = scorecardDocument(useScorecard.getState().card, language, await cardOf(right));
    return new Blob([JSON.stringify(document)], { type: 'application/json' });
  }, `scorecard-${language}.json`);
}

/** The same rows as a table for a spreadsheet. */
export function exportScorecardCsv(language: Language): Promise<void> {
  return saveFile(() => {
    const { card } = useScorecard.getState();
    return new Blob([scorecardCsv(rowsIn(card, language), card.seed)], { type: 'text/csv;charset=utf-8' });
  }, `scorecard-${language}.csv`);
}
