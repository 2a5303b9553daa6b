/** The group that most words of a cluster were given. */
export interface DominantGroup {
  readonly group: string;
  /** Its part of the cluster's words that have a group, above 0 … 1. */
  readonly share: number;
}

/**
 * Of each of k clusters the group that most of its members have, of equally frequent ones that which comes first;
 * null where no member has one ('').
 */
export function dominantGroups(
  labels: Int32Array,
  k: number,
  groups: readonly string[],
): (DominantGroup | null)[] {
  const counts = Array.from({ length: k }, () => new Map<string, number>());
  labels.forEach((label, row) => {
    const group = groups[row];
    if (label < 0 || group === '') return;
    counts[label].set(group, (counts[label].get(group) ?? 0) + 1);
  });
  return counts.map((count) => {
    let best: { group: string; size: number } | null = null;
    let all = 0;
    for (const [group, size] of count) {
      all += size;
      if (best === null || size > best.size) best = { group, size };
    }
    return best && { group: best.group, share: best.size / all };
  });
}
