import type { Theme } from '../../../contract/deepLink.ts';
import { bytesFromLinear, contrastRatio, linearFromOklch, type Triple } from '../../../scene/colourSpace.ts';

/** How many colours a ramp has. */
export const RAMP_SIZE = 256;

/** Steps along the curve between which its length is measured: far finer than the colours taken from it. */
const FINE = 4096;

/**
 * Three points a theme in OKLCH (lightness, chroma, hue), of which a quadratic curve in OKLab is drawn: blue, teal,
 * yellow, as viridis has them. Lightness rises all the way, so that colour-blind eyes and grey prints read it too; a
 * higher number stands out from the page: bright on the night sky, dark on paper.
 */
const POINTS: Readonly<Record<Theme, readonly [Triple, Triple, Triple]>> = {
  dark: [
    [0.27, 0.09, 285],
    [0.58, 0.11, 200],
    [0.95, 0.13, 104],
  ],
  light: [
    [0.965, 0.045, 104],
    [0.7, 0.13, 180],
    [0.3, 0.13, 284],
  ],
};

const ramps = new Map<Theme, Uint8Array>();

/**
 * The colours of similarities from low to high: {@link RAMP_SIZE} × 3 sRGB bytes, equal steps along the curve in
 * OKLab, hence perceptually uniform. One array a theme: do not write into it.
 */
export function colourRamp(theme: Theme): Uint8Array {
  const known = ramps.get(theme);
  if (known) return known;
  const ramp = equalSteps(POINTS[theme].map(labFromLch));
  ramps.set(theme, ramp);
  return ramp;
}

/** Black or white, whichever is read better on colour `index` of a ramp: always at least 4.5:1. */
export function inkOn(ramp: Uint8Array, index: number): '#000' | '#fff' {
  const ground: Triple = [ramp[index * 3], ramp[index * 3 + 1], ramp[index * 3 + 2]];
  return contrastRatio(ground, [0, 0, 0]) >= contrastRatio(ground, [255, 255, 255]) ? '#000' : '#fff';
}

function equalSteps([from, control, to]: readonly Triple[]): Uint8Array {
  const curve = Array.from({ length: FINE + 1 }, (_, i) => {
    const t = i / FINE;
    const at = (axis: number) =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * control[axis] + t ** 2 * to[axis];
    return [at(0), at(1), at(2)] as const;
  });
  const lengths = new Float64Array(FINE + 1);
  for (let i = 1; i <= FINE; i++) {
    const [a, b] = [curve[i - 1], curve[i]];
    lengths[i] = lengths[i - 1] + Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
  }
  const ramp = new Uint8Array(RAMP_SIZE * 3);
  let at = 0;
  for (let i = 0; i < RAMP_SIZE; i++) {
    const wanted = (i / (RAMP_SIZE - 1)) * lengths[FINE];
    while (at < FINE && lengths[at] < wanted) at++;
    ramp.set(bytesFromLab(curve[at]), i * 3);
  }
  return ramp;
}

function labFromLch([lightness, chroma, hue]: Triple): Triple {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

function bytesFromLab([lightness, a, b]: Triple): Triple {
  return bytesFromLinear(linearFromOklch(lightness, Math.hypot(a, b), (Math.atan2(b, a) * 180) / Math.PI));
}
