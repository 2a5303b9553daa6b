import type { ScorecardDictionary } from './scorecardEn.ts';

/** The words of view scorecard in Chinese. */
export const scorecardZh: ScorecardDictionary = {
  name: '成绩单',
};
