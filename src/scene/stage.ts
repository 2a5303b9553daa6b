import { MapCamera, NO_INSETS } from './camera/mapCamera.ts';
import type { Rig } from './camera/rig.ts';
import { createRig } from './camera/rig.ts';
import type { View } from './camera/view.ts';
import type { LinkedRig, ViewLink } from './camera/viewLink.ts';
import { joinViews } from './camera/viewLink.ts';
import { GlyphAtlas } from './labels/glyphAtlas.ts';
import { LabelClock } from './labels/labelClock.ts';
import { LabelLayer } from './labels/labelLayer.ts';
import type { LabelScene } from './labels/labelScene.ts';
import type { MapInsets, SemanticMapProps } from './mapProps.ts';
import type { BufferCalls } from './points/gpuArray.ts';
import { baseDiameter, zoomFactor } from './points/pointSize.ts';
import { SLICE } from './points/slice.ts';
import { type Journey, Travel } from './points/travel.ts';
import { createUniforms } from './stageUniforms.ts';
import { placeAt, placesOf, WORLD_FRAME } from './world/places.ts';
import { positionAt, progressAt, regroup, retarget } from './world/positionTrack.ts';
import { projectPlace } from './world/projection.ts';
import type { RobustFrame } from './world/robustFrame.ts';
import { robustFrame } from './world/robustFrame.ts';

/** The glide of points to new places; of the camera, and of points between two and three dimensions. */
const MOVE_MS = 300;
const FLIGHT_MS = 400;
/** How near the camera comes to a point it flies to, map radii. */
const CLOSE_UP = 0.9;

/** The state that all drawables of one map share, and what happens in a frame. Knows no React. */
export class Stage {
  readonly camera = new MapCamera();
  readonly uniforms = createUniforms();
  readonly travel = new Travel(this.uniforms, (journey, now) => this.setOut(journey, now));
  readonly track = this.travel.track;
  readonly points = this.travel.points;
  readonly labels: LabelLayer;
  readonly labelClock: LabelClock;
  readonly rig: Rig;
  frame: RobustFrame = WORLD_FRAME;
  dims: 2 | 3 = 3;
  reducedMotion = false;
  /** Factor of fonts and markers. */
  textScale = 1;
  frames = 0;
  /** Whether the camera was moving in the last frame. */
  turning = false;
  /** Told in the same task when the points get new places. */
  readonly followers = new Set<() => void>();
  /** Asks for a frame; set when the canvas is ready. */
  invalidate: () => void = () => {};
  /** Brings a picture into the canvas; set when the canvas is ready. */
  present: () => void = () => {};
  /** Told when a picture is in the canvas. */
  onShown: () => void = () => {};
  /** Told when points have set out for new places; `reframed`: what stands at raw coordinates has moved with them. */
  onMoved: (reframed: boolean) => void = () => {};

  private linked: LinkedRig | null = null;
  private extent: { of: Float32Array; dims: 2 | 3; frame: RobustFrame } | null = null;
  private identities: readonly string[] | undefined;
  private lastTick = 0;

  constructor(lang: string) {
    this.labels = new LabelLayer(new GlyphAtlas(lang));
    this.labelClock = new LabelClock(this.labels, () => this.invalidate());
    this.rig = createRig({ x: 0, y: 0, z: 0, yaw: 0, pitch: 0, distance: 3 }, () => this.reducedMotion);
  }

  /** The view of the whole map in the free part of the canvas. */
  home(): View {
    return this.camera.homeOf(this.frame.half, this.dims);
  }

  /**
   * New coordinates: points glide to them; the camera follows the map's extent until a person holds it. Many points
   * set out when the GPU has all their new places, and when they are not under way any more; only the latest count.
   */
  setPositions(
    positions: Float32Array,
    dims: 2 | 3,
    now: number,
    { extent = positions, identities }: Pick<SemanticMapProps, 'extent' | 'identities'> = {},
  ): void {
    if (extent !== this.extent?.of || dims !== this.extent.dims)
      this.extent = { of: extent, dims, frame: robustFrame(extent, dims) };
    const known = this.identities;
    this.identities = identities;
    let sources: Int32Array | null = null;
    if (identities && known && this.track.count > 0 && identities !== known && identities.length <= SLICE) {
      const rows = new Map(known.map((name, row) => [name, row]));
      sources = Int32Array.from(identities, (name) => rows.get(name) ?? -1);
    }
    this.travel.send({ places: placesOf(positions, dims, this.extent.frame), sources, isBrief: false }, now);
    this.invalidate();
  }

  /** Sends the points elsewhere in the frame that stands, and leaves the labels that are there to follow them. */
  moveTo(positions: Float32Array, now: number): void {
    if (positions.length / this.dims !== this.track.count) return;
    const places = placesOf(positions, this.dims, this.frame);
    this.travel.send({ places, sources: null, isBrief: true }, now);
    this.invalidate();
  }

  private setOut({ places, sources, isBrief }: Journey, now: number): void {
    const first = this.track.count === 0;
    const turned = places.dims !== this.dims;
    const reframed = turned || places.frame !== this.frame;
    this.dims = places.dims;
    this.frame = places.frame;
    this.labelClock.held = isBrief;
    const duration = first || this.reducedMotion ? 0 : turned ? FLIGHT_MS : MOVE_MS;
    if (sources) regroup(this.track, places, sources, now, duration);
    else retarget(this.track, places, now, duration);
    // a way that begins anew must begin for points, lines and labels in the same frame
    for (const follow of this.followers) follow();
    this.labelClock.anchor(this.track);
    if (isBrief) return;
    if (first) {
      if (!this.linked?.resume()) this.rig.jump(this.home());
    } else if (turned) this.goHome(now);
    else if (!this.rig.held) this.rig.drift(this.home());
    this.camera.forget();
    this.requestLabels();
    this.onMoved(reframed);
  }

  /** Shows the whole map again. */
  goHome(now: number, duration = FLIGHT_MS): void {
    this.rig.glide(this.home(), now, duration, true);
    this.invalidate();
  }

  /** Brings a point to the middle, near enough to read what is round it. */
  flyTo(index: number, now: number): void {
    if (index < 0 || index >= this.track.count) return;
    const [x, y, z] = placeAt(this.track.to, index, [0, 0, 0]);
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
    this.camera.setCanvas(width, height, insets);
    if (!this.rig.held) this.rig.jump(this.home());
    this.requestLabels();
  }

  /** Labels will be laid out in one of the next frames. */
  requestLabels(): void {
    this.labelClock.request();
    this.invalidate();
  }

  /** Where point `index` is on the canvas now, CSS pixels; null if it does not exist or is behind the camera. */
  placeOf(index: number, now: number): { x: number; y: number } | null {
    if (!(index >= 0 && index < this.track.count)) return null;
    const world = positionAt(this.track, index, progressAt(this.track, now), [0, 0, 0]);
    const place = [0, 0, 0];
    return projectPlace(this.camera.screen(), ...world, place) ? { x: place[0], y: place[1] } : null;
  }

  /** Before each frame: moves camera and points, lays labels out, asks for the next frame if there is need. */
  tick(now: number, gl: BufferCalls): void {
    this.frames += 1;
    const sending = this.travel.tick(now, gl);
    const stepping = this.rig.step(now);
    // before there are points, home is no place to send others to
    const led = this.track.count > 0 && this.linked?.step() === true;
    const turning = stepping || led;
    this.turning = turning;
    const progress = progressAt(this.track, now);
    const gliding = progress < 1;
    this.uniforms.progress.value = progress;
    if (this.placeCamera() || gliding) this.labelClock.request();
    this.uniforms.now.value = now / 1000;
    const calm = !turning && !gliding;
    this.uniforms.snap.value = calm ? 1 : 0;
    // a frame that sends points has enough to do
    if (!sending) this.labelClock.tick(now, calm, () => this.labelScene(now));
    const fading = !this.reducedMotion && this.labelClock.fading(now);
    if (sending || turning || gliding || fading) this.invalidate();
    this.lastTick = now;
  }

  /** Tells the other maps of a link of a move that is not drawn yet. */
  tellView(): void {
    if (this.track.count > 0) this.linked?.step();
  }

  /** Puts all where it belongs at `now`, and lays the labels out whatever the time: for an image that must hold all of them. */
  layOutNow(now: number): void {
    this.uniforms.progress.value = progressAt(this.track, now);
    this.placeCamera();
    this.uniforms.snap.value = 1;
    // where labels stood on the way here has no part in it: maps of one view have theirs at the same places, on screen too from now on
    this.labels.reset();
    // born at once, or they would fade in again after the picture
    this.labelClock.layOutNow(now, () => ({ ...this.labelScene(now), now: 0 }));
    // all that is drawn counts as faded in
    this.uniforms.now.value = now / 1000 + 1;
  }

  /** The graphics context came back without its buffers. */
  restore(): void {
    this.points.forget();
    this.requestLabels();
  }

  /** @param gl the context that it was drawn with; left out where there was none */
  dispose(gl?: BufferCalls): void {
    this.labelClock.stop();
    this.invalidate = () => {};
    this.present = () => {};
    if (gl) this.points.dispose(gl);
    this.labels.atlas.dispose();
  }

  private labelScene(now: number): LabelScene {
    const { width, height } = this.camera;
    const { left, right, top, bottom, rightHeight } = this.camera.insets;
    const margin = 8;
    const reach = rightHeight === undefined ? right : 0;
    return {
      projection: this.camera.screen(),
      track: this.track,
      progress: progressAt(this.track, now),
      focus: this.uniforms.focus.value,
      depthCue: this.uniforms.depthCue.value,
      textScale: this.textScale,
      diameter: this.uniforms.diameter.value,
      area: {
        left: left + margin,
        top: top + margin,
        right: width - reach - margin,
        bottom: height - bottom - margin,
      },
      panels:
        rightHeight === undefined ? [] : [{ left: width - right, top: 0, width: right, height: rightHeight }],
      now: this.reducedMotion ? 0 : now / 1000,
      // half of what a frame takes, but no task that a person would feel
      budget: Math.min(24, Math.max(9, (now - this.lastTick) / 2)),
    };
  }

  /** @returns whether the picture changes by it */
  private placeCamera(): boolean {
    const { camera, uniforms } = this;
    const view = this.rig.current;
    if (!camera.look(view)) return false;
    const { width, height } = camera;
    uniforms.viewport.value.set(width, height);
    uniforms.focus.value = view.distance;
    uniforms.depthCue.value = this.dims === 3 ? 1 : 0;
    uniforms.diameter.value =
      baseDiameter(this.track.count, Math.min(width, height)) *
      zoomFactor(view.distance, this.home().distance) *
      this.textScale;
    return true;
  }
}
