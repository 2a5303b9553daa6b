/** From numbers to pixels, and the numbers worth writing at an axis. */

/** `{at(value), ticks}` for values of `low` … `high` along `from` … `to`, by their logarithm. */
export function logScale(low, high, from, to) {
  const [first, last] = [Math.floor(Math.log10(low) + 1e-9), Math.ceil(Math.log10(high) - 1e-9)];
  const end = Math.max(last, first + 1);
  const at = (value) => from + ((Math.log10(value) - first) / (end - first)) * (to - from);
  return { at, ticks: Array.from({ length: end - first + 1 }, (_, i) => 10 ** (first + i)) };
}

/** The same for an even scale that need not begin at 0: for dots, never for bars. */
export function evenScale(low, high, from, to) {
  const raw = (high - low || 1) / 5;
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * unit).find((one) => one >= raw);
  const first = Math.floor(low / step) * step;
  const end = Math.max(Math.ceil(high / step) * step, first + step);
  const count = Math.round((end - first) / step);
  const at = (value) => from + ((value - first) / (end - first)) * (to - from);
  return {
    at,
    ticks: Array.from({ length: count + 1 }, (_, i) => Number((first + i * step).toPrecision(12))),
  };
}

const UNITS = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** A number as short as an axis wants it. */
export function short(value) {
  const unit = UNITS.find(([size]) => value >= size);
  return unit
    ? `${Number((value / unit[0]).toPrecision(3))}${unit[1]}`
    : String(Number(value.toPrecision(3)));
}
