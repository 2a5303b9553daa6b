import type { Theme } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';
import type { MapRegion } from '../../scene/mapProps.ts';
import { groupColourHex } from '../../scene/palette.ts';
import { type Grouping, membersOf } from './groupMarks.ts';

/** Found clusters as soft regions with their names; given groups have none. */
export function clusterRegions(
  { kind, groups, rows }: Grouping,
  theme: Theme,
  language: Language,
): MapRegion[] | undefined {
  // one cluster sets nothing apart
  if (kind === 'given' || groups.length < 2) return undefined;
  const members = membersOf(rows, groups.length);
  return groups.map(({ names }, row) => ({
    colour: groupColourHex(row, theme),
    points: members[row],
    text: names[language],
  }));
}
