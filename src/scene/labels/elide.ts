/** A label's width limit in columns: a Latin letter is one, a Han character or an emoji two. */
export const LABEL_COLUMNS = 24;
/** The limit for a region's name. */
export const CAPTION_COLUMNS = 30;
/** The limit for the label of a point that is looked at. */
export const LOOKED_AT_COLUMNS = 44;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}|[\u{20000}-\u{3fffd}]/u;

// one for all calls: making a segmenter costs more than using it
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many columns a grapheme takes: 2 for East Asian wide characters and emoji, else 1. */
export function columnsOf(grapheme: string): 1 | 2 {
  return WIDE.test(grapheme) ? 2 : 1;
}

/**
 * A label as the graphemes to draw, one line, cut at `columns` with an ellipsis. Control characters, line breaks
 * and repeated spaces become one space; direction overrides are dropped, so that a label cannot reorder others.
 */
export function elideLabel(text: string, columns: number): string[] {
  // a grapheme of a hostile text may be long: what lies beyond can never be seen
  const line = text
    .slice(0, columns * 16)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is removed
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  const graphemes: string[] = [];
  let used = 0;
  for (const { segment } of segmenter.segment(line)) {
    const wide = columnsOf(segment);
    if (used + wide > columns) {
      while (used > columns - 1) used -= columnsOf(graphemes.pop() ?? '');
      if (graphemes.at(-1) === ' ') graphemes.pop();
      graphemes.push('…');
      return graphemes;
    }
    used += wide;
    graphemes.push(segment.length > 16 ? segment.slice(0, 16) : segment);
  }
  return graphemes;
}
