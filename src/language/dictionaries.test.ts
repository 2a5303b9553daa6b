import { describe, expect, test } from 'vitest';
import { analogyEn } from './analogy/analogyEn.ts';
import { analogyZh } from './analogy/analogyZh.ts';
import { compareEn } from './compareEn.ts';
import { compareZh } from './compareZh.ts';
import { contextEn } from './contextEn.ts';
import { contextZh } from './contextZh.ts';
import { en } from './en.ts';
import { guideEn } from './guideEn.ts';
import { guideZh } from './guideZh.ts';
import { llmEn } from './llm/llmEn.ts';
import { llmZh } from './llm/llmZh.ts';
import { orderEn } from './order/orderEn.ts';
import { orderZh } from './order/orderZh.ts';
import { scorecardEn } from './scorecardEn.ts';
import { scorecardZh } from './scorecardZh.ts';
import { zh } from './zh.ts';

type Entries = [path: string, text: string][];
function entries(value: object, path = ''): Entries {
  return Object.entries(value).flatMap(
    ([key, inner]): Entries =>
      typeof inner === 'string' ? [[`${path}${key}`, inner]] : entries(inner, `${path}${key}.`),
  );
}
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();

describe.each([
  ['app', en, zh],
  ['context', contextEn, contextZh],
  ['analogy', analogyEn, analogyZh],
  ['guide', guideEn, guideZh],
  ['scorecard', scorecardEn, scorecardZh],
  ['compare', compareEn, compareZh],
  ['llm', llmEn, llmZh],
  ['order', orderEn, orderZh],
])('the words of %s', (_, inEnglish, inChinese) => {
  test('both languages have the same keys, and the same blanks to fill', () => {
    const chinese = new Map(entries(inChinese));
    const english = entries(inEnglish);
    expect([...chinese.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    for (const [path, text] of english)
      expect([path, blanks(chinese.get(path) ?? '')]).toEqual([path, blanks(text)]);
  });

  test('Chinese words are Chinese, English ones are not', () => {
    const han = /\p{Script=Han}/u;
    const plain = /^[^\p{L}]*(\{\{[^}]+\}\}[^\p{L}]*)+$/u;
    expect(
      entries(inEnglish).filter(([path, text]) => han.test(text) && path !== 'data.ownPlaceholder'),
    ).toEqual([]);
    expect(entries(inChinese).filter(([, text]) => !han.test(text) && !plain.test(text))).toEqual([]);
  });
});
