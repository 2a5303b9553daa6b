import { type RefObject, useLayoutEffect, useState } from 'react';

/** The side of a square element, in CSS pixels and in those of the screen; 0 until it is laid out. */
export interface SquareSide {
  readonly css: number;
  readonly device: number;
}

/** Follows the side of a square element as it, the zoom or the screen changes. */
export function useSquareSide(element: RefObject<HTMLElement | null>): SquareSide {
  const [side, setSide] = useState<SquareSide>({ css: 0, device: 0 });
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const observer = new ResizeObserver(([entry]) => {
      const css = entry.contentRect.width;
      // Safari has no device-pixel box: its rounding may blur an edge by half a pixel there.
      const device = entry.devicePixelContentBoxSize?.[0].inlineSize ?? Math.round(css * devicePixelRatio);
      setSide((last) => (last.css === css && last.device === device ? last : { css, device }));
    });
    try {
      observer.observe(observed, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(observed);
    }
    return () => observer.disconnect();
  }, [element]);
  return side;
}
