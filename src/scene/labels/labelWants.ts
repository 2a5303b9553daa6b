import type { Triple } from '../colourSpace.ts';
import { bytesFromHex } from '../colourSpace.ts';
import { perspectiveFactor } from '../points/pointSize.ts';
import { positionAt } from '../world/positionTrack.ts';
import { projectPlace } from '../world/projection.ts';
import { visiblePart } from '../world/visiblePart.ts';
import { crowding } from './crowding.ts';
import { LABEL_COLUMNS, LOOKED_AT_COLUMNS } from './elide.ts';
import { SDF_SIZE } from './glyphAtlas.ts';
import type { LabelPoint } from './labelCandidates.ts';
import type { Box } from './labelLayout.ts';
import type { LabelLine, LabelScene, WantedLabel } from './labelScene.ts';
import { GROUP_SHARE, LABEL_SIZE, LINE_HEIGHT, LOOKED_AT_SIZE, labelSize, labelTint } from './labelStyle.ts';
import type { PlacedText } from './textWants.ts';
import { wantedTexts } from './textWants.ts';

/** What the labels say and whose they are. */
export interface LabelContent {
  labels: readonly string[];
  colours: Uint8Array;
  /** Points in the order in which they are asked for labels; null: as they come. */
  order: Uint32Array | null;
  eligible: (index: number) => boolean;
  /** Points whose labels are always shown, most important first: large, and in ordinary size. */
  lookedAt: readonly number[];
  neighbours: Int32Array;
  texts: readonly PlacedText[];
  /** Arrows that labels should rather not cover, world places. */
  arrows: readonly { from: readonly [number, number, number]; to: readonly [number, number, number] }[];
  ink: string;
}

/**
 * All labels that would like to be on screen: those of what is looked at, the given texts, then points by priority.
 * @param points the candidates, best first
 * @param lineOf cuts and measures a text once for each key
 * @param isOnScreen whether a point, or a text by its negative id, has a label now
 * @returns the labels, how many points a box on the screen covers, and the boxes of the rings
 */
export function wantedLabels(
  content: LabelContent,
  scene: LabelScene,
  points: readonly LabelPoint[],
  lineOf: (key: string, text: string, columns: number) => LabelLine,
  isOnScreen: (index: number) => boolean,
): {
  wanted: WantedLabel[];
  crowd: (left: number, top: number, right: number, bottom: number) => number;
  rings: Box[];
} {
  const ink = bytesFromHex(content.ink);
  const { track, projection, progress, focus, depthCue, diameter, textScale } = scene;
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
      opacity: 1,
    });
  };

  const rings: Box[] = [];
  const place = [0, 0, 0];
  const at: [number, number, number] = [0, 0, 0];
  const special = [...content.lookedAt, ...content.neighbours];
  for (const [rank, index] of special.entries()) {
    if (taken.has(index) || index < 0 || index >= track.count) continue;
    positionAt(track, index, progress, at);
    if (!projectPlace(projection, at[0], at[1], at[2], place)) continue;
    const large = rank < content.lookedAt.length;
    addPoint(index, place[0], place[1], place[2], 100 - rank, large, true);
    if (large) rings.push(ringOf(place[0], place[1], (diameter * perspectiveFactor(place[2], focus)) / 2));
  }
  found.push(...wantedTexts(content.texts, ink, scene, lineOf, isOnScreen));
  const onScreen: number[] = [];
  for (const p of points) {
    onScreen.push(p.x, p.y);
    if (!taken.has(p.index)) addPoint(p.index, p.x, p.y, p.depth, p.score, false, false);
  }
  pushArrows(content.arrows, scene, onScreen);
  return { wanted: found, crowd: crowding(onScreen, projection.width, projection.height), rings };
}

/** The box of the ring that the point shader draws round a marker, 4 CSS pixels out and a little wide. */
function ringOf(x: number, y: number, radius: number): Box {
  const reach = radius * 1.25 + 5;
  return { left: x - reach, top: y - reach, width: 2 * reach, height: 2 * reach };
}

/** CSS pixels between the places that stand for an arrow when labels choose their sides: a cell of the counting. */
const ARROW_STEP = 8;

/** Appends places along the visible parts of arrows. */
function pushArrows(
  arrows: LabelContent['arrows'],
  { projection, area }: LabelScene,
  places: number[],
): void {
  for (const { from, to } of arrows) {
    const part = visiblePart(projection, from, to, area);
    if (!part) continue;
    const [[x0, y0], [x1, y1]] = part.map((t) => {
      const place = [0, 0, 0];
      const [x, y, z] = [0, 1, 2].map((k) => from[k] + (to[k] - from[k]) * t);
      projectPlace(projection, x, y, z, place);
      return place;
    });
    const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / ARROW_STEP);
    for (let i = 0; i <= steps; i++)
      places.push(x0 + ((x1 - x0) * i) / Math.max(1, steps), y0 + ((y1 - y0) * i) / Math.max(1, steps));
  }
}
