import type { InstancedBufferGeometry, ShaderMaterial, Vector2 } from 'three';
import type { PositionTrack } from '../world/positionTrack.ts';
import type { GlyphBuffers } from './labelBuffers.ts';
import type { LabelLayer } from './labelLayer.ts';
import { FADE_SECONDS } from './labelMaterial.ts';
import type { LabelScene } from './labelScene.ts';
import { anchorGlyphs, uploadGlyphs } from './useLabelGeometry.ts';

/** Labels are laid out at most this often while the map moves. */
const LAYOUT_MS = 100;

/** Decides when labels are laid out, and sends what a layout wrote to the GPU. Knows no React. */
export class LabelClock {
  /** Set by the drawables. */
  glyphs: { geometry: InstancedBufferGeometry; buffers: GlyphBuffers } | null = null;
  materials: readonly ShaderMaterial[] = [];
  /** Labels are not laid out anew while an animation runs past React. */
  held = false;

  private due = true;
  /** Glyphs are still to be drawn. */
  private unfinished = false;
  private laidOutAt = Number.NEGATIVE_INFINITY;
  private youngest = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private finder: ReturnType<typeof setTimeout> | undefined;

  /** @param ask asks for a frame */
  constructor(
    private readonly layer: LabelLayer,
    private readonly ask: () => void,
  ) {}

  /** Labels will be laid out in one of the next frames. */
  request(): void {
    this.due = true;
  }

  /** In each frame: lays out if it is time. `scene` is asked for only then. @param calm nothing moves */
  tick(now: number, calm: boolean, scene: () => LabelScene): void {
    if (!calm) clearTimeout(this.finder);
    if (!this.due || this.held) return;
    const wait = this.unfinished ? 0 : LAYOUT_MS - (now - this.laidOutAt);
    if (wait > 0) {
      this.later(wait);
      return;
    }
    const isFound = this.layOut(now, scene());
    clearTimeout(this.finder);
    if (!isFound && calm) this.findMore();
  }

  /** Lays out until nothing is missing, whatever the time: for an image that must hold all labels. */
  layOutNow(now: number, scene: () => LabelScene): void {
    for (let round = 0; round < 200; round++) {
      let isFound = this.layOut(now, scene());
      if (isFound && !this.due) break;
      while (!isFound) isFound = this.layer.findMore();
    }
  }

  /** Whether a label is still fading in. */
  fading(now: number): boolean {
    return now / 1000 - this.youngest < FADE_SECONDS;
  }

  /** Ties the labels that are there to points and regions that go to new places. */
  anchor(track: PositionTrack): void {
    if (this.glyphs) anchorGlyphs(this.glyphs.geometry, this.glyphs.buffers, track, this.layer.texts);
  }

  stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.finder);
  }

  private later(wait: number): void {
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.ask();
    }, wait);
  }

  // between frames, which would draw all points again for nothing
  private findMore(): void {
    this.finder = setTimeout(() => {
      if (!this.layer.findMore()) {
        this.findMore();
        return;
      }
      this.request();
      this.ask();
    });
  }

  private layOut(now: number, scene: LabelScene): boolean {
    if (!this.glyphs) return true;
    const { pending, youngest, found } = this.layer.layout(scene, this.glyphs.buffers);
    this.youngest = youngest;
    this.laidOutAt = now;
    this.due = pending;
    this.unfinished = pending;
    if (pending) this.ask();
    uploadGlyphs(this.glyphs.geometry, this.glyphs.buffers);
    const { width, height } = this.layer.atlas.size;
    for (const material of this.materials) (material.uniforms.atlasSize.value as Vector2).set(width, height);
    return found;
  }
}
