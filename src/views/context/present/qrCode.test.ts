import { describe, expect, test } from 'vitest';
import reference from '../../../../fixtures/qr/codes.json' with { type: 'json' };
import { addressBytes, correctionFor, MOST_MODULES, qrCodeOf } from './qrCode.ts';

/** The rows of a drawn code, 1 where the middle of a module is filled (SVG's nonzero rule), read from its path. */
function drawn(path: string, modules: number): string[] {
  const edges: { x: number; top: number; bottom: number; way: number }[] = [];
  for (const outline of path.split('Z').filter(Boolean)) {
    const points = outline
      .slice(1)
      .split('L')
      .map((point) => point.split(' ').map(Number));
    points.forEach(([x, y], index) => {
      const [toX, toY] = points[(index + 1) % points.length];
      if (x === toX && y !== toY)
        edges.push({ x, top: Math.min(y, toY), bottom: Math.max(y, toY), way: Math.sign(toY - y) });
    });
  }
  return Array.from({ length: modules }, (_, y) =>
    Array.from({ length: modules }, (_, x) => {
      const left = edges.filter((edge) => edge.x <= x && edge.top <= y && edge.bottom > y);
      return left.reduce((sum, edge) => sum + edge.way, 0) === 0 ? 0 : 1;
    }).join(''),
  );
}

const ofLength = (bytes: number) => `https://example.org/#${'a'.repeat(bytes - 21)}`;

describe('the code of an address', () => {
  test("what is drawn is, module for module, segno's code of the address", () => {
    const { address, level, masks } = reference.code;
    const code = qrCodeOf(address);
    if (!code) throw new Error('no code');
    expect(code.correction).toBe(level);
    expect(masks).toContainEqual(drawn(code.path, code.modules));
  });

  test('the lengths at which the correction changes are those that segno fits into 57 modules', () => {
    // The letters happen to be in the order of strength: L < M < Q.
    for (const { bytes, level, modules } of reference.versions) {
      if (level === 'L') continue;
      const chosen = correctionFor(bytes);
      if (modules <= 57) expect(chosen >= level, `${bytes} bytes`).toBe(true);
      else expect(chosen, `${bytes} bytes`).not.toBe(level);
    }
    expect([1, 151, 152, 213, 214, 5000].map(correctionFor)).toEqual(['Q', 'Q', 'M', 'M', 'L', 'L']);
  });

  test('an address is refused from the length on that segno cannot fit into the largest size', () => {
    const fits = reference.versions.filter(({ level, modules }) => level === 'L' && modules <= MOST_MODULES);
    const most = Math.max(...fits.map(({ bytes }) => bytes));
    expect(most).toBe(1273);
    expect(qrCodeOf(ofLength(most))?.modules).toBe(MOST_MODULES);
    expect(qrCodeOf(ofLength(most + 1))).toBeNull();
    expect(qrCodeOf(ofLength(60_000))).toBeNull();
  });

  test('a code is called fine only where it has many modules', () => {
    expect(qrCodeOf(ofLength(200))?.fine).toBe(false);
    expect(qrCodeOf(ofLength(900))?.fine).toBe(true);
  });

  test('percent-encoded Chinese takes fewer modules than as many lower-case letters', () => {
    const chinese = `https://example.org/#${encodeURIComponent('苹果发布了新手机，苹果很甜。'.repeat(5))}`;
    const code = qrCodeOf(chinese);
    const letters = qrCodeOf(ofLength(addressBytes(chinese)));
    expect(code?.modules).toBeLessThan(letters?.modules ?? 0);
  });

  test('the length counts bytes, not characters', () => {
    expect(addressBytes('a苹😀')).toBe(1 + 3 + 4);
  });
});
