import { type OccurrenceList, typedLines } from '../pipeline/lab/occurrenceList.ts';
import { formatSenseLines, parseSenseLines } from '../text/senseLines.ts';
import { useLink } from './linkStore.ts';

/** Gives the sentence of a line a sense ('' takes it back); bundled sentences become the person's own by that. */
export function labelLine(list: OccurrenceList, line: number, sense: string): void {
  const { link, type } = useLink.getState();
  const { lines } = parseSenseLines(typedLines(list, link.lang));
  type({
    word: list.words.join(', '),
    sentences: formatSenseLines(lines.map((each, at) => (at === line ? { ...each, sense } : each))),
  });
}
