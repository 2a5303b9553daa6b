import type { Words } from '../words.ts';
import type { relationsEn } from './relationsEn.ts';

/** The words of this face in Chinese. */
export const relationsZh: Words<typeof relationsEn> = {
  title: '关系',
};
