import type { Bilingual } from '../../contract/options.ts';
import type { Contexts } from '../../text/corpus.ts';
import type { Item } from '../../text/item.ts';
import { type ContextsId, loadContexts } from '../../text/loadData.ts';
import { findOccurrences, type Occurrence } from '../../text/occurrences.ts';
import { hasHan, loadSegmenter, type Word } from '../../text/segment.ts';
import { formatSenseLines, parseSenseLines } from '../../text/senseLines.ts';
import { loadSimplifier } from '../../text/simplify.ts';
import type { Note } from '../activity.ts';
import type { LabRequest } from './labRequest.ts';

/** One place where a word stands in a sentence: one point of the lab. `group` is its given sense, '' for none. */
export interface LabOccurrence extends Required<Item> {
  /** Which line it stands in, from 0, and which of the words it is. */
  readonly line: number;
  readonly word: number;
  /** The longer word that it is a part of. */
  readonly inside: string | null;
}

/** A line of the lab. */
export interface LabLine {
  readonly sentence: string;
  /** The id of its given sense, '' for none. */
  readonly sense: string;
  /** The word that the sense is of; null: any. */
  readonly word: number | null;
}

/** A sense that somebody gave: who wrote the bundled sentences, or the person. */
export interface Sense {
  readonly id: string;
  readonly names: Bilingual;
}

/** What the lab shows, before any vector. */
export interface OccurrenceList {
  readonly words: readonly string[];
  readonly lines: readonly LabLine[];
  /** A line each, as the segmenter cuts it. */
  readonly cuts: readonly (readonly Word[])[];
  readonly occurrences: readonly LabOccurrence[];
  /** In the order in which they first appear. */
  readonly senses: readonly Sense[];
  /** How many occurrences stand inside longer words, shown or not. */
  readonly inside: number;
  readonly notes: readonly Note[];
  /** A bundled data set's id, or `own`. */
  readonly data: string;
}

const base = () => new URL('.', document.baseURI).href;
const loading = new Map<ContextsId, Promise<Contexts>>();

/** Bundled sentences, fetched once; a failed fetch is tried anew the next time. */
export function bundledContexts(id: ContextsId): Promise<Contexts> {
  const known = loading.get(id);
  if (known) return known;
  const contexts = loadContexts(id, base());
  loading.set(id, contexts);
  contexts.catch(() => loading.delete(id));
  return contexts;
}

type Asked = Pick<LabRequest, 'words' | 'sentences' | 'data' | 'inside'>;
let last: { readonly key: string; readonly list: Promise<OccurrenceList> } | null = null;

/** The occurrences of the words in their sentences. The same request gives the same list by identity. */
export function occurrenceList({ words, sentences, data, inside }: Asked): Promise<OccurrenceList> {
  const asked = { words, sentences, data, inside };
  const key = JSON.stringify(asked);
  if (last?.key === key) return last.list;
  const list = makeList(asked);
  last = { key, list };
  list.catch(() => {
    if (last?.list === list) last = null;
  });
  return list;
}

async function makeList(asked: Asked): Promise<OccurrenceList> {
  const { words } = asked;
  const given = asked.sentences === null ? await bundledLines(words, asked.data) : ownLines(asked.sentences);
  const { lines } = given;
  const chinese = lines.some(({ sentence }) => hasHan(sentence));
  const segment = await loadSegmenter(chinese ? 'zh' : 'en');
  const cuts = lines.map(({ sentence }) => segment(sentence));
  const found = await placesOf(lines, cuts, words);
  const kept = asked.inside === 'leave' ? found.filter(({ inside }) => inside === undefined) : found;
  const occurrences = kept.map(({ line, word, start, end, inside }): LabOccurrence => {
    const { sentence, sense, word: own } = lines[line];
    return {
      id: `${line + 1}/${start}`,
      text: sentence.slice(start, end),
      group: own === null || own === word ? sense : '',
      sentence,
      start,
      end,
      line,
      word,
      inside: inside ?? null,
    };
  });
  const used = new Set(occurrences.map(({ group }) => group));
  return {
    words,
    lines,
    cuts,
    occurrences,
    senses: given.senses.filter(({ id }) => used.has(id)),
    inside: found.filter(({ inside }) => inside !== undefined).length,
    notes: [...given.notes, ...notesOf(lines, found, words)],
    data: given.data,
  };
}

type Place = Occurrence & { readonly line: number; readonly word: number };

/** Where the words stand, line by line; a word that stands nowhere is looked for in its other characters too. */
async function placesOf(
  lines: readonly LabLine[],
  cuts: readonly (readonly Word[])[],
  words: readonly string[],
): Promise<Place[]> {
  const search = (word: string, index: number, characters?: (text: string) => string) =>
    lines.flatMap(({ sentence }, line) =>
      findOccurrences(sentence, word, { words: cuts[line], characters }).map((place) => ({
        ...place,
        line,
        word: index,
      })),
    );
  const places: Place[] = [];
  for (const [index, word] of words.entries()) {
    let found = search(word, index);
    if (found.length === 0 && hasHan(word)) found = search(word, index, (await loadSimplifier()).characters);
    places.push(...found);
  }
  return places.sort((a, b) => a.line - b.line || a.start - b.start || a.word - b.word);
}

interface GivenLines {
  readonly lines: readonly LabLine[];
  readonly senses: readonly Sense[];
  readonly notes: readonly Note[];
  readonly data: string;
}

function ownLines(typed: string): GivenLines {
  const { lines, cut } = parseSenseLines(typed);
  const notes: Note[] = [];
  if (cut.linesDropped > 0)
    notes.push({ kind: 'lines-dropped', details: { count: cut.linesDropped, kept: lines.length } });
  if (cut.linesCut > 0) notes.push({ kind: 'lines-cut', details: { count: cut.linesCut } });
  const names = [...new Set(lines.map(({ sense }) => sense))].filter((sense) => sense !== '');
  return {
    lines: lines.map(({ sentence, sense }) => ({ sentence, sense, word: null })),
    senses: names.map((name) => ({ id: name, names: { zh: name, en: name } })),
    notes,
    data: 'own',
  };
}

/** The bundled sentences of the words; of a word that has none of its own, all in which it stands. */
async function bundledLines(words: readonly string[], first: ContextsId): Promise<GivenLines> {
  const second: ContextsId = first === 'contexts-zh' ? 'contexts-en' : 'contexts-zh';
  const sets = [first, second];
  const lines: LabLine[] = [];
  const senses: Sense[] = [];
  const used = new Set<string>();
  for (const [index, word] of words.entries()) {
    for (const id of sets) {
      const found = linesOf(await bundledContexts(id), word, index, words.length > 1);
      if (found.lines.length === 0) continue;
      lines.push(...found.lines);
      senses.push(...found.senses);
      used.add(id);
      break;
    }
  }
  return { lines, senses, notes: [], data: [...used].join('+') || 'own' };
}

function linesOf(contexts: Contexts, word: string, index: number, several: boolean) {
  const folded = word.toLowerCase();
  const entry = contexts.words.find((candidate) => candidate.word.toLowerCase() === folded);
  const named = (name: string) => (several ? `${word} · ${name}` : name);
  if (entry) {
    return {
      lines: entry.senses.flatMap(({ id, sentences }) =>
        sentences.map((sentence): LabLine => ({ sentence, sense: `${entry.word}/${id}`, word: index })),
      ),
      senses: entry.senses.map(
        ({ id, names }): Sense => ({
          id: `${entry.word}/${id}`,
          names: { zh: named(names.zh), en: named(names.en) },
        }),
      ),
    };
  }
  const control = contexts.controls.find((candidate) => candidate.word.toLowerCase() === folded);
  const sentences = control?.sentences ?? allSentences(contexts);
  return {
    lines: sentences
      .filter((sentence) => findOccurrences(sentence, word).length > 0)
      .map((sentence): LabLine => ({ sentence, sense: '', word: index })),
    senses: [],
  };
}

function allSentences({ words, controls }: Contexts): string[] {
  const own = words.flatMap(({ senses }) => senses.flatMap(({ sentences }) => sentences));
  return [...own, ...controls.flatMap(({ sentences }) => sentences)];
}

/** How many of the lines that lack the words are named. */
const NAMED = 3;

function notesOf(lines: readonly LabLine[], found: readonly Place[], words: readonly string[]): Note[] {
  const notes: Note[] = [];
  const hit = new Set(found.map(({ line }) => line));
  const without = lines.map((_, line) => line).filter((line) => !hit.has(line));
  if (without.length > 0 && found.length > 0) {
    const named = without.slice(0, NAMED).map((line) => line + 1);
    const more = without.length > NAMED ? ' …' : '';
    const details = { count: without.length, word: words.join(' / '), lines: `${named.join(', ')}${more}` };
    notes.push({ kind: 'word-absent', details });
  }
  for (const [index, word] of words.entries()) {
    if (words.length > 1 && found.length > 0 && !found.some((place) => place.word === index)) {
      notes.push({ kind: 'second-word-absent', details: { word } });
    }
  }
  const repeated = lines.length - new Set(lines.map(({ sentence }) => sentence)).size;
  if (repeated > 0) notes.push({ kind: 'repeated-lines', details: { count: repeated } });
  return notes;
}

/** The lines as a person would type them, given senses behind tabs, in a language. */
export function typedLines({ lines, senses }: OccurrenceList, language: 'zh' | 'en'): string {
  const names = new Map(senses.map(({ id, names }) => [id, names[language]]));
  return formatSenseLines(
    lines.map(({ sentence, sense }) => ({ sentence, sense: names.get(sense) ?? sense })),
  );
}
