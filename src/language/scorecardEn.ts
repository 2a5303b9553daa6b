import type { Words } from './words.ts';

/** The words of view scorecard in English; scorecardZh.ts has the same keys. */
export const scorecardEn = {
  name: 'Scorecard',
} as const;

export type ScorecardDictionary = Words<typeof scorecardEn>;
