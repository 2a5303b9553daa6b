/** A region's name may be this much wider than four standard deviations of the region. */
const WIDEST = 4;
/** How much of that rule is waived for a name that is on screen, so that it does not flicker. */
const STAYS = 1.2;
/** Shares of the free screen's half side that a region's radius takes where its name begins to fade, and is gone. */
const FADES_FROM = 0.45;
const GONE_AT = 0.65;

/**
 * How strongly a region's name shows, 0 to 1: close up, where the region fills most of the screen, it gives way to
 * the points' own labels.
 * @param radius two standard deviations of the region on the screen, CSS pixels
 * @param side the shorter side of the free part of the screen, CSS pixels
 */
export function captionOpacity(radius: number, side: number): number {
  const t = (radius / (side / 2) - FADES_FROM) / (GONE_AT - FADES_FROM);
  const eased = Math.min(1, Math.max(0, t));
  return 1 - eased * eased * (3 - 2 * eased);
}

/**
 * Whether a region is so small on the screen that its name would seem to name what lies round it: it then shows
 * only where that is empty, and otherwise when one zooms in.
 * @param radius as in {@link captionOpacity}
 * @param width of the name, CSS pixels
 * @param shown whether the name is on screen now
 */
export function outgrows(width: number, radius: number, shown: boolean): boolean {
  return width > 2 * radius * WIDEST * (shown ? STAYS : 1);
}
