import { useCallback, useEffect, useRef, useState } from 'react';
import { useStatus } from '../../stores/statusStore.ts';
import { RangeField } from '../../ui/fields.tsx';

interface DebouncedRangeProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onSettle: (value: number) => void;
}

/** How long the slider must rest: a drag would otherwise start a map at every step. */
const REST = 250;

/** A slider whose value counts once it rests; the page says at once that it is not ready. */
export function DebouncedRange({ value, onSettle, ...rest }: DebouncedRangeProps) {
  const [moving, setMoving] = useState<number | null>(null);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; end: () => void } | null>(null);

  const drop = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    waiting.current.end();
    waiting.current = null;
  }, []);
  useEffect(() => drop, [drop]);

  return (
    <RangeField
      {...rest}
      value={moving ?? value}
      shown={String(moving ?? value)}
      onChange={(next) => {
        const end = useStatus.getState().begin();
        drop();
        setMoving(next);
        const timer = setTimeout(() => {
          onSettle(next);
          setMoving(null);
          drop();
        }, REST);
        waiting.current = { timer, end };
      }}
    />
  );
}
