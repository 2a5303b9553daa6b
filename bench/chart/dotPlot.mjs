/** Rows of dots on one axis: for each thing measured, where each side stands, with its least and greatest run. */
import { evenScale, logScale, short } from './scale.mjs';
import { element, legend, mark, picture, text, widthOf } from './svg.mjs';

const ROW = 34;
const TOP = 76;
const RIGHT = 40;
const WIDTH = 860;

/**
 * @param title what is shown
 * @param axis the axis' name, with its unit
 * @param sides names of the sides, in the order of their marks; the first one's values are always written
 * @param rows `{name, points: [{side, value, low, high}]}`
 * @param scale `log` or `even`
 * @param show writes a value
 */
export function dotPlot({ title, axis, sides, rows, scale = 'log', show = short }) {
  const left = 24 + Math.max(...rows.map(({ name }) => widthOf(name)));
  const height = TOP + rows.length * ROW + 44;
  const values = rows.flatMap(({ points }) =>
    points.flatMap(({ value, low, high }) => [low ?? value, high ?? value]),
  );
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const { at, ticks } = (scale === 'log' ? logScale : evenScale)(least, most, left, WIDTH - RIGHT);
  const bottom = TOP + rows.length * ROW;
  const grid = ticks.map(
    (tick) =>
      element('line', { class: 'grid', x1: at(tick), x2: at(tick), y1: TOP - 12, y2: bottom }) +
      text(at(tick), bottom + 16, show(tick), { kind: 'pale', anchor: 'middle' }),
  );
  const drawn = rows.map(({ name, points }, index) => {
    const y = TOP + index * ROW + ROW / 2;
    return text(left - 14, y + 4, name, { anchor: 'end' }) + row(points, y);
  });
  return picture({ width: WIDTH, height, title, label: inWords(title, axis, rows, show) }, [
    ...legend(sides, 16, 48),
    ...grid,
    ...drawn,
    text((left + WIDTH - RIGHT) / 2, bottom + 34, axis, { kind: 'pale', anchor: 'middle' }),
  ]);

  function row(points, y) {
    const taken = [];
    const ordered = [...points].sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side));
    const marks = ordered.map(({ side, value, low, high }) => {
      const which = sides.indexOf(side);
      const reach =
        low !== undefined && high > low
          ? element('line', { class: `s${which} reach`, x1: at(low), x2: at(high), y1: y, y2: y })
          : '';
      return reach + mark(which, at(value), y, `${side}: ${show(value)}`);
    });
    const labels = ordered.map(({ value }) => {
      const written = show(value);
      const half = widthOf(written) / 2 + 3;
      const x = at(value);
      // beside a label that stands there already there is no room; the table has the number
      if (taken.some(([from, to]) => x + half > from && x - half < to)) return '';
      taken.push([x - half, x + half]);
      return text(x, y - 9, written, { kind: 'pale', anchor: 'middle' });
    });
    return [...marks.reverse(), ...labels].join('');
  }
}

function inWords(title, axis, rows, show) {
  const list = rows.map(
    ({ name, points }) => `${name}: ${points.map(({ side, value }) => `${side} ${show(value)}`).join(', ')}`,
  );
  return `${title} (${axis}). ${list.join('; ')}`;
}
