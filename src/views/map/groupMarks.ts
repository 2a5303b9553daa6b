import type { Theme } from '../../contract/deepLink.ts';
import type { Group } from '../../pipeline/mapResult.ts';
import { FADED, HIDDEN, SHOWN } from '../../scene/mapProps.ts';
import { groupColours, groupShapes } from '../../scene/palette.ts';
import type { Item } from '../../text/item.ts';

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

/** Each point looks like its group; a point without one like the first. */
export function pointMarks(rows: Int32Array, groups: number, theme: Theme): PointMarks {
  const palette = groupColours(Math.max(groups, 1), theme);
  const forms = groupShapes(Math.max(groups, 1));
  const colours = new Uint8Array(rows.length * 3);
  const shapes = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    const group = Math.max(row, 0);
    colours.set(palette.subarray(group * 3, group * 3 + 3), index * 3);
    shapes[index] = forms[group];
  });
  return { colours, shapes };
}

/** Points of hidden groups vanish; with a region chosen, those outside it fade. */
export function pointVisibility(
  items: readonly Item[],
  hiddenGroups: ReadonlySet<string>,
  region: readonly number[],
): Uint8Array {
  const visible = new Uint8Array(items.length).fill(region.length > 0 ? FADED : SHOWN);
  for (const index of region) visible[index] = SHOWN;
  items.forEach(({ group }, index) => {
    if (hiddenGroups.has(group)) visible[index] = HIDDEN;
  });
  return visible;
}
