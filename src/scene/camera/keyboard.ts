import type { MapMode } from '../mapProps.ts';
import type { Thrust } from './rig.ts';

/** What the keyboard asks for while the map has the focus. */
export interface KeyIntents {
  mode(): MapMode;
  dims(): 2 | 3;
  /** Held keys of flight; null when all are up. */
  thrust(thrust: Thrust | null): void;
  turn(dx: number, dy: number): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number): void;
  home(): void;
  /** To the next (1) or previous (−1) point, by distance from where the walk began. */
  walk(step: 1 | -1, compare: boolean): void;
  clear(): void;
}

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Physical keys, so that WASD is in the same place on every layout. */
const FLIGHT = new Set([
  'KeyW',
  'KeyA',
  'KeyS',
  'KeyD',
  'KeyQ',
  'KeyE',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
]);

/** CSS pixels that one press of an arrow key turns or pans the map by. */
const STEP = 36;

/**
 * Keys: arrows turn (with shift, or on a flat map: pan), + and − zoom, 0 or Home shows all, n and p (or ] and [)
 * walk through the points, Escape clears. In flight W A S D and arrows move, Q and E sink and rise, shift hastens.
 * @returns how to stop listening
 */
export function listenToKeys(canvas: HTMLCanvasElement, intents: KeyIntents): () => void {
  const held = new Set<string>();

  const push = (fast: boolean): void => {
    const on = (...codes: string[]): number => (codes.some((code) => held.has(code)) ? 1 : 0);
    const forward = on('KeyW', 'ArrowUp') - on('KeyS', 'ArrowDown');
    const up = on('KeyE') - on('KeyQ');
    const right = on('KeyD') - on('KeyA');
    const turn = on('ArrowRight') - on('ArrowLeft');
    if (held.size === 0) intents.thrust(null);
    // a flat map has no depth to fly into: forward is up, turning is sideways
    else if (intents.dims() === 2)
      intents.thrust({ right: right || turn, up: up || forward, forward: 0, turn: 0, fast });
    else intents.thrust({ right, up, forward, turn, fast });
  };
  const release = (): void => {
    if (held.size === 0) return;
    held.clear();
    intents.thrust(null);
  };

  const command = (event: KeyboardEvent): boolean => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const [dx, dy] = [-arrow[0] * STEP, -arrow[1] * STEP];
      if (event.shiftKey || intents.dims() === 2) intents.pan(dx, dy);
      else intents.turn(dx, dy);
    } else if (event.key === '+' || event.key === '=') intents.zoom(0.8);
    else if (event.key === '-' || event.key === '_') intents.zoom(1.25);
    else if (event.key === '0' || event.key === 'Home') intents.home();
    else if (event.key === ']' || event.key === '}' || event.code === 'KeyN') intents.walk(1, event.shiftKey);
    else if (event.key === '[' || event.key === '{' || event.code === 'KeyP')
      intents.walk(-1, event.shiftKey);
    else if (event.key === 'Escape') intents.clear();
    else return false;
    return true;
  };

  const onDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (intents.mode() === 'fly' && FLIGHT.has(event.code)) {
      held.add(event.code);
      push(event.shiftKey);
      event.preventDefault();
    } else if (command(event)) event.preventDefault();
  };
  const onUp = (event: KeyboardEvent): void => {
    if (held.delete(event.code)) push(event.shiftKey);
  };

  const stop = new AbortController();
  const { signal } = stop;
  canvas.addEventListener('keydown', onDown, { signal });
  canvas.addEventListener('keyup', onUp, { signal });
  canvas.addEventListener('blur', release, { signal });
  return () => {
    stop.abort();
    release();
  };
}
