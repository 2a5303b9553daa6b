import { setConsoleFunction } from 'three';

/**
 * Keeps the console clean of one notice that is not ours to act on: fiber 9.8 makes a THREE.Clock, which three
 * r183 calls deprecated. Everything else goes to the console as before.
 */
export function quietClockNotice(): void {
  setConsoleFunction((type, message, ...rest) => {
    if (type === 'warn' && String(message).includes('Clock: This module has been deprecated')) return;
    console[type](message, ...rest);
  });
}
