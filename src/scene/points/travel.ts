import type { StageUniforms } from '../stageUniforms.ts';
import { countOf, type Places } from '../world/places.ts';
import { createTrack, progressAt, settle } from '../world/positionTrack.ts';
import type { BufferCalls } from './gpuArray.ts';
import { PointUploads } from './pointUploads.ts';
import { SENDING_MS, SLICE } from './slice.ts';

/** Where the points are to go. */
export interface Journey {
  places: Places;
  /** For each point the row that it had before, −1 for a new one; null where they are the same points. */
  sources: Int32Array | null;
  /** Past React: only the points go, and the labels that are there follow them. */
  isBrief: boolean;
}

/**
 * The points' ways, and when they begin: at once, or of many points when the GPU has all their new places and the way
 * before is over. Of several that wait only the latest is gone.
 */
export class Travel {
  readonly track = createTrack();
  readonly points = new PointUploads();
  private next: Journey | null = null;

  /** @param setOut begins a way, for all that goes with the points */
  constructor(
    private readonly uniforms: StageUniforms,
    private readonly setOut: (journey: Journey, now: number) => void,
  ) {}

  /** A way to go. */
  send(journey: Journey, now: number): void {
    const { count } = this.track;
    this.next = count > SLICE && countOf(journey.places) === count && !journey.sources ? journey : null;
    if (!this.next) this.setOut(journey, now);
  }

  /** In each frame: sends a part of what the GPU lacks. @returns whether there is more to be sent */
  tick(now: number, gl: BufferCalls): boolean {
    const { track, points, uniforms } = this;
    if (progressAt(track, now) >= 1) settle(track);
    let isMoreDue = this.upload(gl);
    const { next } = this;
    if (next && track.duration === 0 && points.has(next.places)) {
      this.next = null;
      this.setOut(next, now);
      isMoreDue = this.upload(gl);
    }
    uniforms.frameFrom.value.set(...track.from.frame.centre, track.from.frame.scale);
    uniforms.frameTo.value.set(...track.to.frame.centre, track.to.frame.scale);
    uniforms.sized.value = points.sized ? 1 : 0;
    return isMoreDue;
  }

  private upload(gl: BufferCalls): boolean {
    return this.points.send(gl, this.track, this.next?.places ?? null, performance.now() + SENDING_MS);
  }
}
