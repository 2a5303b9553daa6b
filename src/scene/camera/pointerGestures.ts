import type { MapMode } from '../mapProps.ts';
import { boxPolygon } from '../region/polygon.ts';

/** What a pointer asks for. Lengths in CSS pixels, places from the canvas's top left. */
export interface PointerIntents {
  mode(): MapMode;
  turn(dx: number, dy: number): void;
  pan(dx: number, dy: number): void;
  /** Nearer (factor < 1) or farther, towards a place. */
  zoom(factor: number, x: number, y: number): void;
  hover(x: number, y: number): void;
  leave(): void;
  /** A click or a tap; `touch` for a finger, which needs more reach. */
  choose(x: number, y: number, how: { compare: boolean; touch: boolean }): void;
  /** A region's outline as it grows, x, y pairs; null when it is given up. */
  outline(polygon: readonly number[] | null): void;
  region(polygon: readonly number[]): void;
}

/** A pointer that moves less than this between down and up has clicked. Fingers shake more. */
const CLICK_REACH = { mouse: 4, touch: 9 };

/** Wheel steps to zoom: 100 units, one click of most wheels, change the distance by 14%. */
const WHEEL_RATE = 0.0015;

interface Drag {
  id: number;
  x: number;
  y: number;
  startX: number;
  startY: number;
  moved: boolean;
  button: number;
  polygon: number[] | null;
}

/** Listens to mouse, pen and fingers on a canvas. @returns how to stop listening */
export function listenToPointers(canvas: HTMLCanvasElement, intents: PointerIntents): () => void {
  const fingers = new Map<number, { x: number; y: number }>();
  let drag: Drag | null = null;
  let pinch: { x: number; y: number; spread: number } | null = null;

  const placeOf = (event: MouseEvent): { x: number; y: number } => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pinchOf = (): { x: number; y: number; spread: number } => {
    const [a, b] = [...fingers.values()];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.max(10, Math.hypot(a.x - b.x, a.y - b.y)) };
  };
  const outlineOf = (active: Drag, x: number, y: number): number[] =>
    intents.mode() === 'box' ? boxPolygon(active.startX, active.startY, x, y) : (active.polygon ?? []);
  const drop = (): void => {
    if (drag?.polygon) intents.outline(null);
    drag = null;
  };

  const onDown = (event: PointerEvent): void => {
    const { x, y } = placeOf(event);
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x, y });
    if (fingers.size === 2) {
      drop();
      pinch = pinchOf();
      return;
    }
    if (fingers.size > 2) return;
    const selecting = (intents.mode() === 'box' || intents.mode() === 'lasso') && event.button === 0;
    drag = {
      id: event.pointerId,
      x,
      y,
      startX: x,
      startY: y,
      moved: false,
      button: event.button,
      polygon: selecting ? [x, y] : null,
    };
  };

  const onMove = (event: PointerEvent): void => {
    const { x, y } = placeOf(event);
    if (!fingers.has(event.pointerId)) {
      intents.hover(x, y);
      return;
    }
    fingers.set(event.pointerId, { x, y });
    if (pinch && fingers.size >= 2) {
      const next = pinchOf();
      intents.pan(next.x - pinch.x, next.y - pinch.y);
      intents.zoom(pinch.spread / next.spread, next.x, next.y);
      pinch = next;
      return;
    }
    if (drag?.id !== event.pointerId) return;
    const reach = event.pointerType === 'touch' ? CLICK_REACH.touch : CLICK_REACH.mouse;
    if (!drag.moved && Math.hypot(x - drag.startX, y - drag.startY) < reach) return;
    if (!drag.moved) intents.leave();
    drag.moved = true;
    const [dx, dy] = [x - drag.x, y - drag.y];
    drag.x = x;
    drag.y = y;
    if (drag.polygon) {
      drag.polygon.push(x, y);
      intents.outline(outlineOf(drag, x, y));
    } else if (drag.button === 0 && !event.ctrlKey) intents.turn(dx, dy);
    else intents.pan(dx, dy);
  };

  const onUp = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (pinch) {
      if (fingers.size < 2) pinch = null;
      return;
    }
    const ended = drag;
    if (ended?.id !== event.pointerId) return;
    const { x, y } = placeOf(event);
    if (ended.polygon && ended.moved) intents.region(outlineOf(ended, x, y));
    if (ended.polygon) intents.outline(null);
    drag = null;
    if (!ended.moved && ended.button === 0)
      intents.choose(x, y, { compare: event.shiftKey, touch: event.pointerType === 'touch' });
  };

  const onCancel = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (fingers.size < 2) pinch = null;
    drop();
  };

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { x, y } = placeOf(event);
    // lines and pages to pixels; a trackpad's pinch comes as a wheel with ctrl and small steps
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const rate = event.ctrlKey ? WHEEL_RATE * 6 : WHEEL_RATE;
    const steps = Math.max(-400, Math.min(400, event.deltaY * unit));
    intents.zoom(Math.exp(steps * rate), x, y);
  };

  const onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') drop();
  };
  const onLeave = (): void => intents.leave();
  const onMenu = (event: Event): void => event.preventDefault();

  const stop = new AbortController();
  const { signal } = stop;
  canvas.addEventListener('pointerdown', onDown, { signal });
  canvas.addEventListener('pointermove', onMove, { signal });
  canvas.addEventListener('pointerup', onUp, { signal });
  canvas.addEventListener('pointercancel', onCancel, { signal });
  canvas.addEventListener('pointerleave', onLeave, { signal });
  canvas.addEventListener('contextmenu', onMenu, { signal });
  canvas.addEventListener('keydown', onEscape, { signal });
  canvas.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => stop.abort();
}
