import type { BufferGeometry, InstancedBufferGeometry, ShaderMaterial, Vector2 } from 'three';
import { PerspectiveCamera } from 'three';
import type { Rig } from './camera/rig.ts';
import { createRig } from './camera/rig.ts';
import type { View } from './camera/view.ts';
import { eyeOf, FIELD_OF_VIEW, homeView } from './camera/view.ts';
import type { LinkedRig, ViewLink } from './camera/viewLink.ts';
import { joinViews } from './camera/viewLink.ts';
import { GlyphAtlas } from './labels/glyphAtlas.ts';
import type { GlyphBuffers } from './labels/labelBuffers.ts';
import { LabelLayer } from './labels/labelLayer.ts';
import { FADE_SECONDS } from './labels/labelMaterial.ts';
import { anchorGlyphs, uploadGlyphs } from './labels/useLabelGeometry.ts';
import type { MapInsets, SemanticMapProps } from './mapProps.ts';
import { baseDiameter, zoomFactor } from './points/pointSize.ts';
import { createUniforms } from './stageUniforms.ts';
import { createTrack, progressAt, regroup, retarget, settle } from './world/positionTrack.ts';
import type { ScreenProjection } from './world/projection.ts';
import type { RobustFrame } from './world/robustFrame.ts';
import { robustFrame, worldPositions } from './world/robustFrame.ts';

/** The glide of points to new places; of the camera, and of points between two and three dimensions. */
const MOVE_MS = 300;
const FLIGHT_MS = 400;
/** Labels are laid out at most this often while the map moves. */
const LAYOUT_MS = 100;
/** How near the camera comes to a point it flies to, map radii. */
const CLOSE_UP = 0.9;

const NO_INSETS: MapInsets = { top: 0, right: 0, bottom: 0, left: 0 };

/** The state that all drawables of one map share, and what happens in a frame. Knows no React. */
export class Stage {
  readonly camera = new PerspectiveCamera((FIELD_OF_VIEW * 180) / Math.PI, 1, 0.01, 100);
  readonly uniforms = createUniforms();
  readonly track = createTrack();
  readonly labels: LabelLayer;
  readonly rig: Rig;
  frame: RobustFrame = { centre: [0, 0, 0], scale: 1, half: [1, 1, 1] };
  dims: 2 | 3 = 3;
  width = 1;
  height = 1;
  insets: MapInsets = NO_INSETS;
  reducedMotion = false;
  /** Factor of fonts and markers. */
  textScale = 1;
  frames = 0;
  /** Set by the drawables. */
  pointGeometry: BufferGeometry | null = null;
  glyphs: { geometry: InstancedBufferGeometry; buffers: GlyphBuffers } | null = null;
  labelMaterials: readonly ShaderMaterial[] = [];
  /** Told in the same task when the points get new places. */
  readonly followers = new Set<() => void>();
  /** Asks for a frame; set when the canvas is ready. */
  invalidate: () => void = () => {};
  /** Told after a frame in which the labels changed. */
  onFrame: () => void = () => {};

  private linked: LinkedRig | null = null;
  private extent: Float32Array | null = null;
  private identities: readonly string[] | undefined;
  private lastTick = 0;
  private labelsDue = true;
  /** Labels are not laid out anew while an animation runs past React. */
  private labelsHeld = false;
  /** Glyphs are still to be drawn. */
  private unfinished = false;
  private laidOutAt = Number.NEGATIVE_INFINITY;
  private youngest = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(lang: string) {
    this.labels = new LabelLayer(new GlyphAtlas(lang));
    this.rig = createRig({ x: 0, y: 0, z: 0, yaw: 0, pitch: 0, distance: 3 }, () => this.reducedMotion);
  }

  /** The view of the whole map in the free part of the canvas. */
  home(): View {
    const { left, right, top, bottom } = this.insets;
    return homeView(
      this.frame.half,
      this.dims,
      this.width - left - right,
      this.height - top - bottom,
      this.height,
    );
  }

  /**
   * New coordinates: points glide to them; the camera follows the map's extent until a person holds it.
   * @returns whether centre or scale are new, so that what stands at raw coordinates has moved
   */
  setPositions(
    positions: Float32Array,
    dims: 2 | 3,
    now: number,
    { extent = positions, identities }: Pick<SemanticMapProps, 'extent' | 'identities'> = {},
  ): boolean {
    this.labelsHeld = false;
    const first = this.track.to.length === 0;
    const turned = dims !== this.dims;
    this.dims = dims;
    const reframed = turned || extent !== this.extent;
    if (reframed) this.frame = robustFrame(extent, dims);
    this.extent = extent;
    const world = worldPositions(positions, dims, this.frame);
    const duration = first || this.reducedMotion ? 0 : turned ? FLIGHT_MS : MOVE_MS;
    const known = this.identities;
    this.identities = identities;
    if (identities && known && !first && identities !== known) {
      const rows = new Map(known.map((name, row) => [name, row]));
      const sources = Int32Array.from(identities, (name) => rows.get(name) ?? -1);
      regroup(this.track, world, sources, now, duration);
    } else retarget(this.track, world, now, duration);
    if (first) {
      if (!this.linked?.resume()) this.rig.jump(this.home());
    } else if (turned) this.goHome(now);
    else if (!this.rig.held) this.rig.drift(this.home());
    // a way that begins anew must begin for points, lines and labels in the same frame
    this.uploadPositions();
    for (const follow of this.followers) follow();
    if (this.glyphs) anchorGlyphs(this.glyphs.geometry, this.glyphs.buffers, this.track, this.labels.texts);
    this.seen = null;
    this.requestLabels();
    return reframed;
  }

  /** Sends the points elsewhere in the frame that stands, and leaves the labels that are there to follow them. */
  moveTo(positions: Float32Array, now: number): void {
    if (positions.length / this.dims !== this.track.to.length / 3) return;
    this.labelsHeld = true;
    const world = worldPositions(positions, this.dims, this.frame);
    retarget(this.track, world, now, this.reducedMotion ? 0 : MOVE_MS);
    this.uploadPositions();
    for (const follow of this.followers) follow();
    if (this.glyphs) anchorGlyphs(this.glyphs.geometry, this.glyphs.buffers, this.track, this.labels.texts);
    this.invalidate();
  }

  /** Shows the whole map again. */
  goHome(now: number, duration = FLIGHT_MS): void {
    this.rig.glide(this.home(), now, duration, true);
    this.invalidate();
  }

  /** Brings a point to the middle, near enough to read what is round it. */
  flyTo(index: number, now: number): void {
    if (index < 0 || index * 3 >= this.track.to.length) return;
    const [x, y, z] = this.track.to.subarray(index * 3, index * 3 + 3);
    const distance = Math.min(this.rig.current.distance, CLOSE_UP);
    this.rig.glide({ ...this.rig.current, x, y, z, distance }, now, FLIGHT_MS);
    this.invalidate();
  }

  /** Moves as one with the other maps of a link. @returns how to leave it */
  join(link: ViewLink): () => void {
    // fiber draws all maps in one loop, which forgets what one asks of another that it has passed already
    const moved = () => queueMicrotask(() => this.invalidate());
    const linked = joinViews(link, this.rig, moved);
    this.linked = linked;
    return () => {
      linked.leave();
      if (this.linked === linked) this.linked = null;
    };
  }

  /** A hand's change of the view. */
  steer(change: (view: View) => View): void {
    this.linked?.lead();
    this.rig.steer(change);
    this.invalidate();
  }

  /** The canvas or the panels over it have another size, CSS pixels. */
  setSize(width: number, height: number, insets: MapInsets = NO_INSETS): void {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.insets = insets;
    if (!this.rig.held) this.rig.jump(this.home());
    this.requestLabels();
  }

  /** Labels will be laid out in one of the next frames. */
  requestLabels(): void {
    this.labelsDue = true;
    this.invalidate();
  }

  /** How the camera now maps the world to the screen. */
  projection(): ScreenProjection {
    this.camera.updateMatrixWorld();
    const matrix = this.camera.projectionMatrix.clone().multiply(this.camera.matrixWorldInverse);
    return { matrix: matrix.elements, width: this.width, height: this.height };
  }

  /** Before each frame: moves camera and points, lays labels out, asks for the next frame if there is need. */
  tick(now: number): void {
    this.frames += 1;
    const stepping = this.rig.step(now);
    // before there are points, home is no place to send others to
    const led = this.track.to.length > 0 && this.linked?.step() === true;
    const turning = stepping || led;
    const progress = progressAt(this.track, now);
    let gliding = progress < 1;
    if (!gliding && settle(this.track)) {
      this.uploadPositions();
      gliding = false;
    }
    this.uniforms.progress.value = progress;
    const changed = this.placeCamera() || gliding;
    if (changed) this.labelsDue = true;
    this.uniforms.now.value = now / 1000;
    const calm = !turning && !gliding;
    this.uniforms.snap.value = calm ? 1 : 0;
    if (this.labelsDue && !this.labelsHeld) {
      const wait = this.unfinished ? 0 : LAYOUT_MS - (now - this.laidOutAt);
      if (wait <= 0) this.layOut(now, progress);
      else this.later(wait);
    }
    const fading = !this.reducedMotion && now / 1000 - this.youngest < FADE_SECONDS;
    if (turning || gliding || fading) this.invalidate();
    this.lastTick = now;
    this.onFrame();
  }

  /** Lays the labels out at once, whatever the time: for an image that must hold all of them. */
  layOutNow(now: number): void {
    for (let round = 0; round < 200; round++) {
      this.layOut(now, progressAt(this.track, now));
      if (!this.labelsDue) break;
    }
    // all that is drawn counts as faded in
    this.uniforms.now.value = now / 1000 + 1;
  }

  /** Sends the track's arrays to the GPU. */
  private uploadPositions(): void {
    const geometry = this.pointGeometry;
    if (!geometry) return;
    geometry.getAttribute('position').needsUpdate = true;
    geometry.getAttribute('origin').needsUpdate = true;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.invalidate = () => {};
    this.labels.atlas.dispose();
  }

  private later(wait: number): void {
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.invalidate();
    }, wait);
  }

  private layOut(now: number, progress: number): void {
    if (!this.glyphs) return;
    const { left, right, top, bottom } = this.insets;
    const margin = 8;
    const { pending, youngest } = this.labels.layout(
      {
        projection: this.projection(),
        track: this.track,
        progress,
        focus: this.uniforms.focus.value,
        depthCue: this.uniforms.depthCue.value,
        textScale: this.textScale,
        diameter: this.uniforms.diameter.value,
        area: {
          left: left + margin,
          top: top + margin,
          right: this.width - right - margin,
          bottom: this.height - bottom - margin,
        },
        now: this.reducedMotion ? 0 : now / 1000,
        budget: Math.min(45, Math.max(9, (now - this.lastTick) / 2)),
      },
      this.glyphs.buffers,
    );
    this.youngest = youngest;
    this.laidOutAt = now;
    this.labelsDue = pending;
    this.unfinished = pending;
    if (pending) this.invalidate();
    uploadGlyphs(this.glyphs.geometry, this.glyphs.buffers);
    const { width, height } = this.labels.atlas.size;
    for (const material of this.labelMaterials)
      (material.uniforms.atlasSize.value as Vector2).set(width, height);
  }

  private seen: View | null = null;
  private seenSize = '';

  /** @returns whether the picture changes by it */
  private placeCamera(): boolean {
    const view = this.rig.current;
    const { width, height, insets, camera, uniforms } = this;
    const size = [width, height, insets.left, insets.right, insets.top, insets.bottom, this.textScale].join(
      ' ',
    );
    if (view === this.seen && size === this.seenSize) return false;
    this.seen = view;
    this.seenSize = size;
    camera.position.set(...eyeOf(view));
    camera.rotation.set(-view.pitch, view.yaw, 0, 'YXZ');
    camera.near = Math.max(0.002, view.distance * 0.01);
    camera.far = view.distance + 40;
    camera.aspect = width / height;
    // the map's centre lies in the middle of what the panels leave free
    camera.setViewOffset(width, height, ...this.centreShift(), width, height);
    const home = this.home();
    uniforms.viewport.value.set(width, height);
    uniforms.focus.value = view.distance;
    uniforms.depthCue.value = this.dims === 3 ? 1 : 0;
    uniforms.diameter.value =
      baseDiameter(this.track.to.length / 3, Math.min(width, height)) *
      zoomFactor(view.distance, home.distance) *
      this.textScale;
    return true;
  }

  /** CSS pixels by which the camera's centre is shifted against the canvas's. */
  centreShift(): [number, number] {
    const { left, right, top, bottom } = this.insets;
    return [(right - left) / 2, (bottom - top) / 2];
  }
}
