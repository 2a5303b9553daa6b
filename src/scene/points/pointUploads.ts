import { BufferGeometry, type GLBufferAttribute, type NormalOrGLBufferAttributes, Sphere } from 'three';
import type { Places } from '../world/places.ts';
import type { PositionTrack } from '../world/positionTrack.ts';
import { type BufferCalls, GpuArray } from './gpuArray.ts';
import { PlaceBuffers } from './placeBuffers.ts';
import { type Marks, marksOf, type PointLooks, packLooks, packSizes } from './pointLooks.ts';
import { SLICE } from './slice.ts';

/** More marks that change at once than this are sent with all the rest. */
const MOST_SINGLY = 1000;

const NO_MARKS: Marks = { selected: null, compared: null, hovered: null, highlighted: new Int32Array(0) };

/**
 * All points on the GPU, in one geometry for one draw call: 12 bytes a point for its place (8 on a flat map), as many
 * again once points have moved, 4 for its look, 1 more where markers differ in size. The page keeps no copy. Of many
 * points each frame sends a part; those sent are drawn.
 */
export class PointUploads {
  readonly geometry = new BufferGeometry<NormalOrGLBufferAttributes>();
  private readonly places = new PlaceBuffers();
  private readonly looks = new GpuArray(1);
  private readonly sizes = new GpuArray(1);
  private source: { looks: PointLooks; version: number } | null = null;
  private wantedMarks = NO_MARKS;
  private marks: ReadonlyMap<number, number> = new Map();
  private marksDue = true;
  /** The next point whose look is sent, and how many are still due, going round. */
  private cursor = 0;
  private due = 0;
  /** How many looks have been sent, in the first round. */
  private reached = 0;
  private version = -1;
  private count = 0;
  private staging = new Uint8Array(0);

  constructor() {
    // three would look at every point to sort its draw calls
    this.geometry.boundingSphere = new Sphere();
    this.geometry.setDrawRange(0, 0);
  }

  /** How many points are drawn. */
  get drawn(): number {
    return this.geometry.drawRange.count;
  }

  /** Whether markers differ in size. */
  get sized(): boolean {
    return this.sizes.attribute !== null;
  }

  /** Whether the GPU has all that it should draw. */
  get complete(): boolean {
    return this.count > 0 && this.drawn === this.count && this.due === 0;
  }

  /** New looks for the points of the track's `version`; until they are there, the points before them are drawn. */
  setLooks(looks: PointLooks, version: number): void {
    this.source = { looks, version };
    this.due = this.count;
  }

  /** Other points are singled out. */
  setMarks(marks: Marks): void {
    this.wantedMarks = marks;
    this.marksDue = true;
  }

  /** Whether all coordinates of `places` have been sent. */
  has(places: Places): boolean {
    return this.places.has(places);
  }

  /**
   * Sends a part of what is due: at least a slice, and more until `deadline`.
   * @param next where the points go after this, sent when there is nothing else to send
   * @param deadline as performance.now() counts
   * @returns whether more is due
   */
  send(gl: BufferCalls, track: PositionTrack, next: Places | null, deadline: number): boolean {
    if (!this.source || this.source.version !== track.version) return false;
    if (this.version !== track.version) this.begin(gl, track);
    const { looks } = this.source;
    if (looks.sizes) this.sizes.reserve(gl, this.count, 1);
    else this.sizes.free(gl);
    let first = true;
    const inTime = (): boolean => {
      const may = first || this.count <= SLICE || performance.now() < deadline;
      first = false;
      return may;
    };
    if (this.marksDue) this.sendMarks(gl, looks);
    while (this.due > 0 && inTime()) {
      const drawn = this.drawn;
      this.sendLooks(gl, looks);
      // points appear slice by slice, place and look together
      if (drawn < this.count) this.places.fill(gl, track, null, once());
    }
    this.places.fill(gl, track, next, inTime);
    const isWaiting = next !== null && track.from === track.to && !this.places.has(next);
    this.show(track);
    return this.due > 0 || this.drawn < this.count || isWaiting;
  }

  /** The GPU has lost everything; all of it is due again. */
  forget(): void {
    this.places.forget();
    this.looks.forget();
    this.sizes.forget();
    this.version = -1;
    this.geometry.setDrawRange(0, 0);
  }

  dispose(gl: BufferCalls): void {
    this.geometry.dispose();
    this.places.free(gl);
    this.looks.free(gl);
    this.sizes.free(gl);
  }

  private begin(gl: BufferCalls, { version, count }: PositionTrack): void {
    this.version = version;
    this.count = count;
    this.looks.reserve(gl, count, 4);
    this.staging = new Uint8Array(4 * Math.min(count, SLICE));
    this.marks = marksOf(this.wantedMarks, count);
    this.marksDue = false;
    this.cursor = 0;
    this.due = count;
    this.reached = 0;
    this.geometry.setDrawRange(0, 0);
  }

  private sendLooks(gl: BufferCalls, looks: PointLooks): void {
    const end = Math.min(this.count, this.cursor + SLICE, this.cursor + this.due);
    const bytes = (end - this.cursor) * 4;
    packLooks(looks, this.marks, this.cursor, end, this.staging);
    this.looks.write(gl, this.cursor, this.staging, 0, bytes);
    if (looks.sizes) {
      packSizes(looks.sizes, this.cursor, end, this.staging);
      this.sizes.write(gl, this.cursor, this.staging, 0, end - this.cursor);
    }
    this.due -= end - this.cursor;
    this.reached = Math.max(this.reached, end);
    this.cursor = end === this.count ? 0 : end;
  }

  private sendMarks(gl: BufferCalls, looks: PointLooks): void {
    this.marksDue = false;
    const before = this.marks;
    this.marks = marksOf(this.wantedMarks, this.count);
    const changed = [...new Set([...before.keys(), ...this.marks.keys()])].filter(
      (index) => before.get(index) !== this.marks.get(index),
    );
    if (changed.length > MOST_SINGLY) this.due = this.count;
    else
      for (const index of changed) {
        const mark = this.marks.get(index);
        packLooks(looks, mark ? new Map([[index, mark]]) : new Map(), index, index + 1, this.staging);
        this.looks.write(gl, index, this.staging, 0, 4);
      }
  }

  private show(track: PositionTrack): void {
    const put = (name: string, attribute: GLBufferAttribute | null): void => {
      if (!attribute) this.geometry.deleteAttribute(name);
      else if (this.geometry.getAttribute(name) !== attribute) this.geometry.setAttribute(name, attribute);
    };
    put('position', this.places.attribute(track.to));
    put('origin', this.places.attribute(track.from));
    put('look', this.looks.attribute);
    put('size', this.sizes.attribute);
    const { places } = this;
    this.geometry.setDrawRange(0, Math.min(this.reached, places.filled(track.from), places.filled(track.to)));
  }
}

/** True once. */
function once(): () => boolean {
  let asked = false;
  return () => {
    if (asked) return false;
    asked = true;
    return true;
  };
}
