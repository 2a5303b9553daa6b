import { memo, type ReactNode } from 'react';
import type { Line } from './lines.ts';

interface AttentionLinesProps {
  readonly lines: readonly Line[];
  readonly n: number;
}

/** Rows are so many units high in the picture's own measure, which is stretched over the rows beside it. */
const ROW = 24;

/** Lines from each token at the left to those that it looks at, at the right: the larger the share, the thicker. */
export const AttentionLines = memo(function AttentionLines({ lines, n }: AttentionLinesProps): ReactNode {
  const y = (token: number) => (token + 0.5) * ROW;
  return (
    <svg
      className="inside-lines"
      viewBox={`0 0 100 ${n * ROW}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      style={{ blockSize: n * ROW }}
    >
      {lines.map(({ from, to, share }) => (
        <path
          key={`${from} ${to}`}
          d={`M0 ${y(from)}C50 ${y(from)} 50 ${y(to)} 100 ${y(to)}`}
          strokeWidth={0.75 + 9 * share}
          strokeOpacity={0.3 + 0.7 * Math.min(1, share * 1.5)}
        />
      ))}
    </svg>
  );
});
