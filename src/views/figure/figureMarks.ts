import type { Theme } from '../../contract/deepLink.ts';
import type { Language } from '../../contract/options.ts';
import type { Figure, FigureArrow, PointKind } from '../../pipeline/words/figure.ts';
import { bytesFromHex } from '../../scene/colourSpace.ts';
import type { MapArrow } from '../../scene/mapProps.ts';
import { groupColourHex, groupShapes } from '../../scene/palette.ts';

/** What is asked, what answers, what lies near, the point reached; a word of a list looks like its group. */
const COLOURS: Record<Theme, Record<PointKind, string>> = {
  dark: { given: '#ffd166', answer: '#5ee6a8', near: '#9db8ff', target: '#ff8fb1', word: '#a9b5d0' },
  light: { given: '#8a5a00', answer: '#0b6b45', near: '#2748b8', target: '#b3124f', word: '#515b72' },
};
const SHAPES: Record<PointKind, number> = { given: 3, answer: 2, near: 0, target: 4, word: 0 };
const SIZES: Record<PointKind, number> = { given: 1.7, answer: 1.7, near: 0.9, target: 1.9, word: 0.9 };
const ARROW_COLOURS: Record<Theme, Record<FigureArrow['kind'], string>> = {
  dark: { offset: '#ffd166', moved: '#ff8fb1', odd: '#ff9d7a', way: '#8b97b5', axis: '#c7d0e6' },
  light: { offset: '#8a5a00', moved: '#b3124f', odd: '#a33a12', way: '#6b7488', axis: '#3b4460' },
};

/** How the points of a figure look, and whose label wins. */
export function figureMarks({ points, groups }: Figure, theme: Theme) {
  const rows = new Map(groups.map(({ id }, row) => [id, row]));
  const forms = groupShapes(Math.max(1, groups.length));
  const colours = new Uint8Array(points.length * 3);
  const shapes = new Uint8Array(points.length);
  points.forEach(({ kind, group }, index) => {
    const row = kind === 'word' ? rows.get(group) : undefined;
    const colour = row === undefined ? COLOURS[theme][kind] : groupColourHex(row, theme);
    colours.set(bytesFromHex(colour), index * 3);
    shapes[index] = row === undefined ? SHAPES[kind] : forms[row];
  });
  return {
    colours,
    shapes,
    sizes: Float32Array.from(points, ({ kind }) => SIZES[kind]),
    labelPriority: Float32Array.from(
      points,
      ({ kind }, index) => (kind === 'word' || kind === 'near' ? 0 : 1e4) - index,
    ),
  };
}

export function figureArrows(
  { arrows, groups }: Pick<Figure, 'arrows' | 'groups'>,
  theme: Theme,
  language: Language,
): MapArrow[] {
  const rows = new Map(groups.map(({ id }, row) => [id, row]));
  return arrows.map(({ from, to, kind, label, group }) => {
    const row = group === undefined ? undefined : rows.get(group);
    return {
      from,
      to,
      label: typeof label === 'object' ? label[language] : label,
      labelAt: group !== undefined ? 'row' : kind === 'axis' ? 'end' : 'middle',
      colour: row === undefined ? ARROW_COLOURS[theme][kind] : groupColourHex(row, theme),
      look: kind === 'way' ? 'trail' : 'arrow',
    };
  });
}
