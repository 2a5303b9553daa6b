import { twoDecimals } from '../../../language/decimals.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A cosine with three decimals, a true minus sign: orders of one set often part only in the third. */
export function threeDecimals(value: number): string {
  const digits = Math.abs(value).toFixed(3);
  return value < 0 && digits !== '0.000' ? `−${digits}` : digits;
}

/** A number of any size, told short: 0.034, 1.2 × 10⁻⁷ (not to be broken over lines), 0. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 10) return twoDecimals(value);
  if (size >= 0.001) return threeDecimals(value);
  const [digits, exponent] = size.toExponential(1).split('e-');
  const raised = [...exponent].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${value < 0 ? '−' : ''}${digits}\u00a0×\u00a010⁻${raised}`;
}
