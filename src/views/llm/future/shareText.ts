import type { Interval } from '../../../evaluation/bootstrap.ts';

/** A share in whole percent; what is no zero is not told as one. */
export function shareText(share: number): string {
  const percent = Math.round(100 * share);
  return percent === 0 && share > 0 ? '< 1%' : `${percent}%`;
}

/** The ends of an interval of shares in whole percent: `62–71`. */
export function intervalText({ low, high }: Pick<Interval, 'low' | 'high'>): string {
  return `${Math.round(100 * low)}–${Math.round(100 * high)}`;
}
