/** Clusters numbered for the reader. */
export interface NumberedClusters {
  readonly labels: Int32Array<ArrayBuffer>;
  /** How many clusters have a member. */
  readonly k: number;
}

/** Numbers clusters from 0, the largest first, of equal ones that which begins first; labels below 0 become −1. */
export function numberedBySize(labels: Int32Array): NumberedClusters {
  const sizes = new Map<number, number>();
  for (const label of labels) if (label >= 0) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  // a Map keeps the order of first members, and sort keeps it among equals
  const order = [...sizes].sort(([, a], [, b]) => b - a).map(([label]) => label);
  const places = new Map(order.map((label, place) => [label, place]));
  return { labels: Int32Array.from(labels, (label) => places.get(label) ?? -1), k: order.length };
}
