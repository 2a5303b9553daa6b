import type { PositionTrack } from '../world/positionTrack.ts';
import { positionAt } from '../world/positionTrack.ts';
import type { ScreenProjection } from '../world/projection.ts';
import { projectPlace } from '../world/projection.ts';

/** Enough to fill any screen, where they are spread over it. */
const MOST = 1200;
/** So many of the first are taken wherever they are; later ones only where few have been found. */
const ANYWHERE = 700;
/** A part of the screen, CSS pixels: about a label with its spacing. */
const [CELL_WIDTH, CELL_HEIGHT] = [80, 36];
/** Points that are enough for such a part: labels beyond these could only take the place of better ones. */
const ENOUGH = 2;
/** Points looked at in one task: some 3 ms. */
const AT_ONCE = 65_536;

/** A point whose label may be drawn. */
export interface LabelPoint {
  index: number;
  /** Its place in the order in which points are asked. */
  rank: number;
  x: number;
  y: number;
  depth: number;
  score: number;
}

/** What decides which points want labels. */
export interface CandidateView {
  /** Points in the order in which they are asked; null: as they come. */
  order: Uint32Array | null;
  eligible: (index: number) => boolean;
  projection: ScreenProjection;
  track: PositionTrack;
  /** Progress of the position animation. */
  t: number;
  focus: number;
  /** 0 on a flat map, where all are equally near. */
  depthCue: number;
}

/**
 * The points on screen that deserve labels, at most 1,200, found task by task: a look at a view costs no more for a
 * million points than for a hundred thousand. The first come from anywhere, the later ones from parts of the screen
 * with few so far, so that a cluster at the end of the order is named too. Until all have been asked, those found
 * for the view before stay in.
 */
export class LabelCandidates {
  private view: CandidateView | null = null;
  private key: readonly unknown[] = [];
  private found: LabelPoint[] = [];
  /** From the view before, of ranks not yet asked. */
  private kept: LabelPoint[] = [];
  private next = 0;
  /** How many have been found in each part of the screen. */
  private readonly counts = new Map<number, number>();

  /** Begins with the first ranks, unless the view is the one before. @returns whether all is found */
  look(view: CandidateView): boolean {
    const key = keyOf(view);
    if (this.key.length !== key.length || key.some((value, k) => value !== this.key[k])) {
      const isSameOrder = this.view?.order === view.order && this.view?.track.version === view.track.version;
      this.kept = isSameOrder ? [...this.found, ...this.kept] : [];
      this.key = key;
      // the track is rewritten in place; this view is what it is now
      this.view = { ...view, track: { ...view.track } };
      this.found = [];
      this.next = 0;
      this.counts.clear();
      this.kept = this.kept.flatMap(({ rank }) => this.at(rank) ?? []);
      this.more();
    }
    return this.complete;
  }

  /** Asks more points. @returns whether all is found */
  more(): boolean {
    if (!this.view) return true;
    const end = Math.min(this.count, this.next + AT_ONCE);
    while (this.next < end && this.found.length < MOST) {
      const point = this.at(this.next++);
      if (point && this.isWanted(point)) this.found.push(point);
    }
    this.kept = this.complete ? [] : this.kept.filter(({ rank }) => rank >= this.next);
    return this.complete;
  }

  /**
   * What has been found, best first in the order. A score goes from 0 to 1 with the rank, half of it with nearness,
   * and a little more for labels already shown, so that they do not flicker while the map turns.
   */
  points(shown: (index: number) => boolean): LabelPoint[] {
    return [...this.found, ...this.kept]
      .slice(0, MOST)
      .map((point) => (shown(point.index) ? { ...point, score: point.score + 0.2 } : point));
  }

  private get count(): number {
    if (!this.view) return 0;
    return this.view.order?.length ?? this.view.track.count;
  }

  private get complete(): boolean {
    return this.next >= this.count || this.found.length >= MOST;
  }

  /** Whether it is among the first or stands where few have been found; if so it counts from now on. */
  private isWanted({ x, y }: LabelPoint): boolean {
    const cell = Math.floor(y / CELL_HEIGHT) * 65_536 + Math.floor(x / CELL_WIDTH);
    const there = this.counts.get(cell) ?? 0;
    if (this.found.length >= ANYWHERE && there >= ENOUGH) return false;
    this.counts.set(cell, there + 1);
    return true;
  }

  private at(rank: number): LabelPoint | null {
    if (!this.view) return null;
    const { order, eligible, projection, track, t, focus, depthCue } = this.view;
    const index = order ? order[rank] : rank;
    if (index >= track.count || !eligible(index)) return null;
    positionAt(track, index, t, WORLD);
    if (!projectPlace(projection, WORLD[0], WORLD[1], WORLD[2], SCREEN)) return null;
    const [x, y, depth] = SCREEN;
    if (x < 0 || x > projection.width || y < 0 || y > projection.height) return null;
    const behind = depthCue * Math.min(1, Math.max(-1, (depth - focus) / 1.2));
    return { index, rank, x, y, depth, score: 1 - rank / this.count - 0.5 * behind };
  }
}

const WORLD: [number, number, number] = [0, 0, 0];
const SCREEN = [0, 0, 0];

function keyOf({ order, eligible, projection, track, t, focus, depthCue }: CandidateView): unknown[] {
  const { matrix, width, height } = projection;
  const { from, to, version } = track;
  return [order, eligible, ...Array.from(matrix), width, height, from, to, version, t, focus, depthCue];
}
