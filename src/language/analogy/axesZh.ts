import type { Words } from '../words.ts';
import type { axesEn } from './axesEn.ts';

/** The words of this face in Chinese. */
export const axesZh: Words<typeof axesEn> = {
  title: '语义轴',
};
