import type { LabOccurrence } from '../../pipeline/lab/occurrenceList.ts';
import { hasHan } from '../../text/segment.ts';

/** Characters kept on each side of the word: Chinese says as much in a third of the room. */
const HAN_SIDE = 6;
const OTHER_SIDE = 16;

/** The word with what stands beside it, short enough for a label: … 咬一口苹果又脆又甜 … */
export function snippetOf({
  sentence,
  start,
  end,
}: Pick<LabOccurrence, 'sentence' | 'start' | 'end'>): string {
  const side = hasHan(sentence) ? HAN_SIDE : OTHER_SIDE;
  const before = Array.from(sentence.slice(0, start));
  const after = Array.from(sentence.slice(end));
  const left =
    before.length > side ? `…${wholeWords(before.slice(-side).join(''), 'left')}` : before.join('');
  const right =
    after.length > side ? `${wholeWords(after.slice(0, side).join(''), 'right')}…` : after.join('');
  return `${left}${sentence.slice(start, end)}${right}`.trim();
}

/** Without a word that was cut in two, where words are spaced. */
function wholeWords(text: string, side: 'left' | 'right'): string {
  if (hasHan(text) || !text.includes(' ')) return text;
  return side === 'left' ? text.slice(text.indexOf(' ')) : text.slice(0, text.lastIndexOf(' ') + 1);
}
