import type { Words } from '../words.ts';
import type { randomEn } from './randomEn.ts';

/** The words of this face in Chinese. */
export const randomZh: Words<typeof randomEn> = {
  title: '随机与训练',
};
