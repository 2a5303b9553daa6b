import type { PositionTable } from './embeddingModel.ts';
import { initialiser } from './graphBytes.ts';
import { floatsOf } from './tokenRows.ts';

/** A learned table of positions out of a graph's bytes, copied. Throws a RangeError where the graph has none. */
export function readPositionTable(graph: Uint8Array<ArrayBuffer>, name: string): PositionTable {
  const found = initialiser(graph, name);
  if (!found?.data || found.dims.length !== 2) throw new RangeError(`the graph has no table ${name}`);
  const [rows, dim] = found.dims;
  return { rows, dim, data: floatsOf(found, found.data.slice()) };
}
