import { useMemo } from 'react';
import type { MapFrame } from '../../pipeline/buildMap.ts';
import type { Group } from '../../pipeline/mapResult.ts';
import { useClusters } from '../../stores/clusterStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { type Grouping, groupRows } from './groupMarks.ts';

/** What the points of a map are told apart by: clusters where they are asked for and found, else the given groups. */
export function useGrouping({ items, groups }: Pick<MapFrame, 'items' | 'groups'>): Grouping {
  const isAsked = useLink(({ link }) => link.colour === 'found');
  const found = useClusters((clusters) => (isAsked && clusters.items === items ? clusters.found : null));
  return useMemo(
    () =>
      found
        ? { kind: 'found', groups: clusterGroups(found.names), rows: found.labels }
        : { kind: 'given', groups, rows: groupRows(items, groups) },
    [found, items, groups],
  );
}

/** Clusters as groups, called by the words that set them apart: the same in both languages. */
export function clusterGroups(names: readonly (readonly string[])[]): Group[] {
  return names.map((words, row) => {
    const name = words.join(' · ');
    return { id: `cluster/${row}`, names: { zh: name, en: name } };
  });
}
