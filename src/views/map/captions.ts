import type { Theme } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';
import type { MapFrame } from '../../pipeline/buildMap.ts';
import type { MapCaption } from '../../scene/mapProps.ts';
import { groupColourHex } from '../../scene/palette.ts';
import type { Grouping } from './groupMarks.ts';

/** Groups whose points are too scattered for one name over them are left without. */
const LEAST_POINTS = 3;

/** The name of each shown group over its middle: the coordinate-wise median, which strays less than the mean. */
export function groupCaptions(
  { coordinates, dims }: MapFrame,
  { groups, rows }: Grouping,
  hiddenGroups: ReadonlySet<string>,
  theme: Theme,
  language: Language,
): MapCaption[] {
  if (groups.length < 2) return [];
  const members: number[][] = groups.map(() => []);
  rows.forEach((row, index) => {
    if (row >= 0) members[row].push(index);
  });
  return groups.flatMap((group, row) => {
    const points = members[row];
    if (points.length < LEAST_POINTS || hiddenGroups.has(group.id)) return [];
    const at = Array.from({ length: dims }, (_, axis) => {
      const values = Float32Array.from(points, (index) => coordinates[index * dims + axis]).sort();
      return values[values.length >> 1];
    });
    return [{ text: group.names[language], at, colour: groupColourHex(row, theme) }];
  });
}
