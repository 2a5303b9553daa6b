import type { DataId } from '../contract/deepLink.ts';
import type { OwnTexts } from '../contract/fragment.ts';
import type { Item } from '../text/item.ts';
import { cleanLines } from '../text/lines.ts';
import { type LoadedData, loadData } from '../text/loadData.ts';
import type { Note } from './activity.ts';
import type { Group } from './mapResult.ts';

/** The group that a person's own texts form. */
export const OWN_GROUP: Group = { id: 'own', names: { zh: '我的', en: 'Yours' } };

/** What a map shows, before any vector. */
export interface ItemList {
  readonly items: readonly Item[];
  readonly groups: readonly Group[];
  readonly notes: readonly Note[];
  /** The data's id for exports: a bundled one, `own`, or both joined by `+`. */
  readonly data: string;
}

const bundled = new Map<DataId, Promise<ItemList>>();
let lastOwn: { readonly key: string; readonly list: ItemList } | null = null;

/** A bundled data set, fetched once; a failed fetch is tried anew the next time. */
function bundledItems(id: DataId): Promise<ItemList> {
  const known = bundled.get(id);
  if (known) return known;
  const list = loadData(id, new URL('.', document.baseURI).href).then(
    ({ items, groups }: LoadedData): ItemList => ({ items, groups, notes: [], data: id }),
  );
  bundled.set(id, list);
  list.catch(() => bundled.delete(id));
  return list;
}

function ownItems(own: OwnTexts): ItemList {
  const { texts, cut } = cleanLines(own.texts.join('\n'));
  const items = texts.map((text, index): Item => ({ id: `own/${index}`, text, group: OWN_GROUP.id }));
  const notes: Note[] = [];
  if (cut.linesDropped > 0)
    notes.push({ kind: 'lines-dropped', details: { count: cut.linesDropped, kept: texts.length } });
  if (cut.linesCut > 0) notes.push({ kind: 'lines-cut', details: { count: cut.linesCut } });
  return { items, groups: [OWN_GROUP], notes, data: 'own' };
}

/**
 * The points of a map: bundled data, own texts, or both. The same request gives the same list by identity, so that
 * vectors can be kept for it.
 */
export async function itemsFor(data: DataId, own: OwnTexts | null): Promise<ItemList> {
  if (!own) return bundledItems(data);
  const key = JSON.stringify([own.add ? data : null, own]);
  if (lastOwn?.key === key) return lastOwn.list;
  const mine = ownItems(own);
  let list = mine;
  if (own.add) {
    const given = await bundledItems(data);
    list = {
      items: [...mine.items, ...given.items],
      // Last, so that the bundled groups keep their colours.
      groups: [...given.groups, ...mine.groups],
      notes: mine.notes,
      data: `${given.data}+own`,
    };
  }
  lastOwn = { key, list };
  return list;
}
