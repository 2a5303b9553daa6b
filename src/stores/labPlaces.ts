import type { LabFrame, LabResult } from '../pipeline/lab/labResult.ts';
import { bestTurn, turned } from '../vectors/procrustes.ts';

/** A finished lab as it stands on the screen. */
export interface Anchor {
  /** What decides whether two labs are fits of the same kind. */
  readonly kind: string;
  /** The row of each occurrence, by its sentence and place. */
  readonly rows: ReadonlyMap<string, number>;
  /** A layer each, n × dims. */
  readonly places: readonly Float32Array[];
  readonly dims: 2 | 3;
}

const keyOf = ({ sentence, start, word }: { sentence: string; start: number; word: number }) =>
  `${word} ${start} ${sentence}`;

function kindOf({ request }: LabFrame): string {
  return JSON.stringify([request.words, request.model, request.projection]);
}

/** Remembers where a finished lab's occurrences are shown; `placed` are its coordinates as they are shown. */
export function anchorOf(result: LabResult, placed: readonly Float32Array[] | null): Anchor {
  const rows = new Map(result.vectors.occurrences.map((occurrence, row) => [keyOf(occurrence), row]));
  return { kind: kindOf(result), rows, places: placed ?? result.coordinates, dims: result.dims };
}

/** The coordinates of all layers, turned so that what was there before lies as near as it can to where it was. */
export function alignedTo(
  anchor: Anchor | null,
  frame: LabFrame,
  coordinates: readonly Float32Array[],
): readonly Float32Array[] {
  const { dims, vectors } = frame;
  if (!anchor || anchor.dims !== dims || anchor.kind !== kindOf(frame)) return coordinates;
  const from: number[] = [];
  const to: number[] = [];
  for (const [row, occurrence] of vectors.occurrences.entries()) {
    const old = anchor.rows.get(keyOf(occurrence));
    if (old === undefined) continue;
    for (const [layer, places] of anchor.places.entries()) {
      from.push(...coordinates[layer].subarray(row * dims, (row + 1) * dims));
      to.push(...places.subarray(old * dims, (old + 1) * dims));
    }
  }
  const turn = bestTurn(Float64Array.from(from), Float64Array.from(to), dims);
  return turn ? coordinates.map((layer) => turned(layer, turn)) : coordinates;
}
