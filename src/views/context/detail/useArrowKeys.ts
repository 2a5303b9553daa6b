import { type FocusEvent, type KeyboardEvent, useState } from 'react';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * One tab stop for a row of things: arrow keys, Home and End go from one to the next. Spread `rowProps` over the
 * element round them; each thing has `data-stop` and the tab index of `tabIndexOf` (its place among the things).
 */
export function useArrowKeys(first = 0) {
  const [stop, setStop] = useState<number | null>(null);
  const current = stop ?? first;
  return {
    tabIndexOf: (place: number) => (place === current ? 0 : -1),
    rowProps: {
      onFocus: (event: FocusEvent<HTMLElement>) => {
        const place = stopsIn(event.currentTarget).indexOf(event.target);
        if (place >= 0) setStop(place);
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const { [event.key]: step } = STEPS;
        const stops = stopsIn(event.currentTarget);
        const place = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1;
        if (step === undefined || place < 0) return;
        event.preventDefault();
        stops[Math.min(Math.max(place + step, 0), stops.length - 1)].focus();
      },
    },
  };
}

function stopsIn(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-stop]')];
}
