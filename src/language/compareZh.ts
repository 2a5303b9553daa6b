import type { CompareDictionary } from './compareEn.ts';

/** The words of view compare in Chinese. */
export const compareZh: CompareDictionary = {
  name: '两个模型对照',
};
