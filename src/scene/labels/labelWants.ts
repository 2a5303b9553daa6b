import type { Triple } from '../colourSpace.ts';
import { bytesFromHex } from '../colourSpace.ts';
import { perspectiveFactor } from '../points/pointSize.ts';
import type { PositionTrack } from '../world/positionTrack.ts';
import { positionAt } from '../world/positionTrack.ts';
import type { ScreenProjection } from '../world/projection.ts';
import { projectPlace } from '../world/projection.ts';
import { crowding } from './crowding.ts';
import { LABEL_COLUMNS, LOOKED_AT_COLUMNS } from './elide.ts';
import { SDF_SIZE } from './glyphAtlas.ts';
import { labelPoints } from './labelCandidates.ts';
import type { Box, LabelCandidate, LayoutArea } from './labelLayout.ts';
import {
  CAPTION_SIZE,
  GROUP_SHARE,
  LABEL_SIZE,
  LINE_HEIGHT,
  LOOKED_AT_SIZE,
  labelSize,
  labelTint,
} from './labelStyle.ts';

/** A text at a fixed world place: a region's or an arrow's name. */
export interface PlacedText {
  text: string;
  at: [number, number, number];
  colour: Triple | null;
}

/** What the labels say and whose they are. */
export interface LabelContent {
  labels: readonly string[];
  colours: Uint8Array;
  /** Points in the order in which they are asked for labels. */
  order: Uint32Array;
  eligible: (index: number) => boolean;
  /** Points whose labels are always shown, most important first: large, and in ordinary size. */
  lookedAt: readonly number[];
  neighbours: Int32Array;
  texts: readonly PlacedText[];
  ink: string;
}

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
}

/**
 * All labels that would like to be on screen: those of what is looked at, the given texts, then points by priority.
 * @param lineOf cuts and measures a text once for each key
 * @param isOnScreen whether a point has a label now
 * @returns the labels, how many points a box on the screen covers, and the boxes of the rings
 */
export function wantedLabels(
  content: LabelContent,
  scene: LabelScene,
  lineOf: (key: string, text: string, columns: number) => LabelLine,
  isOnScreen: (index: number) => boolean,
): {
  wanted: WantedLabel[];
  crowd: (left: number, top: number, right: number, bottom: number) => number;
  rings: Box[];
} {
  const ink = bytesFromHex(content.ink);
  const { track, projection, progress, focus, depthCue, diameter, textScale } = scene;
  const captionSize = CAPTION_SIZE * textScale;
  const found: WantedLabel[] = [];
  const taken = new Set<number>();
  const anchor = (index: number): Pick<WantedLabel, 'from' | 'to'> => ({
    from: positionAt(track, index, 0, [0, 0, 0]),
    to: positionAt(track, index, 1, [0, 0, 0]),
  });
  const groupOf = (index: number): Triple => {
    const c = content.colours;
    return [c[index * 3] ?? 128, c[index * 3 + 1] ?? 128, c[index * 3 + 2] ?? 128];
  };
  const addPoint = (
    index: number,
    x: number,
    y: number,
    depth: number,
    score: number,
    large: boolean,
    forced: boolean,
  ) => {
    taken.add(index);
    const line = lineOf(
      `${index}${large ? '+' : ''}`,
      content.labels[index] ?? '',
      large ? LOOKED_AT_COLUMNS : LABEL_COLUMNS,
    );
    if (line.graphemes.length === 0) return;
    const plain = large ? LOOKED_AT_SIZE : forced ? LABEL_SIZE : labelSize(depth, focus, depthCue);
    const size = plain * textScale;
    const radius = (diameter * perspectiveFactor(depth, focus)) / 2;
    found.push({
      id: index,
      x,
      y,
      gap: large ? radius * 1.25 + 7 : radius + 4,
      width: (line.width * size) / SDF_SIZE,
      height: size * LINE_HEIGHT,
      score,
      forced,
      centred: false,
      line,
      size,
      ...anchor(index),
      tint: labelTint(ink, groupOf(index), large ? 0 : GROUP_SHARE),
      hazy: !forced,
    });
  };

  const rings: Box[] = [];
  const place = [0, 0, 0];
  const at: [number, number, number] = [0, 0, 0];
  const special = [...content.lookedAt, ...content.neighbours];
  for (const [rank, index] of special.entries()) {
    if (taken.has(index) || index < 0 || index * 3 >= track.to.length) continue;
    positionAt(track, index, progress, at);
    if (!projectPlace(projection, at[0], at[1], at[2], place)) continue;
    const large = rank < content.lookedAt.length;
    addPoint(index, place[0], place[1], place[2], 100 - rank, large, true);
    if (large) rings.push(ringOf(place[0], place[1], (diameter * perspectiveFactor(place[2], focus)) / 2));
  }
  for (const [k, text] of content.texts.entries()) {
    const line = lineOf(`t${text.text}`, text.text, LOOKED_AT_COLUMNS);
    if (line.graphemes.length === 0 || !projectPlace(projection, ...text.at, place)) continue;
    found.push({
      id: -1 - k,
      x: place[0],
      y: place[1],
      gap: 0,
      width: (line.width * captionSize) / SDF_SIZE,
      height: captionSize * LINE_HEIGHT,
      score: 50 - k * 1e-3,
      forced: false,
      centred: true,
      line,
      size: captionSize,
      from: text.at,
      to: text.at,
      tint: labelTint(ink, text.colour ?? ink, GROUP_SHARE),
      hazy: true,
    });
  }
  const onScreen: number[] = [];
  const points = labelPoints(
    content.order,
    projection,
    track,
    progress,
    focus,
    depthCue,
    content.eligible,
    isOnScreen,
  );
  for (const p of points) {
    onScreen.push(p.x, p.y);
    if (!taken.has(p.index)) addPoint(p.index, p.x, p.y, p.depth, p.score, false, false);
  }
  return { wanted: found, crowd: crowding(onScreen, projection.width, projection.height), rings };
}

/** The box of the ring that the point shader draws round a marker, 4 CSS pixels out and a little wide. */
function ringOf(x: number, y: number, radius: number): Box {
  const reach = radius * 1.25 + 5;
  return { left: x - reach, top: y - reach, width: 2 * reach, height: 2 * reach };
}
