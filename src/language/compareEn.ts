import type { Words } from './words.ts';

/** The words of view compare in English; compareZh.ts has the same keys. */
export const compareEn = {
  name: 'Two models side by side',
} as const;

export type CompareDictionary = Words<typeof compareEn>;
