import type { Theme } from '../../contract/deepLink.ts';
import type { Group } from '../../pipeline/mapResult.ts';
import { FADED, HIDDEN, SHOWN } from '../../scene/mapProps.ts';
import { groupColours, groupShapes } from '../../scene/palette.ts';
import type { Item } from '../../text/item.ts';

/** What points are told apart by: the groups that were given, or clusters that were found. */
export interface Grouping {
  readonly kind: 'given' | 'found';
  readonly groups: readonly Group[];
  /** Row of each point's group in `groups`, −1 where it has none. */
  readonly rows: Int32Array;
}

/** The colours and shapes of all points, from their groups. */
export interface PointMarks {
  /** n × 3, sRGB. */
  readonly colours: Uint8Array;
  readonly shapes: Uint8Array;
}

const rowsOf = new WeakMap<
  readonly Item[],
  { readonly groups: readonly Group[]; readonly rows: Int32Array }
>();

/** Row of each item's group in `groups`, −1 where it has none; one array for all who ask the same. */
export function groupRows(items: readonly Item[], groups: readonly Group[]): Int32Array {
  const known = rowsOf.get(items);
  if (known?.groups === groups) return known.rows;
  const places = new Map(groups.map(({ id }, row) => [id, row]));
  const rows = Int32Array.from(items, ({ group }) => places.get(group) ?? -1);
  rowsOf.set(items, { groups, rows });
  return rows;
}

const members = new WeakMap<Int32Array, readonly Int32Array[]>();

/** The indices of each group's points, ascending; told once for each `rows`, since every frame of a settling map asks. */
export function membersOf(rows: Int32Array, groups: number): readonly Int32Array[] {
  const known = members.get(rows);
  if (known?.length === groups) return known;
  const counts = new Int32Array(groups);
  for (const row of rows) if (row >= 0) counts[row] += 1;
  const found = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let index = 0; index < rows.length; index++)
    if (rows[index] >= 0) found[rows[index]][counts[rows[index]]++] = index;
  members.set(rows, found);
  return found;
}

/** A point that belongs nowhere: grey, a ring. */
const ALONE = { dark: [132, 142, 166], light: [110, 118, 136], shape: 4 } as const;

/** Each point looks like its group; one without a group belongs nowhere. */
export function pointMarks(rows: Int32Array, groups: number, theme: Theme): PointMarks {
  const palette = groupColours(Math.max(groups, 1), theme);
  const forms = groupShapes(Math.max(groups, 1));
  const colours = new Uint8Array(rows.length * 3);
  const shapes = new Uint8Array(rows.length);
  const alone = ALONE[theme];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    for (let k = 0; k < 3; k++) colours[index * 3 + k] = row < 0 ? alone[k] : palette[row * 3 + k];
    shapes[index] = row < 0 ? ALONE.shape : forms[row];
  }
  return { colours, shapes };
}

/** Points of hidden groups vanish; with a region chosen, those outside it fade. */
export function pointVisibility(
  { groups, rows }: Grouping,
  hiddenGroups: ReadonlySet<string>,
  region: readonly number[],
): Uint8Array {
  const visible = new Uint8Array(rows.length).fill(region.length > 0 ? FADED : SHOWN);
  for (const index of region) visible[index] = SHOWN;
  const hidden = groups.map(({ id }) => hiddenGroups.has(id));
  if (hidden.includes(true))
    for (let index = 0; index < rows.length; index++) if (hidden[rows[index]]) visible[index] = HIDDEN;
  return visible;
}
