import type { GuideDictionary } from './guideEn.ts';

/** The words of view guide in Chinese. */
export const guideZh: GuideDictionary = {
  name: '选哪个模型',
};
