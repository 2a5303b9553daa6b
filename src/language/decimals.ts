/** A cosine or a score as it is told everywhere: two decimals, a true minus sign, and no minus before zero. */
export function twoDecimals(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  return value < 0 && digits !== '0.00' ? `−${digits}` : digits;
}

/** The same for a small cell: `.83`, `−.12`, `1`. */
export function shortDecimals(value: number): string {
  return twoDecimals(value)
    .replace(/^(−?)0\./, '$1.')
    .replace(/^(−?1)\.00$/, '$1');
}
