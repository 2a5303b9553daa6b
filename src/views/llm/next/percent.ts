/** A probability in percent with as many digits as it takes to be no zero: `77.3%`, `0.42%`, `< 0.01%`. */
export function percent(share: number): string {
  const value = share * 100;
  if (value >= 99.95 || value === 0) return `${value.toFixed(0)}%`;
  if (value >= 1) return `${value.toFixed(1)}%`;
  return value < 0.01 ? '< 0.01%' : `${value.toFixed(2)}%`;
}

/** The same without sign and fraction, for a narrow cell: `77`, `<1`. */
export function shortPercent(share: number): string {
  const value = Math.round(share * 100);
  return value === 0 && share > 0 ? '<1' : String(value);
}
