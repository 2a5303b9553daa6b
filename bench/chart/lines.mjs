/** Lines over two logarithmic axes, each named at its end. */
import { logScale, short } from './scale.mjs';
import { element, mark, picture, text, widthOf } from './svg.mjs';

const [WIDTH, HEIGHT, TOP, BOTTOM, LEFT] = [860, 460, 56, 56, 64];
/** Least distance of two names, in pixels. */
const LINE = 15;

/**
 * @param lines `{name, points: [{x, y}]}` in the order of their marks, x ascending; values above 0
 * @param showX, showY write a value of an axis
 */
export function linesChart({ title, xAxis, yAxis, lines, showX = short, showY = short }) {
  const right = 28 + Math.max(...lines.map(({ name }) => widthOf(name)));
  const all = lines.flatMap(({ points }) => points);
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  const across = logScale(Math.min(...xs), Math.max(...xs), LEFT, WIDTH - right);
  const up = logScale(Math.min(...ys), Math.max(...ys), HEIGHT - BOTTOM, TOP);
  const grid = [
    ...across.ticks.map(
      (tick) =>
        element('line', {
          class: 'grid',
          x1: across.at(tick),
          x2: across.at(tick),
          y1: TOP,
          y2: HEIGHT - BOTTOM,
        }) + text(across.at(tick), HEIGHT - BOTTOM + 18, showX(tick), { kind: 'pale', anchor: 'middle' }),
    ),
    ...up.ticks.map(
      (tick) =>
        element('line', { class: 'grid', x1: LEFT, x2: WIDTH - right, y1: up.at(tick), y2: up.at(tick) }) +
        text(LEFT - 8, up.at(tick) + 4, showY(tick), { kind: 'pale', anchor: 'end' }),
    ),
  ];
  const places = spread(lines.map(({ points }) => up.at(points.at(-1).y)));
  const drawn = lines.map(({ name, points }, which) => {
    const path = points.map(({ x, y }) => `${across.at(x).toFixed(1)},${up.at(y).toFixed(1)}`).join(' ');
    return [
      element('polyline', { class: `line s${which}`, points: path }),
      ...points.map(({ x, y }) => mark(which, across.at(x), up.at(y), `${name}: ${showX(x)}, ${showY(y)}`)),
      text(across.at(points.at(-1).x) + 12, places[which] + 4, name),
    ].join('');
  });
  const label = lines.map(
    ({ name, points }) => `${name}: ${points.map(({ x, y }) => `${showX(x)} ${showY(y)}`).join(', ')}`,
  );
  return picture(
    { width: WIDTH, height: HEIGHT, title, label: `${title} (${xAxis}; ${yAxis}). ${label.join('; ')}` },
    [
      text(16, 44, yAxis, { kind: 'pale' }),
      ...grid,
      ...drawn,
      text((LEFT + WIDTH - right) / 2, HEIGHT - 14, xAxis, { kind: 'pale', anchor: 'middle' }),
    ],
  );
}

/** The heights moved apart until no two are closer than a line of text. */
function spread(heights) {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a] - heights[b]);
  const places = [...heights];
  for (let i = 1; i < order.length; i++) {
    places[order[i]] = Math.max(places[order[i]], places[order[i - 1]] + LINE);
  }
  return places;
}
