import { expect, test } from 'vitest';
import { contrastRatio, linearFromBytes, oklabFromLinear, type Triple } from '../../../scene/colourSpace.ts';
import { asSeen } from '../../../scene/paletteSearch.ts';
import { colourRamp, inkOn, RAMP_SIZE } from './colourRamp.ts';

const themes = ['dark', 'light'] as const;
const rows = (theme: (typeof themes)[number]): Triple[] => {
  const ramp = colourRamp(theme);
  return Array.from({ length: RAMP_SIZE }, (_, i) => [ramp[i * 3], ramp[i * 3 + 1], ramp[i * 3 + 2]]);
};
const distance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

test.each(themes)('equal steps of similarity look equally far apart (%s)', (theme) => {
  // Sixteenths of the scale: single bytes would round.
  const seen = rows(theme)
    .filter((_, i) => i % 15 === 0)
    .map((colour) => oklabFromLinear(linearFromBytes(colour)));
  const steps = seen.slice(1).map((colour, i) => distance(colour, seen[i]));
  expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.2);
});

test.each(themes)('lightness goes one way only, also for colour-blind eyes (%s)', (theme) => {
  const eyes = rows(theme)
    .filter((_, i) => i % 5 === 0)
    .map((colour) => asSeen(linearFromBytes(colour)));
  const rising = theme === 'dark' ? 1 : -1;
  for (let eye = 0; eye < 4; eye++) {
    for (let i = 1; i < eyes.length; i++)
      expect((eyes[i][eye][0] - eyes[i - 1][eye][0]) * rising).toBeGreaterThan(0);
    // just noticeable in OKLab is about 0.02: at least 25 steps are told apart by every eye
    expect(distance(eyes[0][eye], eyes[eyes.length - 1][eye])).toBeGreaterThan(0.5);
  }
});

test.each(themes)('a number in a cell is read on every colour (%s)', (theme) => {
  rows(theme).forEach((colour, i) => {
    const ink: Triple = inkOn(colourRamp(theme), i) === '#000' ? [0, 0, 0] : [255, 255, 255];
    expect(contrastRatio(colour, ink)).toBeGreaterThanOrEqual(4.5);
  });
});

test('the highest similarity stands out from the page in both themes', () => {
  expect(contrastRatio(rows('dark')[RAMP_SIZE - 1], [7, 11, 22])).toBeGreaterThan(12);
  expect(contrastRatio(rows('light')[RAMP_SIZE - 1], [246, 244, 238])).toBeGreaterThan(9);
});
