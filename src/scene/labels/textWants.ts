import type { Triple } from '../colourSpace.ts';
import type { RegionShapes } from '../softRegions/regionShapes.ts';
import { regionReach } from '../softRegions/regionShapes.ts';
import type { ScreenProjection } from '../world/projection.ts';
import { projectPlace } from '../world/projection.ts';
import { visiblePart } from '../world/visiblePart.ts';
import { captionOpacity, outgrows } from './captionZoom.ts';
import { CAPTION_COLUMNS, LOOKED_AT_COLUMNS } from './elide.ts';
import { SDF_SIZE } from './glyphAtlas.ts';
import type { LabelLine, LabelScene, WantedLabel } from './labelScene.ts';
import {
  ARROW_LABEL_SIZE,
  AXIS_LABEL_SIZE,
  CAPTION_SIZE,
  GROUP_SHARE,
  LINE_HEIGHT,
  labelTint,
  REGION_CAPTION_SIZE,
} from './labelStyle.ts';

/** A text that is no point's label: over a fixed place, over a region that may glide, or beside an arrow. */
export type PlacedText = { text: string; colour: Triple | null } & (
  | { kind: 'caption'; at: [number, number, number] }
  | { kind: 'region'; index: number; shapes: RegionShapes }
  | {
      kind: 'arrow';
      from: [number, number, number];
      to: [number, number, number];
      place: 'middle' | 'end' | 'row';
    }
);

/** Order of the kinds where room is short; points' labels score at most about 2, what is looked at about 100. */
const AXIS_SCORE = 60;
const CAPTION_SCORE = 50;
const REGION_SCORE = 40;
const ARROW_SCORE = 30;
/** A region's name on screen holds its place against one with up to this much more points. */
const STAYS = 0.15;

type Wish = Omit<
  WantedLabel,
  'id' | 'width' | 'height' | 'line' | 'size' | 'tint' | 'forced' | 'gap' | 'centred'
> &
  Partial<Pick<WantedLabel, 'gap' | 'centred'>>;

/**
 * The texts that would like to be on screen; their ids are −1, −2, … in the order of `texts`.
 * @param isOnScreen whether the label with an id is there now
 */
export function wantedTexts(
  texts: readonly PlacedText[],
  ink: Triple,
  scene: LabelScene,
  lineOf: (key: string, text: string, columns: number) => LabelLine,
  isOnScreen: (id: number) => boolean,
): WantedLabel[] {
  const most = Math.max(1, ...texts.map((t) => (t.kind === 'region' ? t.shapes.sizes[t.index] : 0)));
  const found: WantedLabel[] = [];
  for (const [k, text] of texts.entries()) {
    const id = -1 - k;
    const columns = text.kind === 'region' ? CAPTION_COLUMNS : LOOKED_AT_COLUMNS;
    const line = lineOf(`t${columns}${text.text}`, text.text, columns);
    if (line.graphemes.length === 0) continue;
    const size = sizeOf(text) * scene.textScale;
    const width = (line.width * size) / SDF_SIZE;
    const height = size * LINE_HEIGHT;
    const wish =
      text.kind === 'arrow'
        ? besideArrow(text, scene, width, height)
        : text.kind === 'region'
          ? overRegion(text, scene, width, height, most, isOnScreen(id))
          : overPlace(text.at, scene, height);
    if (!wish) continue;
    found.push({
      id,
      gap: 0,
      width,
      height,
      forced: false,
      centred: true,
      line,
      size,
      tint: labelTint(ink, text.colour ?? ink, GROUP_SHARE),
      ...wish,
      score: wish.score - k * 1e-3,
    });
  }
  return found;
}

function sizeOf(text: PlacedText): number {
  if (text.kind === 'caption') return CAPTION_SIZE;
  if (text.kind === 'region') return REGION_CAPTION_SIZE;
  return text.place === 'end' ? AXIS_LABEL_SIZE : ARROW_LABEL_SIZE;
}

function overPlace(
  at: [number, number, number],
  { projection, area }: LabelScene,
  height: number,
): Wish | null {
  const place = [0, 0, 0];
  if (!projectPlace(projection, ...at, place)) return null;
  const [x, y] = place;
  // just over the edge: as near as it may stand, half a pixel within lest rounding put it out
  const [top, bottom] = [area.top + height / 2 + 0.5, area.bottom - height / 2 - 0.5];
  const inside = y > top - height && y < bottom + height ? Math.max(top, Math.min(bottom, y)) : y;
  return { x, y: inside, score: CAPTION_SCORE, from: at, to: at, hazy: true, opacity: 1 };
}

function overRegion(
  { index, shapes }: PlacedText & { kind: 'region' },
  { projection, progress, area }: LabelScene,
  width: number,
  height: number,
  most: number,
  shown: boolean,
): Wish | null {
  if (shapes.sizes[index] === 0) return null;
  const from = tripleAt(shapes.centreFrom, index);
  const to = tripleAt(shapes.centreTo, index);
  const place = [0, 0, 0];
  if (!projectPlace(projection, ...between(from, to, progress), place)) return null;
  const [x, y] = place;
  if (x < area.left || x > area.right || y < area.top || y > area.bottom) return null;
  const radius = regionReach(shapes, index) * pixelsPerUnit(projection, place[2]);
  const side = Math.min(area.right - area.left, area.bottom - area.top);
  const opacity = captionOpacity(radius, side);
  if (opacity < 0.1) return null;
  return {
    x,
    y,
    // nothing but its own points, where it is the wider of the two
    mayCover: outgrows(width, radius, shown) ? shapes.sizes[index] : undefined,
    // over the middle, else above or below it like a heading
    gap: radius * 0.6 + height / 2,
    score: REGION_SCORE + shapes.sizes[index] / most + (shown ? STAYS : 0),
    from,
    to,
    hazy: true,
    opacity,
  };
}

function besideArrow(
  { from, to, place: where }: PlacedText & { kind: 'arrow' },
  { projection, area }: LabelScene,
  width: number,
  height: number,
): Wish | null {
  // what reaches over the edge of the screen is named where it can be seen
  const inset = where === 'middle' ? 0 : height;
  const part = visiblePart(projection, from, to, {
    left: area.left + inset,
    top: area.top + inset,
    right: area.right - inset,
    bottom: area.bottom - inset,
  });
  if (!part) return null;
  const [first, last] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  projectPlace(projection, ...between(from, to, part[0]), first);
  projectPlace(projection, ...between(from, to, part[1]), last);
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]);
  // a name much longer than its arrow would seem to name what lies round it
  if (where === 'middle' && length < Math.min(24, width * 0.4)) return null;
  const [dx, dy] = length > 1e-3 ? [(last[0] - first[0]) / length, (last[1] - first[1]) / length] : [1, 0];
  const above: [number, number] = dx >= 0 ? [dy, -dx] : [-dy, dx];
  const below: [number, number] = [-above[0], -above[1]];
  const anchor = between(from, to, where === 'middle' ? (part[0] + part[1]) / 2 : part[1]);
  const at = [0, 0, 0];
  if (!projectPlace(projection, ...anchor, at)) return null;
  return {
    x: at[0],
    y: at[1],
    gap: 5,
    centred: false,
    towards: where === 'row' ? [[dx, dy]] : where === 'end' ? [[dx, dy], above, below] : [above, below],
    score: where === 'middle' ? ARROW_SCORE : where === 'row' ? CAPTION_SCORE : AXIS_SCORE,
    from: anchor,
    to: anchor,
    hazy: true,
    opacity: 1,
  };
}

function tripleAt(array: Float32Array, index: number): [number, number, number] {
  return [array[index * 3], array[index * 3 + 1], array[index * 3 + 2]];
}

function between(
  a: readonly [number, number, number],
  b: readonly [number, number, number],
  t: number,
): [number, number, number] {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** CSS pixels that one world unit spans across the view at a depth. */
function pixelsPerUnit({ matrix, height }: ScreenProjection, depth: number): number {
  return (Math.hypot(matrix[1], matrix[5], matrix[9]) * height) / 2 / depth;
}
