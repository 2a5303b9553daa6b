import type { Layer } from '../contract/options.ts';
import type { Item } from '../text/item.ts';
import type { Note } from './activity.ts';
import type { EmbeddedItems } from './embedItems.ts';

/** Models of which it was said that the browser does not keep them: once is enough. */
const said = new WeakSet<object>();

/** What the person should know about how items were embedded; `asked` is the layer that was asked for. */
export function embeddingNotes(
  items: readonly Item[],
  { missing, truncated, layer, model }: EmbeddedItems,
  asked: Layer | null,
): Note[] {
  const notes: Note[] = [];
  if (missing.length > 0) {
    const words = missing.slice(0, 5).map((index) => items[index].text.slice(0, 20));
    notes.push({
      kind: 'missing-words',
      details: { count: missing.length, words: words.join(' · '), model: model.card.id },
    });
  }
  if (truncated.length > 0) {
    notes.push({ kind: 'truncated', details: { count: truncated.length, tokens: model.card.maxTokens } });
  }
  if (!model.cached && !said.has(model)) {
    said.add(model);
    notes.push({ kind: 'not-kept', details: {} });
  }
  if (asked !== null && layer !== null && layer !== asked) {
    notes.push({ kind: 'layer-clipped', details: { asked, layer } });
  }
  return notes;
}
