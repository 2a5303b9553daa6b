import { useSyncExternalStore } from 'react';
import './present.css';

/** The room that a page has on a projector at `zoom` 1, in CSS pixels: half of 1920 × 1080. */
const ROOM = { width: 960, height: 540 } as const;

/**
 * How much larger panels are drawn for a projector, from the window's size in CSS pixels: 2 at 1920 × 1080, never
 * below 1. Text of 14 px then is 1/69 of the picture's width whatever the resolution: on a picture 2 m wide a
 * Chinese character of 26 mm, 18 minutes of arc at 5 m. ISO 9241-303 asks for 16 at least, sharp eyes need 5.
 */
export function presentingZoom(width: number, height: number): number {
  return Math.max(1, Math.min(width / ROOM.width, height / ROOM.height));
}

const listeners = new Set<() => void>();
const root = () => document.documentElement;
const isPresenting = () => root().dataset.presenting !== undefined;

function setZoom(): void {
  root().style.setProperty('--present-zoom', presentingZoom(innerWidth, innerHeight).toFixed(3));
}

function leaveWithFullScreen(): void {
  if (!document.fullscreenElement) leave();
}

/** Where there is no full screen to leave, Escape ends presenting, unless a dialog or a field used it. */
function leaveByEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented && !document.fullscreenElement) leave();
}

function enter(): void {
  root().dataset.presenting = '';
  setZoom();
  addEventListener('resize', setZoom);
  addEventListener('keydown', leaveByEscape);
  document.addEventListener('fullscreenchange', leaveWithFullScreen);
  for (const listener of listeners) listener();
}

function leave(): void {
  delete root().dataset.presenting;
  root().style.removeProperty('--present-zoom');
  removeEventListener('resize', setZoom);
  removeEventListener('keydown', leaveByEscape);
  document.removeEventListener('fullscreenchange', leaveWithFullScreen);
  for (const listener of listeners) listener();
}

/**
 * Large type and strong contrast, over the full screen where the browser grants it: iPhones have none, and a
 * refusal leaves the window as it is. Called from anything but a click or a key, it is refused.
 */
async function start(): Promise<void> {
  if (isPresenting()) return;
  // Before the request: its promise may settle after the event that says the full screen was left again.
  enter();
  if (!document.fullscreenEnabled || document.fullscreenElement) return;
  // A rejection is a refusal (no click or key before it, a policy), and large type without it still helps.
  await root()
    .requestFullscreen({ navigationUI: 'hide' })
    .catch(() => undefined);
  if (!isPresenting()) leaveFullScreen();
}

function stop(): void {
  if (!isPresenting()) return;
  leave();
  leaveFullScreen();
}

function leaveFullScreen(): void {
  // It rejects only where the full screen was left in the meantime, which is what is wanted.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Whether the page is presented to a class, and how to begin and end it; `:root[data-presenting]` says the same. */
export function usePresenting(): {
  readonly presenting: boolean;
  start(): Promise<void>;
  stop(): void;
} {
  const presenting = useSyncExternalStore(subscribe, isPresenting, () => false);
  return { presenting, start, stop };
}
