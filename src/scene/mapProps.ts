import type { Ref } from 'react';
import type { Fault } from '../contract/fault.ts';
import type { ViewLink } from './camera/viewLink.ts';
import type { Theme } from './sceneColours.ts';

/** What dragging does: turn and shift the map, look around while flying, or select a region. */
export type MapMode = 'orbit' | 'fly' | 'box' | 'lasso';

/** Values of {@link SemanticMapProps.visible}. */
export const HIDDEN = 0;
export const FADED = 1;
export const SHOWN = 2;

/** An arrow between two places in raw coordinates (z is 0 or left out on a 2D map). */
export interface MapArrow {
  from: readonly number[];
  to: readonly number[];
  /** sRGB, `#rrggbb`. */
  colour: string;
  label?: string;
  /**
   * Where the label stands: beside the arrow's middle (if left out); beyond its head, as on an axis, else beside it;
   * `row`: beyond its head or nowhere, as the name of a row of a chart.
   */
  labelAt?: 'middle' | 'end' | 'row';
  /** `dashed`, and `faint`: pale and thin; `trail`: a thin, faint line without a head; `arrow` if left out. */
  look?: 'arrow' | 'dashed' | 'faint' | 'trail';
}

/**
 * Points drawn as one soft cloud behind them, which follows them. Points not in full view are left out. Far from
 * it, its name shows if there is room; close up, the name gives way to the points' own labels.
 */
export interface MapRegion {
  /** sRGB, `#rrggbb`. */
  colour: string;
  /** Indices of its points. */
  points: Int32Array;
  /** Its name; long ones are elided. */
  text?: string;
}

/** A name written over a region of the map, at raw coordinates; kept clear of the points' labels. */
export interface MapCaption {
  text: string;
  at: readonly number[];
  /** sRGB, `#rrggbb`; ink if left out. */
  colour?: string;
}

/** Space at the edges of the canvas, in CSS pixels, that floating panels cover. */
export interface MapInsets {
  top: number;
  right: number;
  bottom: number;
  left: number;
  /** How far down the panels at the right reach: labels may stand below them. Left out: all the way. */
  rightHeight?: number;
}

/** What a caller may ask of a mounted map. */
export interface SemanticMapHandle {
  /**
   * The map as it is seen now, with background and labels, as PNG at the canvas's pixel density.
   * @throws Fault `webgl-lost` while the graphics context is lost
   */
  toPng(): Promise<Blob>;
  /** Where point `index` is, in CSS pixels from the canvas's top left; null if behind the camera. */
  project(index: number): { x: number; y: number } | null;
  /** How many frames have been drawn since mounting: does not rise while nothing changes. */
  framesDrawn(): number;
  /** The indices of the points whose labels are on screen now. */
  labelled(): Int32Array;
  /**
   * Sends the points to other places (n × dims raw coordinates) past React, for an animation: nothing else is
   * updated, and labels go along as they are until {@link SemanticMapProps.positions} says the same.
   */
  moveTo(positions: Float32Array): void;
}

/**
 * Arrays belong to the caller and are read, never written; a new array (by identity) means new content.
 * n is the number of points.
 */
export interface SemanticMapProps {
  /** n × dims raw coordinates, row-major. Non-finite values are drawn at the centre. */
  positions: Float32Array;
  dims: 2 | 3;
  /**
   * m × dims raw coordinates that decide centre and scale; `positions` if left out. The same array keeps the scale
   * while points move: the layers of a model are one space.
   */
  extent?: Float32Array;
  /** n names, none twice, by which points are known again when their number changes: those glide, others appear. */
  identities?: readonly string[];
  /** n × 3, sRGB. */
  colours: Uint8Array;
  /** n marker shapes: 0 disc, 1 square, 2 triangle, 3 diamond, 4 ring, 5 cross. */
  shapes: Uint8Array;
  /** n of HIDDEN, FADED, SHOWN; all shown if left out. */
  visible?: Uint8Array;
  /** n texts, drawn as they are, never parsed. */
  labels: readonly string[];
  /** n values: labels with higher ones win space. If left out, those of earlier points do. */
  labelPriority?: Float32Array;
  /** n factors of the marker's diameter, 0.25 to 3.98; 1 if left out. */
  sizes?: Float32Array;
  selected: number | null;
  compared: number | null;
  hovered: number | null;
  /** Neighbours of the selected point: each gets a thin line and its label. */
  highlighted: Int32Array;
  arrows?: readonly MapArrow[];
  captions?: readonly MapCaption[];
  regions?: readonly MapRegion[];
  theme: Theme;
  /** BCP 47 tag that picks the forms of Han characters; `zh-CN` if left out; read once, on mounting. */
  lang?: string;
  reducedMotion: boolean;
  /** Factor of the labels' and markers' size, for a projector; 1 if left out. */
  textScale?: number;
  mode: MapMode;
  insets?: MapInsets;
  /** Flies to a point each time `nonce` changes. */
  flyTo?: { index: number; nonce: number } | null;
  /** Maps with the same link have one camera: turn one, and the others turn with it. */
  viewLink?: ViewLink;
  /** Shows the whole map again each time it changes. */
  resetNonce?: number;
  ariaLabel: string;
  ref?: Ref<SemanticMapHandle>;
  onHover?(index: number | null): void;
  /** A click, a tap or a key chose a point (null: empty space); `compare` with shift. */
  onSelect?(index: number | null, how: { compare: boolean }): void;
  /** Box or lasso closed: the indices inside, hidden points excepted, ascending. */
  onRegion?(indices: Int32Array): void;
  /** The first frame has been drawn. */
  onReady?(): void;
  onLost?(): void;
  onRestored?(): void;
  /** WebGL 2 cannot be had: show the table instead. */
  onUnavailable?(fault: Fault): void;
}
