import type { Language } from '../../../contract/options.ts';

/** Words to look at, by the language of the words. */
export const READY_WORDS: Record<Language, readonly string[]> = {
  zh: ['国王', '苹果', '银行', '猫', '红色', '快乐'],
  en: ['king', 'apple', 'bank', 'cat', 'red', 'happy'],
};

/** Games to play: from a word to a goal, both of which are also in the bundled lists of words. */
export const READY_PAIRS: Record<Language, readonly (readonly [string, string])[]> = {
  zh: [
    ['牛奶', '老师'],
    ['大象', '钢琴'],
    ['医生', '海洋'],
    ['足球', '面包'],
    ['春天', '火车'],
    ['红色', '快乐'],
  ],
  en: [
    ['milk', 'teacher'],
    ['elephant', 'piano'],
    ['doctor', 'ocean'],
    ['football', 'bread'],
    ['spring', 'train'],
    ['red', 'happy'],
  ],
};

/** Games from one language to the other. */
export const MIXED_PAIRS: readonly (readonly [string, string])[] = [
  ['牛奶', 'teacher'],
  ['elephant', '钢琴'],
  ['医生', 'ocean'],
  ['football', '面包'],
  ['国王', 'cat'],
  ['red', '快乐'],
];
