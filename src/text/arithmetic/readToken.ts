import { ArithmeticRefusal } from './arithmeticError.ts';

/** The signs of the language, whichever way they were typed. */
export type Sign = '+' | '-' | '*' | '/' | '(' | ')' | ',';

interface Place {
  /** UTF-16 units in the source, end excluded. */
  readonly start: number;
  readonly end: number;
}

/** The smallest piece of a formula. */
export type Token = Place &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'word'; readonly word: string; readonly isQuoted: boolean }
    | { readonly kind: 'sign'; readonly sign: Sign }
    | { readonly kind: 'end' }
  );

/** A formula with its full-width characters made plain, one for one, so that places in both are the same. */
export interface Source {
  readonly given: string;
  readonly plain: string;
}

// Hyphens and dashes of every length are what keyboards, phones and word processors make of a minus.
const TYPED: Readonly<Record<Sign, string>> = {
  '+': '+﹢➕',
  '-': '-−–—‐‑‒―﹣➖',
  '*': '*×✕✖∗⋅·﹡',
  '/': '/÷∕⁄➗',
  '(': '(﹙',
  ')': ')﹚',
  ',': ',、﹐﹑､',
};
const SIGNS = new Map<string, Sign>();
for (const [sign, forms] of Object.entries(TYPED)) {
  for (const form of forms) SIGNS.set(form, sign as Sign);
}

/** Opening quotation marks and what may close each. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”“'],
  ['”', '”“'],
  ['‘', '’‘'],
  ['’', '’‘'],
  ['「', '」'],
  ['『', '』'],
]);

// U+FE0F is what follows ✖ and ➕ when they are typed as emoji.
const BLANK = /(?:[\s\u200b\u2060]|\ufe0f)+/uy;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/uy;
// An apostrophe or a middle dot belongs to a word only inside it: don't, 列夫·托尔斯泰.
const BARE = /[\p{L}\p{Nl}_](?:[\p{L}\p{M}\p{N}_]|['’·‧・\u200c\u200d](?=[\p{L}\p{N}]))*/uy;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Makes full-width characters plain for reading, keeping the text as given beside them. */
export function plainSource(given: string): Source {
  const plain = given.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return { given, plain };
}

/**
 * The token that starts at or after `at`. Bare words come in NFC with plain letters and straight apostrophes;
 * quoted ones as typed but trimmed, a doubled closing mark standing for one. Throws `ArithmeticRefusal` with
 * `unexpected` or `unclosed`.
 */
export function readToken(source: Source, at: number): Token {
  const { given, plain } = source;
  const start = at + matchAt(BLANK, plain, at).length;
  if (start >= plain.length) return { kind: 'end', start: plain.length, end: plain.length };
  const number = matchAt(NUMBER, plain, start);
  if (number) return { kind: 'number', value: Number(number), start, end: start + number.length };
  const bare = matchAt(BARE, plain, start);
  if (bare) return { kind: 'word', word: bareForm(bare), isQuoted: false, start, end: start + bare.length };
  const sign = SIGNS.get(plain[start]);
  if (sign) {
    // Chinese keyboards give the dash as two characters; read as two signs it would add.
    const isDash = plain.startsWith('——', start);
    return { kind: 'sign', sign, start, end: start + (isDash ? 2 : 1) };
  }
  const closing = QUOTES.get(plain[start]);
  if (closing) return readQuoted(source, start, closing);
  const character = String.fromCodePoint(plain.codePointAt(start) ?? 0);
  throw new ArithmeticRefusal('unexpected', given, start, start + character.length);
}

/** Whether a word can stand in a formula without quotation marks and comes back the same. */
export function isBareWord(word: string): boolean {
  return word !== '' && matchAt(BARE, word, 0) === word && bareForm(plainSource(word).plain) === word;
}

function bareForm(bare: string): string {
  return bare.replaceAll('’', "'").normalize('NFC');
}

function readQuoted({ given, plain }: Source, start: number, closing: string): Token {
  let word = '';
  for (let at = start + 1; at < plain.length; at++) {
    if (closing.includes(plain[at])) {
      if (plain[at + 1] !== plain[at]) {
        return quotedWord(given, word.trim(), start, at + 1);
      }
      at++;
    }
    word += given[at];
  }
  throw new ArithmeticRefusal('unclosed', given, start, start + 1);
}

function quotedWord(given: string, word: string, start: number, end: number): Token {
  if (word === '') throw new ArithmeticRefusal('unexpected', given, start, end);
  return { kind: 'word', word, isQuoted: true, start, end };
}

function matchAt(sticky: RegExp, text: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? '';
}
