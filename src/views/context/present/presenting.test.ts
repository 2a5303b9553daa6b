import { expect, test } from 'vitest';
import { presentingZoom } from './presenting.ts';

test('text takes the same part of the picture at every resolution, and is never made smaller', () => {
  expect(presentingZoom(1920, 1080)).toBe(2);
  expect(presentingZoom(3840, 2160)).toBe(4);
  expect((14 * presentingZoom(1280, 720)) / 1280).toBeCloseTo((14 * 2) / 1920, 6);
  expect((14 * presentingZoom(1024, 768)) / 1024).toBeCloseTo((14 * 2) / 1920, 6);
  expect(presentingZoom(390, 844)).toBe(1);
});

test('at five metres from a picture two metres wide a Chinese character is above 16 minutes of arc', () => {
  const metres = (0.9 * 14 * presentingZoom(1366, 768) * 2) / 1366;
  expect((Math.atan(metres / 5) * 180 * 60) / Math.PI).toBeGreaterThan(16);
});
