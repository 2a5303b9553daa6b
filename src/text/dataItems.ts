import { Fault } from '../contract/fault.ts';
import type { Bilingual } from '../contract/options.ts';
import type { Contexts, WordList } from './corpus.ts';
import type { Item } from './item.ts';
import { findOccurrences } from './occurrences.ts';

/** A group of items, as the data names it. */
interface ItemGroup {
  readonly id: string;
  readonly names: Bilingual;
}

/** Data as things to be shown: every item's group is among `groups`, ids are unique and the same on each visit. */
export interface GroupedItems {
  readonly items: readonly Item[];
  readonly groups: readonly ItemGroup[];
}

export interface ContextItemOptions {
  /** Whether the control words (of one sense) are there too; false by default. */
  readonly controls?: boolean;
}

/** A word list as items, `<group>/<word>`. Throws the Fault `data-invalid` when a group has a word twice. */
export function wordItems(list: WordList): GroupedItems {
  const items = list.groups.flatMap(({ id: group, words }) =>
    words.map((word): Item => ({ id: `${group}/${word}`, text: word, group })),
  );
  return checked(list.id, {
    items,
    groups: list.groups.map(({ id, names }) => ({ id, names })),
  });
}

/**
 * Contexts as items: one for each occurrence of a word in its sentences, `<word>/<sense>/<sentence>/<start>` with
 * sentences counted from 1, grouped by word and sense. Occurrences inside longer words count (校长 for 长): who
 * wrote the sentences labelled them so. Throws the Fault `data-invalid` when a sentence lacks its word.
 */
export function contextItems(
  contexts: Contexts,
  { controls = false }: ContextItemOptions = {},
): GroupedItems {
  const items: Item[] = [];
  const groups: ItemGroup[] = [];
  const add = (group: ItemGroup, word: string, sentences: readonly string[]) => {
    groups.push(group);
    for (const [index, sentence] of sentences.entries()) {
      const found = findOccurrences(sentence, word);
      if (found.length === 0) throw invalid(contexts.id, `${word}: ${sentence}`);
      for (const { start, end } of found) {
        const id = `${group.id}/${index + 1}/${start}`;
        items.push({ id, text: sentence.slice(start, end), group: group.id, sentence, start, end });
      }
    }
  };
  for (const { word, senses } of contexts.words) {
    for (const { id, names, sentences } of senses) {
      const both = { zh: `${word} · ${names.zh}`, en: `${word} · ${names.en}` };
      add({ id: `${word}/${id}`, names: both }, word, sentences);
    }
  }
  if (controls) {
    for (const { word, sentences } of contexts.controls)
      add({ id: word, names: { zh: word, en: word } }, word, sentences);
  }
  return checked(contexts.id, { items, groups });
}

function checked(data: string, given: GroupedItems): GroupedItems {
  for (const ids of [given.items.map(({ id }) => id), given.groups.map(({ id }) => id)]) {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) throw invalid(data, `${id} twice`);
      seen.add(id);
    }
  }
  return given;
}

function invalid(data: string, message: string): Fault {
  return new Fault('data-invalid', { file: `${data}.json`, message });
}
