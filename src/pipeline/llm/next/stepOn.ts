import type { Choice, ReadToken } from './nextAnswer.ts';

/** How `textOf` writes a byte that is no whole character. */
const LONE_BYTE = /<0x[0-9A-F]{2}>/;
/** How the model's own marks look: `<|endoftext|>`, `<|im_end|>`. */
const MARK = /^<\|.+\|>$/;

/**
 * The text that stepping on from token `at` with another token gives: what stands after `at` goes. A token that is no
 * whole character cannot be written into a text, and the model's mark for the end says that nothing follows.
 */
export function stepOn(
  text: string,
  tokens: readonly Pick<ReadToken, 'start' | 'end'>[],
  at: number,
  next: string,
): Pick<Choice, 'onward' | 'stuck'> {
  if (MARK.test(next)) return { onward: null, stuck: 'end' };
  if (LONE_BYTE.test(next)) return { onward: null, stuck: 'bytes' };
  // the tokens of one character all have its place
  if (at + 1 < tokens.length && tokens[at + 1].start < tokens[at].end)
    return { onward: null, stuck: 'inside' };
  return { onward: text.slice(0, tokens[at].end) + next, stuck: null };
}

/**
 * The choice that a step on takes, of choices from the likeliest on: the likeliest, or where that is a part of a
 * character the likeliest that can be written. Null where the text ends here, or none can be written.
 */
export function bestOnward<T extends Pick<Choice, 'onward' | 'stuck'>>(choices: readonly T[]): T | null {
  if (choices[0]?.stuck === 'end') return null;
  return choices.find(({ onward }) => onward !== null) ?? null;
}

/** The text without the character or piece that its last token stands for; null where nothing would be left. */
export function stepBack(text: string, tokens: readonly Pick<ReadToken, 'start'>[]): string | null {
  const last = tokens.at(-1);
  if (!last || last.start < 0) return null;
  const left = text.slice(0, last.start);
  return left.trim() === '' ? null : left;
}
