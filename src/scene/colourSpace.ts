/** A colour as three numbers; which space, the function says. */
export type Triple = readonly [number, number, number];

/** `#rrggbb` to sRGB bytes. @throws RangeError if it is not six hex digits */
export function bytesFromHex(hex: string): [number, number, number] {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`not a #rrggbb colour: ${hex}`);
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Linear sRGB (0–1) to sRGB bytes, clamped. IEC 61966-2-1. */
export function bytesFromLinear(linear: Triple): [number, number, number] {
  const encode = (v: number): number => {
    const c = Math.min(1, Math.max(0, v));
    return Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055));
  };
  return [encode(linear[0]), encode(linear[1]), encode(linear[2])];
}

/** sRGB bytes to linear sRGB (0–1). IEC 61966-2-1. */
export function linearFromBytes(bytes: Triple): [number, number, number] {
  const decode = (v: number): number => {
    const c = v / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [decode(bytes[0]), decode(bytes[1]), decode(bytes[2])];
}

/** Linear sRGB to OKLab, Ottosson 2020. */
export function oklabFromLinear([r, g, b]: Triple): [number, number, number] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** OKLCH (hue in degrees) to linear sRGB, which may lie outside 0–1: then it is out of gamut. */
export function linearFromOklch(lightness: number, chroma: number, hue: number): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** WCAG 2.2 contrast ratio of two colours given as sRGB bytes, 1 to 21. */
export function contrastRatio(one: Triple, other: Triple): number {
  const luminance = (bytes: Triple): number => {
    const [r, g, b] = linearFromBytes(bytes);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
