import { useEffect, useRef } from 'react';
import { useTheme } from '../../../stores/theme.ts';
import { colourRamp, RAMP_SIZE } from '../../context/matrix/colourRamp.ts';

interface HeatMapProps {
  /** rows × columns, row-major. */
  readonly data: Float32Array;
  readonly rows: number;
  readonly columns: number;
  /** What the ends of the colours stand for. */
  readonly low: number;
  readonly high: number;
  /** What is seen, in a sentence. */
  readonly label: string;
  /** The ends in words, below the picture. */
  readonly ends: readonly [string, string];
}

/** A table of numbers as colours, one pixel a number. */
export function HeatMap({ data, rows, columns, low, high, label, ends }: HeatMapProps) {
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const ramp = colourRamp(theme);
    const pixels = new Uint8ClampedArray(rows * columns * 4);
    for (let at = 0; at < data.length; at++) {
      const share = high > low ? (data[at] - low) / (high - low) : 0;
      const index = Math.round(Math.min(1, Math.max(0, share)) * (RAMP_SIZE - 1)) * 3;
      pixels.set(ramp.subarray(index, index + 3), at * 4);
      pixels[at * 4 + 3] = 255;
    }
    context.putImageData(new ImageData(pixels, columns, rows), 0, 0);
  }, [data, rows, columns, low, high, theme]);
  const ramp = colourRamp(theme);
  const stops = Array.from({ length: 9 }, (_, i) => {
    const at = Math.round((i / 8) * (RAMP_SIZE - 1)) * 3;
    return `rgb(${ramp[at]} ${ramp[at + 1]} ${ramp[at + 2]})`;
  });
  return (
    <figure className="heat-map">
      <canvas ref={canvas} width={columns} height={rows} role="img" aria-label={label} />
      <figcaption>
        <span>{ends[0]}</span>
        <span
          aria-hidden
          className="heat-bar"
          style={{ background: `linear-gradient(to right, ${stops})` }}
        />
        <span>{ends[1]}</span>
      </figcaption>
      <p className="hint" aria-hidden>
        {label}
      </p>
    </figure>
  );
}
