/** The words at the two ends of an axis. */
export interface Poles {
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** The most that a link carries of an axis. */
export const LONGEST_AXIS = 1000;

/** The words of a pole as a person types them: parted by commas of either language; each once, none empty. */
export function poleWords(text: string): string[] {
  const words = text
    .replaceAll(/[~～]/g, ',')
    .split(/[,，、;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...new Set(words)];
}

/** The poles of an axis as a link writes it, `a,b~c`. */
export function parsePoles(axis: string): Poles {
  const cut = axis.indexOf('~');
  return { a: poleWords(axis.slice(0, cut)), b: poleWords(axis.slice(cut + 1)) };
}

/** The axis as a link writes it; null where a pole has no word or it is too long. */
export function formatPoles({ a, b }: Poles): string | null {
  const axis = `${a.join(',')}~${b.join(',')}`;
  return a.length > 0 && b.length > 0 && axis.length <= LONGEST_AXIS ? axis : null;
}

/** The axis with another word in the place of one of its words; null where that leaves no axis. */
export function withWord(axis: string, word: string, by: string): string | null {
  const { a, b } = parsePoles(axis);
  const swap = (words: readonly string[]) => words.map((own) => (own === word ? by : own));
  return formatPoles({ a: swap(a), b: swap(b) });
}

/** A pole in short, to write at an end of the axis. */
export function poleName(words: readonly string[]): string {
  const shown = words.slice(0, 3).join(' · ');
  return words.length > 3 ? `${shown} …` : shown;
}
