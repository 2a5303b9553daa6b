/** Vertices `from` … `to` − 1, whose edges are moved in one go. */
export interface VertexBlock {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts the vertices into blocks of at most `mostEdges` edges (one vertex where it alone has more). `offsets` as in
 * `UmapEdges`. The blocks depend on the graph alone, so that the map does not depend on the machine.
 */
export function vertexBlocks(offsets: Uint32Array, mostEdges: number): VertexBlock[] {
  const blocks: VertexBlock[] = [];
  const n = offsets.length - 1;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && offsets[to + 1] - offsets[from] <= mostEdges) to++;
    blocks.push({ from, to });
    from = to;
  }
  return blocks;
}
