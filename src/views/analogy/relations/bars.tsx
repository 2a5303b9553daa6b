import type { ReactNode } from 'react';

const width = (share: number) => `${Math.max(0, Math.min(1, share)) * 100}%`;

interface ShareBarProps {
  /** 0 … 1. */
  readonly share: number;
  /** The same in words. */
  readonly children: ReactNode;
}

/** A number with a bar as long as its share. */
export function ShareBar({ share, children }: ShareBarProps) {
  return (
    <span className="share-bar">
      <span>{children}</span>
      <span aria-hidden className="bar-track">
        <span style={{ inlineSize: width(share) }} />
      </span>
    </span>
  );
}

interface ParallelBarProps {
  readonly mean: number;
  readonly shuffled: number;
}

/** How parallel arrows are, from 0 to 1, with a mark where shuffled ones stand. The numbers stand beside it. */
export function ParallelBar({ mean, shuffled }: ParallelBarProps) {
  return (
    <span aria-hidden className="bar-track parallel-bar">
      <span style={{ inlineSize: width(mean) }} />
      <i style={{ insetInlineStart: width(shuffled) }} />
    </span>
  );
}
