import { PerspectiveCamera } from 'three';
import type { MapInsets } from '../mapProps.ts';
import type { ScreenProjection } from '../world/projection.ts';
import type { View } from './view.ts';
import { eyeOf, FIELD_OF_VIEW, homeView } from './view.ts';

export const NO_INSETS: MapInsets = { top: 0, right: 0, bottom: 0, left: 0 };

/** The camera of one map: the middle of what it sees lies in the middle of what the panels leave free of the canvas. */
export class MapCamera extends PerspectiveCamera {
  /** Of the canvas, CSS pixels; the insets are what panels cover at its edges. */
  width = 1;
  height = 1;
  insets = NO_INSETS;
  private seen: View | null = null;

  constructor() {
    super((FIELD_OF_VIEW * 180) / Math.PI, 1, 0.01, 100);
  }

  setCanvas(width: number, height: number, insets: MapInsets): void {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.insets = insets;
    this.forget();
  }

  /** Something else that the picture depends on has changed: the next {@link look} counts as a new one. */
  forget(): void {
    this.seen = null;
  }

  /** The view of a whole map in the free part of the canvas. @param half the map's extent from its middle, world units */
  homeOf(half: readonly [number, number, number], dims: 2 | 3): View {
    const { left, right, top, bottom } = this.insets;
    return homeView(half, dims, this.width - left - right, this.height - top - bottom, this.height);
  }

  /** Takes up a view. @returns whether the picture changes by it */
  look(view: View): boolean {
    if (view === this.seen) return false;
    this.seen = view;
    const { width, height } = this;
    this.position.set(...eyeOf(view));
    this.rotation.set(-view.pitch, view.yaw, 0, 'YXZ');
    this.near = Math.max(0.002, view.distance * 0.01);
    this.far = view.distance + 40;
    this.aspect = width / height;
    this.setViewOffset(width, height, ...this.centreShift(), width, height);
    return true;
  }

  /** CSS pixels by which its centre is shifted against the canvas's. */
  centreShift(): [number, number] {
    const { left, right, top, bottom } = this.insets;
    return [(right - left) / 2, (bottom - top) / 2];
  }

  /** How it now maps the world to the screen. */
  screen(): ScreenProjection {
    this.updateMatrixWorld();
    const matrix = this.projectionMatrix.clone().multiply(this.matrixWorldInverse);
    return { matrix: matrix.elements, width: this.width, height: this.height };
  }
}
