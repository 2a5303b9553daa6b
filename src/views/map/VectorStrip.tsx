import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTheme } from '../../stores/theme.ts';

const HEIGHT = 34;

/** Blue for negative, orange for positive numbers, a pair that colour-blind eyes tell apart; strength by size. */
const COLOURS = {
  dark: { low: [96, 150, 255], zero: [24, 32, 52], high: [255, 164, 84] },
  light: { low: [20, 84, 200], zero: [240, 240, 236], high: [190, 84, 8] },
} as const;

/** A vector as a strip of coloured numbers, each told under the pointer. */
export function VectorStrip({ vector }: { readonly vector: Float32Array }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [at, setAt] = useState<number | null>(null);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of vector) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const largest = Math.max(Math.abs(low), Math.abs(high)) || 1;
    const colours = COLOURS[theme];
    const image = context.createImageData(vector.length, 1);
    vector.forEach((value, index) => {
      const strength = Math.abs(value) / largest;
      const end = value < 0 ? colours.low : colours.high;
      for (let channel = 0; channel < 3; channel++) {
        image.data[index * 4 + channel] =
          colours.zero[channel] + strength * (end[channel] - colours.zero[channel]);
      }
      image.data[index * 4 + 3] = 255;
    });
    context.putImageData(image, 0, 0);
  }, [vector, theme, low, high]);

  const summary = t('inspector.vectorStrip', {
    dim: vector.length,
    low: low.toFixed(2),
    high: high.toFixed(2),
  });
  return (
    <figure className="vector-strip">
      <canvas
        ref={canvas}
        width={vector.length}
        height={1}
        role="img"
        aria-label={summary}
        style={{ blockSize: HEIGHT }}
        onPointerMove={({ nativeEvent, currentTarget }) => {
          const place = Math.floor((nativeEvent.offsetX / currentTarget.clientWidth) * vector.length);
          setAt(Math.min(Math.max(place, 0), vector.length - 1));
        }}
        onPointerLeave={() => setAt(null)}
      />
      <figcaption>
        {at === null ? summary : t('inspector.number', { index: at + 1, value: vector[at].toFixed(4) })}
      </figcaption>
    </figure>
  );
}
