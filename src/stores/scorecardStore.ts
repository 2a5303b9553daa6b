import { create } from 'zustand';
import { type Fault, faultFrom, isAbort } from '../contract/fault.ts';
import type { Device, Language } from '../contract/options.ts';
import {
  emptyScorecard,
  isOnAsking,
  missingOf,
  rowsInForce,
  SCORE_LANGUAGES,
  withCounts,
  withoutMeasures,
} from '../pipeline/scorecard/rowList.ts';
import type { ScoreNow } from '../pipeline/scorecard/runRows.ts';
import { runScorecard, type ScorecardJob } from '../pipeline/scorecard/runScorecard.ts';
import type { Scorecard } from '../pipeline/scorecard/scoreRow.ts';
import { VectorShelf } from '../pipeline/scorecard/vectorShelf.ts';
import { latest } from './latest.ts';
import { askConsent } from './mapStore.ts';
import { keepScorecard, keptScorecard } from './scorecardStorage.ts';
import { useStatus } from './statusStore.ts';

export interface ScorecardState {
  /** All rows of both languages, always; what was measured is filled in, some of it maybe on an earlier visit. */
  readonly card: Scorecard;
  /** The device that runs are asked to use. */
  readonly device: Device;
  /** `paused` is a run that waits; `idle` is none: measured nothing, stopped in the middle, or at its end. */
  readonly state: 'idle' | 'running' | 'paused';
  /** Whether a run measures the language models too, which takes far longer than all others together. */
  readonly languageModels: boolean;
  /** The row that is being measured, what of it (null while its model is loaded), and texts embedded for that. */
  readonly now: ScoreNow | null;
}

export interface ScorecardActions {
  /**
   * Measures what is missing, rows that had a fault among it, in these languages (all by default); where nothing is
   * missing, all of them anew. Does nothing while a run is under way.
   */
  run(languages?: readonly Language[]): void;
  /** Whether the next run measures the language models too. */
  askLanguageModels(asked: boolean): void;
  pause(): void;
  resume(): void;
  /** Ends the run; what is measured stays, and `run` goes on from there. */
  stop(): void;
  /** Forgets every measure, those kept in the browser too; ends a run. */
  clear(): void;
  /** Shows what was kept of another device or seed, and ends the run on the one before. */
  ask(device: Device, seed: number): void;
}

interface Run {
  readonly job: ScorecardJob;
  readonly end: () => void;
}

/** The models take all processors: progress is drawn four times a second, so that drawing does not add up. */
const FRAME_MS = 250;
let current: Run | null = null;
/** Device and seed whose kept measures are shown. */
let asked = '';
/** What a stopped run has embedded: the next one goes on from there. */
let shelf = new VectorShelf();

/** The scorecard: what is measured so far, and the run that measures it. */
export const useScorecard = create<ScorecardState & ScorecardActions>()((set, get) => ({
  card: emptyScorecard(42),
  device: 'auto',
  state: 'idle',
  languageModels: false,
  now: null,
  run(languages = SCORE_LANGUAGES) {
    if (current || languages.length === 0) return;
    const status = useStatus.getState();
    const end = status.begin();
    status.clear();
    status.setPaused(false);
    status.setFailed(false);
    useStatus.setState({ retry: () => get().run(languages) });
    const { device, languageModels } = get();
    const card = begun(get().card, languages, languageModels);
    const activity = latest(status.setActivity, FRAME_MS);
    const now = latest((now: ScoreNow) => set({ now }), FRAME_MS);
    const told = new Set<string>();
    const job = runScorecard(
      { card, languages, languageModels, device, shelf },
      {
        consent: askConsent,
        onActivity: activity.push,
        onNow: now.push,
        onUpdate(card) {
          if (current?.job !== job) return;
          set({ card });
          keepScorecard(card, device);
          for (const { fault, language } of card.rows) {
            if (fault && languages.includes(language)) tellOnce(told, fault);
          }
        },
      },
    );
    const run: Run = { job, end };
    current = run;
    set({ card, state: 'running', now: null });
    job.result
      .catch((error) => {
        if (isAbort(error)) return;
        status.setFailed(true);
        status.report(faultFrom(error));
      })
      .finally(() => {
        activity.drop();
        now.drop();
        if (current === run) finish();
      });
  },
  askLanguageModels(languageModels) {
    set({ languageModels });
  },
  pause() {
    if (!current || get().state !== 'running') return;
    current.job.pause();
    useStatus.getState().setPaused(true);
    set({ state: 'paused' });
  },
  resume() {
    if (!current || get().state !== 'paused') return;
    current.job.resume();
    useStatus.getState().setPaused(false);
    set({ state: 'running' });
  },
  stop() {
    if (!current) return;
    current.job.stop();
    finish();
  },
  clear() {
    get().stop();
    shelf = new VectorShelf();
    const card = emptyScorecard(get().card.seed);
    keepScorecard(card, get().device);
    set({ card });
  },
  ask(device, seed) {
    const wanted = `${device} ${seed}`;
    if (wanted === asked) return;
    asked = wanted;
    get().stop();
    if (device !== get().device) shelf = new VectorShelf();
    const card = keptScorecard(device, seed);
    // who asked for the language model and came back before its end wants the rest of it
    const languageModels = card.rows.some(
      (row) => isOnAsking(row) && row.date !== null && missingOf(row).length > 0,
    );
    set({ device, card, languageModels });
  },
}));

/** The card that a run begins with: faults forgotten, and all that it measures where nothing of that is missing. */
function begun(card: Scorecard, languages: readonly Language[], languageModels: boolean): Scorecard {
  const wanted = rowsInForce(card.rows, languageModels).filter(({ language }) =>
    languages.includes(language),
  );
  if (wanted.every((row) => missingOf(row).length === 0)) {
    return withoutMeasures(card, ({ id }) => wanted.some((row) => row.id === id));
  }
  return withCounts(
    card.rows.map((row) => (wanted.includes(row) ? { ...row, fault: null } : row)),
    card.seed,
  );
}

/** A model that cannot be had fails several rows for one reason. */
function tellOnce(told: Set<string>, { code, details }: Pick<Fault, 'code' | 'details'>): void {
  const key = JSON.stringify([code, details]);
  if (told.has(key)) return;
  told.add(key);
  useStatus.getState().say({ kind: 'fault', code, details });
}

/** The run is over: its status with it. */
function finish(): void {
  const run = current;
  current = null;
  useScorecard.setState({ state: 'idle', now: null });
  useStatus.getState().setPaused(false);
  run?.end();
}
