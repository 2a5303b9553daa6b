import { foldText } from './foldedText.ts';
import { findOccurrences, type Occurrence } from './occurrences.ts';
import { hasHan, type Word } from './segment.ts';
import { STOP_WORDS_EN, STOP_WORDS_ZH } from './stopWords.ts';

// As jieba cuts them: 三个, 第二天, 几十年, 这条, 每一位, 好几次: a number or a pointing word, and what it measures.
const NUMERAL = '零〇一二三四五六七八九十百千万亿两半几多数';
const MEASURE =
  '[个只条张块件次遍回种些点位名本把句家辆部台支枝根片颗粒顿场阵套双副篇首番股道层排串堆群批袋盒碗杯瓶年月日号天时分秒岁元斤里米口头匹棵座间步篮箱包盘代页笔份册周届段行声眼架艘筐圈车趟夜桶壶锅缸伙束滴幅桩]';
const COUNTED = new RegExp(
  `^(?:[第这那哪每某各]|好几|(?=[${NUMERAL}]))[${NUMERAL}]*(?:${MEASURE}{0,2}[子多]?|分钟|小时|公里|厘米|公斤|块钱|元钱)$`,
  'u',
);
const NO_LETTER = /^\P{L}*$/u;
const ONE_LATIN_LETTER = /^\p{Script=Latin}\p{M}*$/u;
const POSSESSIVE = /['’]s?$/u;
const INNER_CAPITAL = /^.+\p{Lu}/u;

/**
 * The content words of a sentence, each once, in order: without stop words, numbers, single Latin letters and the
 * words of `skip` (those that the sentences are about). `words` is the sentence as a segmenter cut it.
 *
 * Latin words come in lower case without 's, except those with a capital inside (NASA, iPhone). Of `skip`, its
 * plain English plural and the pieces that it was cut into go too. A longer Chinese word round it (苹果公司 for
 * 苹果) tells much, so it stays, unless the sentence also has the word by itself.
 */
export function contextWords(sentence: string, words: readonly Word[], skip: readonly string[]): string[] {
  const taken = skip.flatMap((target) => findOccurrences(sentence, target, { words }));
  const standsAlone = words.some(({ start, end }) =>
    taken.some((at) => at.start === start && at.end === end),
  );
  const targets = new Set(skip.map((target) => foldText(target.trim()).text));
  const found = new Set<string>();
  for (const word of words) {
    if (!word.isWord || isTarget(word, taken, standsAlone)) continue;
    const shown = shownForm(word.text);
    if (!isNoise(shown) && !isInflected(shown, targets)) found.add(shown);
  }
  return [...found];
}

function isTarget({ text, start, end }: Word, taken: readonly Occurrence[], standsAlone: boolean): boolean {
  return taken.some((at) => {
    if (at.end <= start || end <= at.start) return false;
    const isPiece = at.start <= start && end <= at.end;
    return isPiece || standsAlone || !hasHan(text);
  });
}

function shownForm(text: string): string {
  if (hasHan(text)) return text;
  const bare = text.replace(POSSESSIVE, '');
  return INNER_CAPITAL.test(bare) ? bare : bare.toLowerCase();
}

function isNoise(word: string): boolean {
  if (NO_LETTER.test(word) || ONE_LATIN_LETTER.test(word)) return true;
  if (hasHan(word)) return STOP_WORDS_ZH.has(word) || COUNTED.test(word);
  return STOP_WORDS_EN.has(word.toLowerCase().replaceAll('’', "'"));
}

function isInflected(word: string, targets: ReadonlySet<string>): boolean {
  const folded = foldText(word).text;
  if (targets.has(folded)) return true;
  return ['s', 'es'].some(
    (ending) => folded.endsWith(ending) && targets.has(folded.slice(0, -ending.length)),
  );
}
