import { spreadOf } from '../../../vectors/semanticAxis.ts';
import type { Group } from '../../mapResult.ts';
import type { Figure, FigureArrow } from '../figure.ts';

/** Words with their places along one axis or two. */
export interface PlacedPoints {
  /** For each axis a place of every point. */
  readonly places: readonly ArrayLike<number>[];
  /** For each point the row of its group; −1: it stands on the first axis itself, as a pole's words do. */
  readonly rows: ArrayLike<number>;
  readonly groups: readonly Group[];
  /** What stands at the ends of each axis. */
  readonly poles: readonly (readonly [string, string])[];
}

/** A picture of words along one axis or two; `coordinates` hold the places themselves. */
export type AxisLayout = Pick<Figure, 'coordinates' | 'arrows' | 'captions'> & {
  readonly dims: 2;
  /** m × 2: the corners of the picture, room for names included. */
  readonly extent: Float32Array<ArrayBuffer>;
};

/** How much higher a strip is than it is wide: the room between two panels of a laptop's screen. */
const HEIGHT = 1.6;
/** The share of the words' width that the names of groups take at the left. */
const NAMES = 0.24;
/** Rows between the axis and the last group, beside the usual one: the axis's words are larger. */
const AXIS_BELOW = 0.4;
/** The share of a row that its words are spread over, so that they do not hide each other. */
const SPREAD = 0.7;
/** Fractional parts of multiples of this fill a row evenly, however many there are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * One axis: across is the place along it, and each group has a row, ordered by mean place, so that its spread can be
 * seen; the height within a row means nothing. Two axes: both places. All lengths in one scale.
 */
export function layOut(points: PlacedPoints): AxisLayout {
  return points.places.length > 1 ? scatter(points) : strip(points);
}

function strip({ places: [places], rows, groups, poles: [poles] }: PlacedPoints): AxisLayout {
  const members = membersOf(rows, groups.length);
  const order = groups
    .map((_, row) => row)
    .filter((row) => members[row].length > 0)
    .sort((a, b) => meanAt(places, members[a]) - meanAt(places, members[b]) || a - b);
  const [low, high] = rangeOf(places);
  const step = ((high - low) * HEIGHT) / Math.max(order.length + 2, 4);
  const coordinates = new Float32Array(places.length * 2);
  for (let index = 0; index < places.length; index++) coordinates[index * 2] = places[index];
  const heightOf = (at: number) => (order.length - at + AXIS_BELOW) * step;
  order.forEach((row, at) => {
    const inOrder = members[row].toSorted((a, b) => places[a] - places[b] || a - b);
    inOrder.forEach((index, rank) => {
      const lane = inOrder.length > 1 ? ((rank * GOLDEN) % 1) - 0.5 : 0;
      coordinates[index * 2 + 1] = heightOf(at) + lane * SPREAD * step;
    });
  });
  const lines = order.map((row, at): FigureArrow => {
    const { names, id } = groups[row];
    // towards the left, where its name then stands
    return { from: [high, heightOf(at)], to: [low, heightOf(at)], kind: 'way', label: names, group: id };
  });
  const top = heightOf(0) + step * 0.6;
  const arrows: FigureArrow[] = [
    ...lines,
    { from: [0, 0], to: [0, top], kind: 'way' },
    ...bothWays([low, high], (at) => [at, 0], poles),
  ];
  return {
    dims: 2,
    coordinates,
    arrows,
    captions: [],
    // the scene's own margin holds half of the first row and the names below the axis
    extent: corners(low - (high - low) * NAMES, high, -step * 0.2, heightOf(0)),
  };
}

function scatter({ places, rows, groups, poles }: PlacedPoints): AxisLayout {
  const [across, up] = places;
  const coordinates = new Float32Array(across.length * 2);
  for (let index = 0; index < across.length; index++) {
    coordinates[index * 2] = across[index];
    coordinates[index * 2 + 1] = up[index];
  }
  const [x, y] = [rangeOf(across), rangeOf(up)];
  const members = membersOf(rows, groups.length);
  const captions = groups.flatMap(({ names, id }, row) =>
    members[row].length === 0
      ? []
      : [{ text: names, group: id, at: [meanAt(across, members[row]), meanAt(up, members[row])] }],
  );
  return {
    dims: 2,
    coordinates,
    arrows: [...bothWays(x, (at) => [at, 0], poles[0]), ...bothWays(y, (at) => [0, at], poles[1])],
    captions,
    extent: corners(x[0], x[1], y[0], y[1]),
  };
}

/** An axis as two arrows from 0, so that each end has its pole's name. */
function bothWays(
  [low, high]: readonly [number, number],
  at: (place: number) => [number, number],
  poles: readonly [string, string],
): FigureArrow[] {
  return [low, high].map((end, pole) => ({ from: at(0), to: at(end), kind: 'axis', label: poles[pole] }));
}

function corners(left: number, right: number, bottom: number, top: number): Float32Array<ArrayBuffer> {
  return new Float32Array([left, bottom, right, bottom, left, top, right, top]);
}

/** From the least place to the highest, 0 between them, with a little room. */
function rangeOf(places: ArrayLike<number>): [number, number] {
  let [low, high] = [0, 0];
  for (let i = 0; i < places.length; i++) {
    low = Math.min(low, places[i]);
    high = Math.max(high, places[i]);
  }
  const room = Math.max((high - low) * 0.04, 1e-3);
  return [low - room, high + room];
}

function membersOf(rows: ArrayLike<number>, groups: number): number[][] {
  const members: number[][] = Array.from({ length: groups }, () => []);
  for (let index = 0; index < rows.length; index++) if (rows[index] >= 0) members[rows[index]].push(index);
  return members;
}

function meanAt(places: ArrayLike<number>, members: readonly number[]): number {
  return spreadOf(members.map((index) => places[index])).mean;
}
