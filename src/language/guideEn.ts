import type { Words } from './words.ts';

/** The words of view guide in English; guideZh.ts has the same keys. */
export const guideEn = {
  name: 'Which model fits',
} as const;

export type GuideDictionary = Words<typeof guideEn>;
