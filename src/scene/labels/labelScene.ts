import type { PositionTrack } from '../world/positionTrack.ts';
import type { ScreenProjection } from '../world/projection.ts';
import type { Box, LabelCandidate, LayoutArea } from './labelLayout.ts';

/** How the map is seen at the moment of a layout. */
export interface LabelScene {
  projection: ScreenProjection;
  track: PositionTrack;
  progress: number;
  focus: number;
  depthCue: number;
  /** Factor of all font sizes. */
  textScale: number;
  /** Marker diameter at the target, CSS pixels. */
  diameter: number;
  area: Omit<LayoutArea, 'spaceX' | 'spaceY' | 'limit' | 'keepOut'>;
  /** Panels within the area, which labels keep out of. */
  panels: readonly Box[];
  /** Seconds. */
  now: number;
  /** Milliseconds that drawing new glyphs may take; the rest follows in the next frames. */
  budget: number;
}

/** A text cut to length, with its measures. */
export interface LabelLine {
  graphemes: string[];
  advances: number[];
  /** Sum of the advances, texels. */
  width: number;
}

/** A label with what it takes to draw it. */
export interface WantedLabel extends LabelCandidate {
  line: LabelLine;
  size: number;
  from: readonly [number, number, number];
  to: readonly [number, number, number];
  tint: [number, number, number];
  hazy: boolean;
  /** 0 to 1. */
  opacity: number;
}
