import type { GLBufferAttribute } from 'three';
import { countOf, type Places } from '../world/places.ts';
import type { PositionTrack } from '../world/positionTrack.ts';
import { type BufferCalls, GpuArray } from './gpuArray.ts';
import { SLICE } from './slice.ts';

interface Slot {
  readonly array: GpuArray;
  raw: Float32Array | null;
  dims: 2 | 3;
  /** Points sent so far. */
  filled: number;
}

/**
 * The coordinates that points come from and go to, on the GPU, as they were given. At rest one buffer is drawn and the
 * other is free for where the points go next: a move sends one array once and copies none.
 */
export class PlaceBuffers {
  private readonly slots: readonly [Slot, Slot] = [emptySlot(), emptySlot()];

  /**
   * Sends what the track needs, and then `next`, which waits for the end of a way that both buffers are needed for.
   * @param inTime whether another slice may be sent
   */
  fill(gl: BufferCalls, track: PositionTrack, next: Places | null, inTime: () => boolean): void {
    const wanted = [track.to];
    for (const places of [track.from, next])
      if (places && wanted.length < 2 && !wanted.some(({ raw }) => raw === places.raw)) wanted.push(places);
    const free = this.slots.filter((slot) => !wanted.some((places) => holds(slot, places)));
    for (const places of wanted) {
      if (this.find(places)) continue;
      const slot = free.pop();
      if (slot) take(gl, slot, places, track.count);
    }
    // an array that is drawn no more is the caller's again
    for (const slot of free) slot.raw = null;
    for (const places of wanted) {
      const slot = this.find(places);
      while (slot?.raw && slot.filled < track.count && inTime()) {
        const end = Math.min(track.count, slot.filled + SLICE);
        slot.array.write(gl, slot.filled, slot.raw, slot.filled * slot.dims, end * slot.dims);
        slot.filled = end;
      }
    }
  }

  /** How many points of these coordinates have been sent. */
  filled(places: Places): number {
    return this.find(places)?.filled ?? 0;
  }

  /** Whether all of them have. */
  has(places: Places): boolean {
    return this.filled(places) === countOf(places);
  }

  attribute(places: Places): GLBufferAttribute | null {
    return this.find(places)?.array.attribute ?? null;
  }

  free(gl: BufferCalls): void {
    for (const { array } of this.slots) array.free(gl);
    this.forget();
  }

  /** The GPU has lost them. */
  forget(): void {
    for (const slot of this.slots) {
      slot.array.forget();
      slot.raw = null;
    }
  }

  private find(places: Places): Slot | undefined {
    return this.slots.find((slot) => holds(slot, places));
  }
}

function emptySlot(): Slot {
  return { array: new GpuArray(4), raw: null, dims: 3, filled: 0 };
}

function holds(slot: Slot, { raw, dims }: Places): boolean {
  return slot.raw === raw && slot.dims === dims;
}

function take(gl: BufferCalls, slot: Slot, { raw, dims }: Places, count: number): void {
  slot.array.reserve(gl, count, dims);
  slot.raw = raw;
  slot.dims = dims;
  slot.filled = 0;
}
