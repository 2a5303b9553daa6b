import type { Theme } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';
import type { MapFrame } from '../../pipeline/buildMap.ts';
import type { MapCaption } from '../../scene/mapProps.ts';
import { groupColourHex } from '../../scene/palette.ts';
import { sampleRows, seededRandom } from '../../vectors/random.ts';
import { type Grouping, membersOf } from './groupMarks.ts';

/** Groups whose points are too scattered for one name over them are left without. */
const LEAST_POINTS = 3;

/** Of a larger group so many points tell its middle: a median of these is off by 2% of the group's spread (1.25 / √m). */
const SAMPLE = 4096;
const SEED = 42;

/** The name of each shown group over its middle: the coordinate-wise median, which strays less than the mean. */
export function groupCaptions(
  { coordinates, dims }: MapFrame,
  { groups, rows }: Grouping,
  hiddenGroups: ReadonlySet<string>,
  theme: Theme,
  language: Language,
): MapCaption[] {
  if (groups.length < 2) return [];
  const members = membersOf(rows, groups.length);
  return groups.flatMap((group, row) => {
    const all = members[row];
    if (all.length < LEAST_POINTS || hiddenGroups.has(group.id)) return [];
    const points =
      all.length <= SAMPLE ? all : sampleRows(all.length, SAMPLE, seededRandom(SEED)).map((at) => all[at]);
    const at = Array.from({ length: dims }, (_, axis) => {
      const values = Float32Array.from(points, (index) => coordinates[index * dims + axis]).sort();
      return values[values.length >> 1];
    });
    return [{ text: group.names[language], at, colour: groupColourHex(row, theme) }];
  });
}
