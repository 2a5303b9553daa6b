import type { Words } from '../words.ts';
import type { neighboursEn } from './neighboursEn.ts';

/** The words of this face in Chinese. */
export const neighboursZh: Words<typeof neighboursEn> = {
  title: '近邻',
};
