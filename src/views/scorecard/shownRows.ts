import type { Language } from '../../contract/options.ts';
import { isOnAsking } from '../../pipeline/scorecard/rowList.ts';
import type { ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';

/**
 * The rows of a language that are shown: those of language models only once they are asked for or begun, for they
 * would be a crowd of dashes.
 */
export function shownRows(
  rows: readonly ScoreRow[],
  language: Language,
  languageModels: boolean,
): readonly ScoreRow[] {
  return rows.filter(
    (row) =>
      row.language === language &&
      (languageModels || !isOnAsking(row) || row.date !== null || row.fault !== null),
  );
}
