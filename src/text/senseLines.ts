import { beginning, cleanLine, LINE_END } from './lines.ts';

/** A sentence of a person's own, and the sense that they say the word has in it; '' where they do not say. */
export interface SenseLine {
  readonly sentence: string;
  readonly sense: string;
}

/** At most so many sentences are kept: twice the bad input of 500 that the lab must bear. */
export const MAX_SENTENCES = 1_000;
/** At most so many UTF-16 units are kept of a sentence; a model reads some 512 tokens round the word. */
export const MAX_SENTENCE_LENGTH = 20_000;
/** At most so many characters (code points) are kept of a sense, which is a label beside a colour. */
export const MAX_SENSE_LENGTH = 60;

/** What `parseSenseLines` did beside splitting. */
interface SenseLinesCut {
  /** Lines without text, left out. */
  readonly blank: number;
  /** Lines with text beyond `MAX_SENTENCES`, left out. */
  readonly linesDropped: number;
  /** Sentences longer than `MAX_SENTENCE_LENGTH`, of which the beginning was kept. */
  readonly linesCut: number;
  /** Senses longer than `MAX_SENSE_LENGTH`, of which the beginning was kept. */
  readonly sensesCut: number;
}

export interface ParsedSenseLines {
  readonly lines: readonly SenseLine[];
  readonly cut: SenseLinesCut;
}

const LINE_ENDS = new RegExp(LINE_END, 'g');

/**
 * A person's sentences, one a line, each with a sense after a tab where they give one. Of several tabs, as pasted
 * from a spreadsheet, the last one parts them and the others become spaces; empty cells at either end do not
 * count. Sentences and senses are cleaned as `cleanLines` does: trimmed, and otherwise as typed but for control
 * characters, byte-order marks and halves of surrogate pairs. Repeated lines stay.
 */
export function parseSenseLines(text: string): ParsedSenseLines {
  const lines: SenseLine[] = [];
  const cut = { blank: 0, linesDropped: 0, linesCut: 0, sensesCut: 0 };
  for (const line of text.split(LINE_END)) {
    const given = partsOf(line);
    if (given.sentence === '') cut.blank++;
    else if (lines.length >= MAX_SENTENCES) cut.linesDropped++;
    else {
      const sentence = beginning(given.sentence, MAX_SENTENCE_LENGTH);
      const sense = firstCharacters(given.sense);
      if (sentence.length < given.sentence.length) cut.linesCut++;
      if (sense.length < given.sense.length) cut.sensesCut++;
      lines.push({ sentence, sense });
    }
  }
  return { lines, cut };
}

/** The lines as a person would type them; `parseSenseLines` of the answer gives the lines back. */
export function formatSenseLines(lines: readonly SenseLine[]): string {
  return lines
    .map(({ sentence, sense }) => [sentence, sense].map(onOneLine))
    .map(([sentence, sense]) => (sense === '' ? sentence : `${sentence}\t${sense}`))
    .join('\n');
}

function partsOf(line: string): SenseLine {
  const cells = line.split('\t').map(cleanLine);
  const last = cells.findLastIndex((cell) => cell !== '');
  const first = cells.findIndex((cell) => cell !== '');
  if (first === last) return { sentence: cells[first] ?? '', sense: '' };
  return { sentence: cleanLine(line.split('\t').slice(first, last).join('\t')), sense: cells[last] };
}

function onOneLine(text: string): string {
  return cleanLine(text.replace(LINE_ENDS, ' '));
}

function firstCharacters(text: string): string {
  if (text.length <= MAX_SENSE_LENGTH) return text;
  return Array.from(text).slice(0, MAX_SENSE_LENGTH).join('').trimEnd();
}
