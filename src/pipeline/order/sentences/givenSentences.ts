import type { ModelId } from '../../../contract/deepLink.ts';
import { contextualDefault, staticDefault } from '../../../contract/deepLink.ts';
import { Fault } from '../../../contract/fault.ts';
import type { SentencesId } from '../../../contract/insideLinks.ts';
import type { Language } from '../../../contract/options.ts';
import { cleanLines } from '../../../text/lines.ts';
import { loadSentences } from '../../../text/loadData.ts';
import { sentenceItems } from '../../../text/sentenceSets.ts';
import type { Note } from '../../activity.ts';
import type { SentenceGroup, SentencesAnswer } from './sentencesAnswer.ts';

/** Of a person's sentences so many are kept: their square is read as a table. */
export const MOST_LINES = 24;

/** The group that is shown first: the film of the articles behind the project. */
const FIRST = 'film';

const HAN = /\p{Script=Han}/u;

/** Sentences before any vector. */
export type GivenSentences = Pick<
  SentencesAnswer,
  'data' | 'own' | 'language' | 'lines' | 'groups' | 'first'
> & {
  /** All groups of which paraphrases are measured; none for a person's own. */
  readonly measured: readonly string[];
  readonly notes: readonly Note[];
};

/** The bundled sentences of a language. Throws as `loadData`. */
export async function bundledSentences(data: SentencesId, signal: AbortSignal): Promise<GivenSentences> {
  const set = await loadSentences(data, new URL('.', document.baseURI).href, signal);
  const { items } = sentenceItems(set);
  const lines = items.map(({ id, text, group, near }) => ({ id, text, group, near }));
  const ids = set.groups.map(({ id }) => id);
  const film = Math.max(0, ids.indexOf(FIRST));
  const groups = set.groups.map(({ id, names }, at): SentenceGroup => {
    const rows = lines.flatMap(({ group }, row) => (group === id ? [row] : []));
    // what stands before the film is about the weather, as the first group is
    const foreign = lines.findIndex(({ group }) => group === ids[at < film ? film : 0]);
    const alone = lines[foreign].group === id;
    const others = alone ? [] : [foreign];
    return {
      id,
      names,
      rows: [...rows, ...others],
      roles: [
        ...rows.map((row) => (lines[row].near ? 'near' : 'same')),
        ...others.map(() => 'other' as const),
      ],
    };
  });
  const { language } = set;
  return { data, own: false, language, lines, groups, first: ids[film], measured: ids, notes: [] };
}

/**
 * A person's sentences, one a line.
 * @throws Fault `no-texts` where no line has text
 */
export function ownSentences(typed: string): GivenSentences {
  const { texts, cut } = cleanLines(typed);
  if (texts.length === 0) throw new Fault('no-texts');
  const kept = texts.slice(0, MOST_LINES);
  const dropped = texts.length - kept.length + cut.linesDropped;
  const notes: Note[] = [];
  if (dropped > 0) notes.push({ kind: 'lines-dropped', details: { count: dropped, kept: kept.length } });
  if (cut.linesCut > 0) notes.push({ kind: 'lines-cut', details: { count: cut.linesCut } });
  return {
    data: 'own',
    own: true,
    language: kept.some((text) => HAN.test(text)) ? 'zh' : 'en',
    lines: kept.map((text, at) => ({ id: `own/${at + 1}`, text, group: 'own', near: false })),
    groups: [
      {
        id: 'own',
        names: { zh: '我的句子', en: 'Your sentences' },
        rows: kept.map((_, at) => at),
        roles: kept.map(() => 'own' as const),
      },
    ],
    first: 'own',
    measured: [],
    notes,
  };
}

/** One model of each kind for a language: the mean of static words, a BERT-like one of it, and one for both. */
export function usualModels(language: Language): ModelId[] {
  return [staticDefault(language), contextualDefault(language), 'multilingual-e5-small'];
}
