import type { Device, Language } from '../../contract/options.ts';
import { Gate } from '../../projection/pacing.ts';
import { loadContexts, loadEvaluation, loadWordList } from '../../text/loadData.ts';
import { cardBytes, forgetModel, modelSession, type WorkHooks } from '../modelSessions.ts';
import { relationSet } from '../words/relations/relationSet.ts';
import { askScore } from './askScore.ts';
import { countsOf, rowsInForce } from './rowList.ts';
import { runRows, type ScoreNow } from './runRows.ts';
import type { Scorecard } from './scoreRow.ts';
import { type ScoreSets, scoreSets } from './scoreSets.ts';
import type { VectorShelf } from './vectorShelf.ts';

export interface ScorecardRequest {
  /** What is measured already stays as it is. */
  readonly card: Scorecard;
  readonly languages: readonly Language[];
  /** Whether the rows of language models are measured too. */
  readonly languageModels: boolean;
  readonly device: Device;
  /** Vectors that an earlier run on the same device has made. */
  readonly shelf: VectorShelf;
}

export interface ScorecardHooks extends Omit<WorkHooks, 'signal'> {
  /** After each measure, and after a row that failed. */
  readonly onUpdate: (card: Scorecard) => void;
  readonly onNow: (now: ScoreNow) => void;
}

/** A run of the scorecard. A pause begins after the chunk of texts under way; `stop` rejects with an AbortError. */
export interface ScorecardJob {
  readonly result: Promise<Scorecard>;
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Measures what the card lacks in these languages, on models that are loaded one after the other. */
export function runScorecard(
  { card, languages, languageModels, device, shelf }: ScorecardRequest,
  { onUpdate, onNow, ...hooks }: ScorecardHooks,
): ScorecardJob {
  const controller = new AbortController();
  const { signal } = controller;
  const gate = new Gate();
  const work: WorkHooks = { ...hooks, signal };
  let latest = card;
  const tell = () => {
    const rows = rowsInForce(latest.rows, languageModels).filter(({ language }) =>
      languages.includes(language),
    );
    hooks.onActivity({ kind: 'counting', stage: 'scorecard', ...countsOf(rows) });
  };
  const result = runRows({
    card,
    languages,
    languageModels,
    shelf,
    control: { signal, gate },
    onUpdate(next) {
      latest = next;
      onUpdate(next);
      tell();
    },
    onNow(now) {
      onNow(now);
      tell();
    },
    parts: {
      sets: setsOf,
      model: (id) => modelSession(id, device, work),
      forget: (id) => forgetModel(id, device),
      download: (models) => models.reduce((bytes, model) => bytes + cardBytes(model.card), 0),
      measure: askScore,
      clock: () => performance.now(),
      date: () => new Date().toISOString(),
    },
  });
  return {
    result,
    pause: () => gate.pause(),
    resume: () => gate.resume(),
    stop() {
      controller.abort();
      // who waits at the gate sees that it is over
      gate.resume();
    },
  };
}

const loaded = new Map<Language, Promise<ScoreSets>>();

/** The sets of a language, fetched once; a failed fetch is tried anew the next time. */
function setsOf(language: Language): Promise<ScoreSets> {
  const known = loaded.get(language);
  if (known) return known;
  const base = new URL('.', document.baseURI).href;
  const loading = Promise.all([
    loadEvaluation(`evaluation-${language}`, base),
    relationSet(language),
    loadWordList(`words-${language}`, base),
    loadContexts(`contexts-${language}`, base),
  ]).then((files) => scoreSets(...files));
  loaded.set(language, loading);
  loading.catch(() => loaded.delete(language));
  return loading;
}
