import { ARITHMETIC_LIMITS, type ArithmeticError, ArithmeticRefusal } from './arithmeticError.ts';
import {
  addValues,
  averageValues,
  divideValues,
  inRange,
  type LinearValue,
  multiplyValues,
  scaleValue,
  type Term,
} from './linearValue.ts';
import { mergeWords } from './mergeWords.ts';
import { plainSource, readToken, type Sign, type Source, type Token } from './readToken.ts';

/** A formula of words as a sum of weighted words, or why it is none. */
export type Parsed =
  | { readonly ok: true; readonly terms: readonly Term[] }
  | { readonly ok: false; readonly error: ArithmeticError };

const AVERAGES: ReadonlySet<string> = new Set(['avg', 'mean', 'average', '平均']);

/**
 * Reads vector arithmetic: `国王 - 男人 + 女人`, `avg(猫, 狗, 马)`, `1.5 * Paris - France`, `2(a + b)/3`, with
 * + − × ÷ in any common form, brackets, signs, averages (avg, mean, average, 平均) and “quoted words” for those
 * with hyphens, spaces or a digit in front (a doubled quotation mark stands for one). A hyphen outside
 * quotation marks is a minus.
 *
 * The result is linear in the words: equal words are added up, in order of first appearance, and those that
 * cancel are left out; at least one is left. Factors lie within `ARITHMETIC_LIMITS`. Never throws.
 */
export function parseArithmetic(text: string): Parsed {
  try {
    return { ok: true, terms: parse(text) };
  } catch (failure) {
    if (failure instanceof ArithmeticRefusal) return { ok: false, error: failure.error };
    throw failure;
  }
}

function parse(given: string): readonly Term[] {
  const { characters } = ARITHMETIC_LIMITS;
  if (given.length > characters) throw new ArithmeticRefusal('too-long', given, characters, given.length);
  const reader = new FormulaParser(plainSource(given));
  const value = reader.whole();
  if (value.kind === 'number') throw new ArithmeticRefusal('no-words', given, value.start, value.end);
  const terms = mergeWords(value.terms);
  if (terms.length === 0) throw new ArithmeticRefusal('cancelled', given, value.start, value.end);
  for (const { weight, start, end } of terms) inRange(given, weight, start, end);
  return terms;
}

/** Recursive descent, one token ahead; only brackets recurse, so the depth is bounded. */
class FormulaParser {
  private readonly source: Source;
  private readonly given: string;
  private token: Token;
  private previous: Token | null = null;
  private readonly open: Token[] = [];
  private words = 0;

  constructor(source: Source) {
    this.source = source;
    this.given = source.given;
    this.token = readToken(source, 0);
  }

  whole(): LinearValue {
    if (this.isAtEnd()) throw new ArithmeticRefusal('empty', this.given, 0, this.given.length, '');
    const value = this.sum();
    if (!this.isAtEnd()) throw this.misplaced();
    return value;
  }

  private sum(): LinearValue {
    let value = this.product();
    for (;;) {
      if (this.takes('+')) value = addValues(this.given, value, this.product(), 1);
      else if (this.takes('-')) value = addValues(this.given, value, this.product(), -1);
      else return value;
    }
  }

  private product(): LinearValue {
    let value = this.signed();
    for (;;) {
      const multiplies = this.takes('*') || (this.previous?.kind === 'number' && this.isAt('('));
      if (multiplies) value = multiplyValues(this.given, value, this.signed());
      else if (this.takes('/')) value = divideValues(this.given, value, this.signed());
      else return value;
    }
  }

  private signed(): LinearValue {
    const { start } = this.token;
    let factor = 1;
    for (;;) {
      if (this.takes('-')) factor = -factor;
      else if (!this.takes('+')) break;
    }
    const value = this.operand();
    return scaleValue(this.given, value, factor, start, value.end);
  }

  private operand(): LinearValue {
    const { token } = this;
    if (token.kind === 'number') {
      this.advance();
      const { value, start, end } = token;
      return { kind: 'number', value: inRange(this.given, value, start, end), start, end };
    }
    if (token.kind === 'word') {
      this.advance();
      if (!token.isQuoted && this.isAt('(')) return this.call(token.word, token.start, token.end);
      return this.word(token.word, token.start, token.end);
    }
    if (!this.isAt('(')) throw this.misplaced();
    const opening = this.enter();
    const value = this.sum();
    return { ...value, start: opening.start, end: this.leave(opening) };
  }

  private word(word: string, start: number, end: number): LinearValue {
    this.words++;
    if (this.words > ARITHMETIC_LIMITS.words) {
      throw new ArithmeticRefusal('too-many-words', this.given, start, end);
    }
    return { kind: 'words', terms: [{ word, weight: 1, start, end }], start, end };
  }

  private call(name: string, start: number, end: number): LinearValue {
    if (!AVERAGES.has(name.toLowerCase())) {
      throw new ArithmeticRefusal('unknown-function', this.given, start, end);
    }
    const opening = this.enter();
    const values = [this.sum()];
    while (this.takes(',')) values.push(this.sum());
    return averageValues(this.given, values, start, this.leave(opening));
  }

  private enter(): Token {
    const opening = this.token;
    if (this.open.length === ARITHMETIC_LIMITS.depth) {
      throw new ArithmeticRefusal('too-deep', this.given, opening.start, opening.end);
    }
    this.open.push(opening);
    this.advance();
    return opening;
  }

  /** Passes the closing bracket and gives its end. */
  private leave(opening: Token): number {
    const { end } = this.token;
    if (this.isAtEnd()) {
      throw new ArithmeticRefusal('unclosed', this.given, opening.start, opening.end);
    }
    if (!this.takes(')')) throw this.misplaced();
    this.open.pop();
    return end;
  }

  /** Why the token ahead cannot stand where it stands. */
  private misplaced(): ArithmeticRefusal {
    const { token, previous, given } = this;
    if (token.kind === 'end') {
      const opening = this.open.at(-1);
      const follows = previous?.kind === 'sign' && '+-*/'.includes(previous.sign);
      if (previous && (follows || !opening)) {
        return new ArithmeticRefusal('unfinished', given, previous.start, previous.end);
      }
      const { start, end } = opening ?? token;
      return new ArithmeticRefusal('unclosed', given, start, end);
    }
    const begins = token.kind !== 'sign' || token.sign === '(';
    if (begins && previous) {
      const piece = given.slice(previous.start, token.end);
      return new ArithmeticRefusal('no-operator', given, previous.end, token.start, piece);
    }
    return new ArithmeticRefusal('unexpected', given, token.start, token.end);
  }

  private isAtEnd(): boolean {
    return this.token.kind === 'end';
  }

  private isAt(sign: Sign): boolean {
    return this.token.kind === 'sign' && this.token.sign === sign;
  }

  private takes(sign: Sign): boolean {
    if (!this.isAt(sign)) return false;
    this.advance();
    return true;
  }

  private advance(): void {
    this.previous = this.token;
    this.token = readToken(this.source, this.token.end);
  }
}
