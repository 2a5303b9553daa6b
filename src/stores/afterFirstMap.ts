import { useEffect, useState } from 'react';
import { useStatus } from './statusStore.ts';

/** What comes later than the first map waits this long, so that it does not compete with it for the line. */
const LATER_MS = 800;

/** True once the first map has been drawn and a moment has passed: time for what the first screen can do without. */
export function useAfterFirstMap(): boolean {
  const drawn = useStatus(({ drawn }) => drawn);
  const [later, setLater] = useState(false);
  useEffect(() => {
    if (!drawn) return;
    const timer = setTimeout(() => setLater(true), LATER_MS);
    return () => clearTimeout(timer);
  }, [drawn]);
  return later;
}
