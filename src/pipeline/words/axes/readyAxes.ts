import { analogyOf, type LinkState } from '../../../contract/deepLink.ts';
import type { Language } from '../../../contract/options.ts';

/** Axes to begin with, by the language of the words; the first one is shown where a link names none. */
export const READY_AXES: Record<Language, readonly [string, ...string[]]> = {
  zh: [
    '古代~现代',
    '便宜~昂贵',
    '男人,他~女人,她',
    '城市~农村',
    '危险~安全',
    '贫穷~富有',
    '小~大',
    '冷~热',
    '过去~未来',
  ],
  en: [
    'ancient~modern',
    'cheap~expensive',
    'man,he~woman,she',
    'village~city',
    'dangerous~safe',
    'poor~rich',
    'small~big',
    'cold~hot',
    'past~future',
  ],
};

/** The axes that the link asks for, or the first ready one of the model's language; the second may be none. */
export function axesOf(link: LinkState): readonly [string, ...string[]] {
  const { axis, axis2 } = link;
  const first = axis ?? READY_AXES[analogyOf(link).lang][0];
  return axis2 === null ? [first] : [first, axis2];
}
