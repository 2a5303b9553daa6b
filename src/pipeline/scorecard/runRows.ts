import type { ModelId } from '../../contract/deepLink.ts';
import { faultFrom, isAbort } from '../../contract/fault.ts';
import type { Language } from '../../contract/options.ts';
import type { EmbeddingModel } from '../../models/embeddingModel.ts';
import { missingOf, rowsInForce, withCounts } from './rowList.ts';
import { RowRun } from './rowRun.ts';
import { breath, type RunControl } from './runControl.ts';
import type { ScoreAnswer, ScoreQuestion } from './scoreQuestion.ts';
import type { Scorecard, ScoreRow } from './scoreRow.ts';
import type { ScoreSets } from './scoreSets.ts';
import { makerOf, type VectorShelf } from './vectorShelf.ts';

/** What a run takes from outside; tests give their own. */
export interface ScoreParts {
  sets(language: Language, signal: AbortSignal): Promise<ScoreSets>;
  /** A loaded model; the least recently asked for may be gone by the third. */
  model(id: ModelId): Promise<EmbeddingModel>;
  /** The worker of the model is gone. */
  forget(id: ModelId): void;
  /** Bytes of these models' first use, and of the runtimes they need, each counted once. */
  download(models: readonly EmbeddingModel[]): number;
  measure(question: ScoreQuestion, signal: AbortSignal): Promise<ScoreAnswer>;
  /** Milliseconds of a clock that never goes back. */
  clock(): number;
  /** ISO 8601. */
  date(): string;
}

/** Where a run is. */
export interface ScoreNow {
  readonly row: string;
  /** What is measured; null while its model is loaded. */
  readonly metric: keyof ScoreRow['metrics'] | null;
  /** Texts that have been embedded for it, of all; 0 of 0 where none are. */
  readonly done: number;
  readonly total: number;
}

export interface ScoreRun {
  readonly card: Scorecard;
  readonly languages: readonly Language[];
  /** Whether the rows of language models are measured too. */
  readonly languageModels: boolean;
  readonly parts: ScoreParts;
  readonly control: RunControl;
  /** Vectors that an earlier, stopped run has made. */
  readonly shelf: VectorShelf;
  /** After each measure, and after a row that failed. */
  readonly onUpdate: (card: Scorecard) => void;
  readonly onNow: (now: ScoreNow) => void;
}

/**
 * Measures what is missing on the card, row by row, models one after the other. A row that fails says why and the
 * others go on. Throws an AbortError once it is stopped; what was measured until then has been told.
 */
export async function runRows(run: ScoreRun): Promise<Scorecard> {
  const { languages, languageModels, parts, control, shelf, onUpdate } = run;
  let { card } = run;
  const put = (id: string, patch: (row: ScoreRow) => Partial<ScoreRow>) => {
    const rows = card.rows.map((row) => (row.id === id ? { ...row, ...patch(row) } : row));
    card = withCounts(rows, card.seed);
    onUpdate(card);
  };
  for (const language of languages) {
    for (const { id, language: own } of rowsInForce(card.rows, languageModels)) {
      const row = card.rows.find((row) => row.id === id);
      if (!row || own !== language || missingOf(row).length === 0) continue;
      await breath(control);
      try {
        const sets = await parts.sets(language, control.signal);
        await new RowRun(row, sets, run, {
          seed: card.seed,
          put: (metrics, facts) =>
            put(id, (before) => ({
              ...facts,
              metrics: { ...before.metrics, ...metrics },
              fault: null,
              date: parts.date(),
            })),
        }).finish();
      } catch (error) {
        control.signal.throwIfAborted();
        if (isAbort(error)) throw error;
        const { code, details } = faultFrom(error);
        if (code === 'worker-failed')
          for (const model of [row.model, row.model2]) if (model) parts.forget(model);
        put(id, () => ({ fault: { code, details } }));
      }
      // the states of a language model are of one run: the other rows need them
      if (row.kind !== 'layer') shelf.keepForRanking(makerOf(row));
    }
    shelf.clear();
  }
  return card;
}
