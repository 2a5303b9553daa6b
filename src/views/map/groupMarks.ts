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

/** Row of each item's group in `groups`, −1 where it has none. */
export function groupRows(items: readonly Item[], groups: readonly Group[]): Int32Array {
  const rows = new Map(groups.map(({ id }, row) => [id, row]));
  return Int32Array.from(items, ({ group }) => rows.get(group) ?? -1);
}

/** A point that belongs nowhere: grey, a ring. */
const ALONE = { dark: [132, 142, 166], light: [110, 118, 136], shape: 4 } as const;

/** Each point looks like its group; one without a group belongs nowhere. */
export function pointMarks(rows: Int32Array, groups: number, theme: Theme): PointMarks {
  const palette = groupColours(Math.max(groups, 1), theme);
  const forms = groupShapes(Math.max(groups, 1));
  const colours = new Uint8Array(rows.length * 3);
  const shapes = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    colours.set(row < 0 ? ALONE[theme] : palette.subarray(row * 3, row * 3 + 3), index * 3);
    shapes[index] = row < 0 ? ALONE.shape : forms[row];
  });
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
  rows.forEach((row, index) => {
    if (hidden[row]) visible[index] = HIDDEN;
  });
  return visible;
}
