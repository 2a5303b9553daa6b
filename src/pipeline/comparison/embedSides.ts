import { Fault } from '../../contract/fault.ts';
import type { Item } from '../../text/item.ts';
import { centreRows } from '../../vectors/mean.ts';
import type { Note } from '../activity.ts';
import { LEAST_TO_CENTRE } from '../buildMap.ts';
import { embeddingNotes } from '../embeddingNotes.ts';
import { type EmbeddedItems, embedItems } from '../embedItems.ts';
import type { WorkHooks } from '../modelSessions.ts';
import type { ComparisonRequest, Side } from './comparisonRequest.ts';

/** One side's vectors of the items that both sides know. */
export interface SideRows {
  readonly embedded: EmbeddedItems;
  readonly dim: number;
  readonly centre: 'none' | 'shown';
  /** n × dim, as the model gives them. */
  readonly raw: Float32Array<ArrayBuffer>;
  /** n × dim, as they are compared: without their mean where that was asked for. */
  readonly data: Float32Array<ArrayBuffer>;
}

export interface EmbeddedSides {
  /** The items that both sides know, the given list itself where that is all. */
  readonly items: readonly Item[];
  readonly left: SideRows;
  /** The same object as `left` where both sides come to the same model, layer, pooling, device and centring. */
  readonly right: SideRows;
  readonly notes: readonly Note[];
}

/**
 * Embeds items with both sides and keeps those that both know. Throws Fault `nothing-embedded` where a side knows none,
 * `nothing-shared` where they have none in common, and what embedItems throws.
 */
export async function embedSides(
  items: readonly Item[],
  { left, right }: Pick<ComparisonRequest, 'left' | 'right'>,
  hooks: WorkHooks,
): Promise<EmbeddedSides> {
  // one after the other: two models at work at once would share the same cores
  const first = await embedSide(items, left, hooks);
  const second = await embedSide(items, right, hooks);
  const rows = sharedRows(items.length, first, second);
  const all = rows.length === items.length;
  const leftRows = rowsOf(first, rows, left.centre);
  const rightRows = rowsOf(second, rows, right.centre);
  const notes = [...embeddingNotes(items, first, left.layer), ...embeddingNotes(items, second, right.layer)];
  if (!all) notes.push({ kind: 'shared-only', details: { count: rows.length, total: items.length } });
  if ([left, right].some(({ centre }) => centre === 'shown') && rows.length < LEAST_TO_CENTRE) {
    notes.push({ kind: 'centre-too-few', details: { least: LEAST_TO_CENTRE } });
  }
  return {
    items: all ? items : Array.from(rows, (row) => items[row]),
    left: leftRows,
    right: isSame(leftRows, rightRows) ? leftRows : rightRows,
    notes: distinct(notes),
  };
}

async function embedSide(
  items: readonly Item[],
  { model, device, layer, pooling }: Side,
  hooks: WorkHooks,
): Promise<EmbeddedItems> {
  const embedded = await embedItems(items, { model, device, layer, pooling }, { ...hooks });
  hooks.signal.throwIfAborted();
  if (embedded.missing.length === items.length) {
    throw new Fault('nothing-embedded', { model, count: items.length });
  }
  return embedded;
}

function sharedRows(n: number, left: EmbeddedItems, right: EmbeddedItems): Int32Array<ArrayBuffer> {
  const missing = new Set([...left.missing, ...right.missing]);
  if (missing.size === n) {
    throw new Fault('nothing-shared', { left: left.model.card.id, right: right.model.card.id });
  }
  return Int32Array.from({ length: n }, (_, row) => row).filter((row) => !missing.has(row));
}

function rowsOf(embedded: EmbeddedItems, rows: Int32Array, asked: Side['centre']): SideRows {
  const { dim, data } = embedded;
  let raw = data;
  if (rows.length * dim < data.length) {
    raw = new Float32Array(rows.length * dim);
    for (const [at, row] of rows.entries()) raw.set(data.subarray(row * dim, (row + 1) * dim), at * dim);
  }
  const centre = rows.length >= LEAST_TO_CENTRE ? asked : 'none';
  return { embedded, dim, centre, raw, data: centre === 'shown' ? centreRows(raw, dim) : raw };
}

/** Whether two sides ask the same of the same model, whatever their requests left to defaults. */
function isSame(left: SideRows, right: SideRows): boolean {
  const [a, b] = [left.embedded, right.embedded];
  return (
    a.model.card.id === b.model.card.id &&
    a.report.device === b.report.device &&
    a.layer === b.layer &&
    a.pooling === b.pooling &&
    left.centre === right.centre
  );
}

/** What both sides have to say is said once. */
function distinct(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}
