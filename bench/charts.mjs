/** The charts of docs/performance.md, from the parts' results. */
import { dotPlot } from './chart/dotPlot.mjs';
import { linesChart } from './chart/lines.mjs';
import { short } from './chart/scale.mjs';
import { stageName } from './growthTable.mjs';
import { thousands } from './projectionTable.mjs';

const SIDES = ['ours', 'embedding-atlas', 'umap-js', 'umap-learn'];
const inSeconds = (value) => `${Number(value.toPrecision(value < 1 ? 2 : 3))} s`;

function mapCases({ cases }) {
  return cases.filter(({ table, dims }) => table === 'equal' && dims === 2);
}

const caseName = ({ set, count, dim }) => `${set.replace(/-.*/, '')} ${thousands(count)} × ${dim}`;

/** Seconds from vectors to a map; umap-learn, which runs outside the browser, is left out. */
export function mapTimeChart(part) {
  const cases = mapCases(part);
  if (cases.length === 0) return null;
  return dotPlot({
    title: 'From vectors to a map: seconds, equal settings (200 epochs)',
    axis: 'seconds, logarithmic: median, with the least and greatest run',
    sides: SIDES.slice(0, 3),
    show: inSeconds,
    rows: cases.map((one) => ({
      name: caseName(one),
      points: SIDES.slice(0, 3)
        .filter((side) => one.sides[side])
        .map((side) => {
          const { median, low, high } = one.sides[side].total;
          return { side, value: median, low, high };
        }),
    })),
  });
}

/** Trustworthiness at 15 of the same maps, umap-learn's among them. */
export function mapQualityChart(part) {
  const cases = mapCases(part);
  if (cases.length === 0) return null;
  return dotPlot({
    title: 'The same maps: trustworthiness at 15',
    axis: 'trustworthiness: 1 means that no stranger was moved into a neighbourhood',
    sides: SIDES,
    scale: 'even',
    show: (value) => String(Number(value.toFixed(3))),
    rows: cases.map((one) => ({
      name: caseName(one),
      points: SIDES.filter((side) => one.sides[side]).map((side) => ({
        side,
        value: one.sides[side].trustworthiness,
      })),
    })),
  });
}

/** Seconds of each stage by the number of points. */
export function growthChart({ sizes }) {
  const measured = sizes.filter(({ failed }) => !failed);
  if (measured.length < 2) return null;
  const stages = Object.keys(measured[0].stages);
  const lines = stages.map((stage) => ({
    name: stageName(stage),
    points: measured
      .filter(({ stages: times }) => times[stage]?.median > 0)
      .map(({ count, stages: times }) => ({ x: count, y: times[stage].median })),
  }));
  return linesChart({
    title: `How the cost of a map grows with its points (${measured[0].dim} dimensions)`,
    xAxis: 'points',
    yAxis: 'seconds',
    showY: inSeconds,
    lines: lines.filter(({ points }) => points.length > 0),
  });
}

/** Texts a second, as each side takes the whole list best and in batches. */
export function embeddingChart({ results }) {
  const rows = (results ?? []).flatMap(({ model, device, throughput }) =>
    Object.entries(throughput ?? {}).flatMap(([list, { count, rows: measured }]) =>
      measured.map(({ batch, ours, peer }) => ({
        name: `${model} ${device}, ${count} ${list}, batch ${batch}`,
        points: [
          { side: 'ours', value: ours.median, low: ours.low, high: ours.high },
          { side: 'transformers.js', value: peer.median, low: peer.low, high: peer.high },
        ],
      })),
    ),
  );
  if (rows.length === 0) return null;
  return dotPlot({
    title: 'Texts embedded in a second',
    axis: 'texts a second, logarithmic: median, with the least and greatest run',
    sides: ['ours', 'transformers.js'],
    show: short,
    rows,
  });
}
