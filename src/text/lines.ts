/** At most so many lines are kept of what a person types or pastes: twice what the contract promises to take. */
export const MAX_LINES = 20_000;
/** At most so many UTF-16 units are kept of a line: about ten times what the models here read. */
export const MAX_LINE_LENGTH = 10_000;

/** What `cleanLines` did beside splitting. */
interface LinesCut {
  /** Lines without text, left out. */
  readonly blank: number;
  /** Lines with text beyond `MAX_LINES`, left out. */
  readonly linesDropped: number;
  /** Lines longer than `MAX_LINE_LENGTH`, of which the beginning was kept. */
  readonly linesCut: number;
  /** Kept lines that repeat an earlier one; they stay, since a person may want to see them fall together. */
  readonly duplicates: number;
}

export interface CleanLines {
  readonly texts: string[];
  readonly cut: LinesCut;
}

/** Where a line ends, in any of Unicode's ways. */
export const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const CONTROL_OR_BOM = /[\p{Cc}\ufeff]/gu;
// As String.prototype.toWellFormed, which ES2023 does not have yet.
const UNPAIRED_SURROGATE = /\p{Surrogate}/gu;

/**
 * What a person typed or pasted, as texts, one a line: control characters and byte-order marks removed, tabs made
 * spaces, halves of surrogate pairs replaced by U+FFFD, white space at both ends trimmed, blank lines left out.
 * Accents stay as they were typed, composed or not.
 */
export function cleanLines(typed: string): CleanLines {
  const texts: string[] = [];
  const seen = new Set<string>();
  let blank = 0;
  let linesDropped = 0;
  let linesCut = 0;
  for (const line of typed.split(LINE_END)) {
    const text = cleanLine(line);
    if (text === '') blank++;
    else if (texts.length >= MAX_LINES) linesDropped++;
    else {
      const kept = beginning(text, MAX_LINE_LENGTH);
      if (kept.length < text.length) linesCut++;
      texts.push(kept);
      seen.add(kept);
    }
  }
  return { texts, cut: { blank, linesDropped, linesCut, duplicates: texts.length - seen.size } };
}

/** One line, cleaned as `cleanLines` does but of any length. */
export function cleanLine(line: string): string {
  return line.replaceAll('\t', ' ').replace(CONTROL_OR_BOM, '').replace(UNPAIRED_SURROGATE, '\ufffd').trim();
}

/** At most so many UTF-16 units of a text, no surrogate pair cut in two and no space left at the end. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? most - 1 : most).trimEnd();
}
