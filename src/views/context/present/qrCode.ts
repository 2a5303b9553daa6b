import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** How much of a code may be lost: L 7%, M 15%, Q 25% (ISO/IEC 18004). */
export type Correction = 'L' | 'M' | 'Q';

/** A QR code to draw: `path` is an SVG path in modules, filled where dark, without the quiet zone. */
export interface QrCode {
  /** Modules a side, without the quiet zone. */
  readonly modules: number;
  readonly correction: Correction;
  readonly path: string;
  /** So many modules that the last row of a classroom has to zoom in. */
  readonly fine: boolean;
}

/** The clear margin that ISO/IEC 18004 asks for on each side, in modules. */
export const QUIET_ZONE = 4;

/**
 * The largest code shown: version 25, which holds 1,273 bytes at level L. Measured (zxing-cpp 3.1 on rendered
 * codes with blur, turn, noise and low contrast): a module must be 2.25 pixels wide in the camera's picture,
 * whatever the size of the code. A 1080-line camera of 66 degrees, 5 m before a projected picture 2 m wide, sees
 * the metre that the largest code on it can be as 296 pixels: 131 modules, quiet zone included.
 */
export const MOST_MODULES = 117;

/** As above for the 80% of the picture's height that the dialog uses, seen from 8 m: 73 modules with the quiet zone. */
const FINE_ABOVE = 65;

/** What version 40 holds at level L: nothing longer can be tried. */
const MOST_BYTES = 2953;

/** What version 10 (57 modules) holds in bytes, by level (ISO/IEC 18004, table 7). */
const VERSION_10: readonly (readonly [Correction, number])[] = [
  ['Q', 151],
  ['M', 213],
];

/** The length that counts for a code: bytes of UTF-8. */
export function addressBytes(address: string): number {
  return new TextEncoder().encode(address).length;
}

/**
 * The least error correction that a code of so many bytes is made with. A screen is neither torn nor dirty, and
 * each level makes the modules smaller, so more than L is asked for only where the code stays within 57 modules.
 */
export function correctionFor(bytes: number): Correction {
  return VERSION_10.find(([, most]) => bytes <= most)?.[0] ?? 'L';
}

/**
 * The code of an address, or null where it would be too dense for a camera across a classroom (some 1,270 bytes,
 * somewhat more where the address is percent-encoded Chinese, since digits and capitals take less room).
 */
export function qrCodeOf(address: string): QrCode | null {
  const bytes = addressBytes(address);
  if (bytes > MOST_BYTES) return null;
  const level = correctionFor(bytes);
  const code = generate(address, { minCorrectionLevel: correction[level] });
  if (code.size > MOST_MODULES) return null;
  return { modules: code.size, correction: level, path: toSvgPath(code), fine: code.size > FINE_ABOVE };
}
