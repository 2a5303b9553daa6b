/** A layer of a model as the slider steps through them: the bare look-up, then 0 … L. */
export type Layer = number | 'table';

/** Where each of `count` steps of a range stands, 0 … 1 of the thumb's way; a single step stands at the start. */
export function stepPlaces(count: number): number[] {
  return Array.from({ length: count }, (_, step) => (count > 1 ? step / (count - 1) : 0));
}

/**
 * Where the thumb's centre is at a place 0 … 1, as a CSS length along a box as wide as the slider: a thumb stays
 * inside its slider, so its centre goes from half a thumb to half a thumb before the end. `--thumb` is its width.
 */
export function thumbCentre(place: number): string {
  return `calc(var(--thumb) / 2 + (100% - var(--thumb)) * ${place})`;
}

/** The step nearest to a place 0 … 1, which may lie beyond the ends. */
export function nearestStep(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.round(place * (count - 1))));
}

/** Labels side by side before some must go: 390 px hold about 15. */
const MOST_LABELS = 15;

/** Whether a step's label is written: all where there is room, else every 2nd, 5th, 10th layer, and both ends. */
export function isLabelled(step: number, layers: readonly Layer[]): boolean {
  const last = layers.length - 1;
  const every = [1, 2, 5, 10, 20].find((size) => layers.length / size <= MOST_LABELS) ?? 50;
  if (step === 0 || step === last) return true;
  const layer = layers[step];
  if (every === 1) return true;
  // Beside an end's label there is no room for another.
  return typeof layer === 'number' && layer % every === 0 && step >= every && last - step >= every / 2;
}
