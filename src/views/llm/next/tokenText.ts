import type { NextAnswer } from '../../../pipeline/llm/next/nextAnswer.ts';
import { wholeCharacters } from '../../../pipeline/llm/next/wholeCharacters.ts';

const MARKS: Readonly<Record<string, string>> = { ' ': '·', '\n': '⏎', '\r': '␍', '\t': '⇥' };

/** A token as it is shown: a dot for a space, marks for a line break and a tab, the code of what cannot be seen. */
export function tokenText(text: string): string {
  return text.replace(/[\p{Z}\p{C}]/gu, (character) => MARKS[character] ?? codeOf(character));
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Bytes in hexadecimal: `E5 9B BD`. */
export function bytesText(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}

/** The token asked about as a heading names it: where it ends a character of several tokens, that character. */
export function askedText({ text, tokens, at }: Pick<NextAnswer, 'text' | 'tokens' | 'at'>): string {
  const run = wholeCharacters(text, tokens).find(({ from, count }) => count > 1 && from + count - 1 === at);
  return tokenText(run?.text ?? tokens[at].text);
}
