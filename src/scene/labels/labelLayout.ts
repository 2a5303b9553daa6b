/** A label that would like a place on the screen. CSS pixels. */
export interface LabelCandidate {
  /** What it belongs to, unique in one layout. */
  id: number;
  /** The place it names, and how far the label must keep from it. */
  x: number;
  y: number;
  gap: number;
  width: number;
  height: number;
  /** Higher goes first. */
  score: number;
  /** Labels of what is looked at: they come before the limit, and may reach over the edge of the free area. */
  forced: boolean;
  /** Stands centred on its place rather than beside it; with a gap, else that much above or below. */
  centred: boolean;
  /** Directions on the screen, unit vectors with y down, in which it may stand beside its place, best first. */
  towards?: readonly (readonly [number, number])[];
  /** How many of the crowd's places its box may cover; any number if left out. */
  mayCover?: number;
}

/** A box on the screen, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A label with its place, and on which side of its point it stands. */
export interface PlacedLabel extends Box {
  id: number;
  side: LabelSide;
}

/** Right, left, above or below its point; over it. Of a label with `towards`: which of those. */
export type LabelSide = 0 | 1 | 2 | 3 | 4;

/** Where labels may go and how close. CSS pixels. */
export interface LayoutArea {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Least space between labels, horizontally and vertically. */
  spaceX: number;
  spaceY: number;
  /** Most labels, forced ones not counted. */
  limit: number;
  /** What no label may cover: the rings of the points that are looked at. */
  keepOut: readonly Box[];
}

const CELL = 48;

function offset(candidate: LabelCandidate, side: LabelSide): [number, number] {
  const { gap, width, height, centred, towards } = candidate;
  if (towards) {
    const [x, y] = towards[side] ?? [0, 0];
    // so far out that the box touches the line through its place at right angles, plus the gap
    const out = gap + (Math.abs(x) * width + Math.abs(y) * height) / 2;
    return [x * out - width / 2, y * out - height / 2];
  }
  if (centred && side !== 4) return [-width / 2, (side === 2 ? -gap : gap) - height / 2];
  if (side === 0) return [gap, -height / 2];
  if (side === 1) return [-gap - width, -height / 2];
  if (side === 2) return [-width / 2, -gap - height];
  if (side === 3) return [-width / 2, gap];
  return [-width / 2, -height / 2];
}

/**
 * Greedy label placement: best score first, each on the first side that overlaps no label placed before.
 * No two labels of the result overlap or come closer than the area's spacing.
 * @param candidates in any order; not changed
 * @param before sides of the labels now on screen, preferred so that a label does not hop round its point
 * @param crowd how much a box covers, by which the sides are tried: emptiest first
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  area: LayoutArea,
  before: ReadonlyMap<number, LabelSide>,
  crowd: (left: number, top: number, right: number, bottom: number) => number = () => 0,
): PlacedLabel[] {
  const order = [...candidates].sort(
    (a, b) => Number(b.forced) - Number(a.forced) || b.score - a.score || a.id - b.id,
  );
  const placed: PlacedLabel[] = [];
  const grid = new Map<number, Box[]>();
  const cellsOf = function* (l: number, t: number, r: number, b: number): Generator<number> {
    for (let cy = Math.floor(t / CELL); cy <= Math.floor(b / CELL); cy++)
      for (let cx = Math.floor(l / CELL); cx <= Math.floor(r / CELL); cx++) yield cy * 4096 + cx;
  };
  const isFree = (l: number, t: number, r: number, b: number): boolean => {
    for (const cell of cellsOf(l, t, r, b)) {
      for (const other of grid.get(cell) ?? []) {
        if (
          l < other.left + other.width + area.spaceX &&
          r > other.left - area.spaceX &&
          t < other.top + other.height + area.spaceY &&
          b > other.top - area.spaceY
        )
          return false;
      }
    }
    return true;
  };
  const occupy = (box: Box, spaceX: number, spaceY: number): void => {
    const { left, top, width, height } = box;
    for (const cell of cellsOf(left - spaceX, top - spaceY, left + width + spaceX, top + height + spaceY)) {
      const list = grid.get(cell);
      if (list) list.push(box);
      else grid.set(cell, [box]);
    }
  };
  // the spacing is meant for letters: boxes to keep out of are shrunk by it, and grown again by the test
  for (const box of area.keepOut) {
    const [x, y] = [Math.min(area.spaceX, box.width / 2), Math.min(area.spaceY, box.height / 2)];
    const core = {
      left: box.left + x,
      top: box.top + y,
      width: box.width - 2 * x,
      height: box.height - 2 * y,
    };
    occupy(core, area.spaceX, area.spaceY);
  }
  /** On the first side that is free; `over`: by how many of its widths it may reach over the edge. */
  const place = (
    candidate: LabelCandidate,
    sides: readonly LabelSide[],
    over: number,
    pushed: boolean,
  ): PlacedLabel | null => {
    const { id, width, height } = candidate;
    const slack = over * width;
    for (const side of sides) {
      const [dx, dy] = offset(candidate, side);
      const wished = candidate.x + dx;
      const left = pushed ? Math.max(area.left, Math.min(wished, area.right - width)) : wished;
      const top = candidate.y + dy;
      if (left < area.left - slack || left + width > area.right + slack) continue;
      if (top < area.top - slack || top + height > area.bottom + slack) continue;
      const { mayCover } = candidate;
      if (mayCover !== undefined && crowd(left, top, left + width, top + height) > mayCover) continue;
      if (isFree(left, top, left + width, top + height)) return { id, left, top, width, height, side };
    }
    return null;
  };
  let counted = 0;
  for (const candidate of order) {
    if (!candidate.forced && counted >= area.limit) break;
    const sides = sidesOf(candidate, before.get(candidate.id), crowd);
    // pushed back along its arrow, a label would stand on it: the first side is then the worst
    const back = candidate.towards
      ? [...sides.slice(1), ...sides.slice(0, 1)]
      : // over a place out of sight it would name another
        candidate.gap > 0 || (candidate.x >= area.left && candidate.x <= area.right)
        ? sides
        : [];
    const label = candidate.forced
      ? // what is looked at: inside if it can be, else pushed inside, else over the edge
        (place(candidate, sides, 0, false) ??
        place(candidate, sides, 0, true) ??
        place(candidate, sides, 1, false))
      : (place(candidate, sides, 0, false) ??
        (candidate.towards || candidate.centred ? place(candidate, back, 0, true) : null));
    if (!label) continue;
    placed.push(label);
    if (!candidate.forced) counted += 1;
    occupy(label, area.spaceX, area.spaceY);
  }
  return placed;
}

const SIDES: readonly LabelSide[] = [0, 1, 2, 3, 4];
const AROUND = SIDES.slice(0, 4);
const OVER: readonly LabelSide[] = [4, 2, 3];
/** A label hops to another side only if it then covers this much less; right and left read best. */
const STAYS = 2;
const BIAS = [0, 0.4, 0.6, 0.6];

function sidesOf(
  candidate: LabelCandidate,
  old: LabelSide | undefined,
  crowd: (left: number, top: number, right: number, bottom: number) => number,
): readonly LabelSide[] {
  if (candidate.towards) return SIDES.slice(0, candidate.towards.length);
  if (candidate.centred)
    return candidate.gap === 0 ? [4] : old === undefined ? OVER : [old, ...OVER.filter((s) => s !== old)];
  const cost = AROUND.map((side) => {
    const [dx, dy] = offset(candidate, side);
    const left = candidate.x + dx;
    const top = candidate.y + dy;
    const covered = crowd(left, top, left + candidate.width, top + candidate.height);
    return covered + BIAS[side] - (side === old ? STAYS : 0);
  });
  return [...AROUND].sort((a, b) => cost[a] - cost[b]);
}

/** How many labels an area of free map holds in calm: one for each 100 × 95 px, fewer where there is little room. */
export function calmLimit(width: number, height: number): number {
  return Math.max(8, Math.min(260, Math.round((width * height) / 9500)));
}
