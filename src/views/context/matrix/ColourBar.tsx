import { useTranslation } from 'react-i18next';
import type { Theme } from '../../../contract/deepLink.ts';
import { twoDecimals } from '../../../language/decimals.ts';
import { colourRamp, RAMP_SIZE } from './colourRamp.ts';
import { type SimilarityScale, scalePlace } from './similarityScale.ts';

/** How many of the ramp's colours the browser blends between. */
const STOPS = 17;

interface ColourBarProps {
  readonly scale: SimilarityScale;
  readonly theme: Theme;
  /** The similarity pointed at, marked on the bar. */
  readonly value: number | null;
}

/** Which colour stands for which similarity. */
export function ColourBar({ scale, theme, value }: ColourBarProps) {
  const { t } = useTranslation('context');
  const ramp = colourRamp(theme);
  const stops = Array.from({ length: STOPS }, (_, i) => {
    const at = Math.round((i / (STOPS - 1)) * (RAMP_SIZE - 1)) * 3;
    return `rgb(${ramp[at]} ${ramp[at + 1]} ${ramp[at + 2]})`;
  });
  const low = twoDecimals(scale.low);
  return (
    <div
      className="matrix-bar"
      role="img"
      aria-label={t(scale.clipped ? 'matrix.barClipped' : 'matrix.bar', { low })}
    >
      <span className="matrix-bar-name">{t('matrix.cosine')}</span>
      <div className="matrix-bar-scale">
        <div className="matrix-bar-colours" style={{ background: `linear-gradient(to right, ${stops})` }}>
          {value !== null && (
            <span
              className="matrix-bar-mark"
              style={{ insetInlineStart: `${scalePlace(scale, value) * 100}%` }}
            />
          )}
        </div>
        {scale.ticks.map((tick, index) => (
          <span
            key={tick}
            className="matrix-bar-tick"
            style={{ insetInlineStart: `${scalePlace(scale, tick) * 100}%` }}
          >
            {index === 0 && scale.clipped ? `≤ ${low}` : twoDecimals(tick)}
          </span>
        ))}
      </div>
    </div>
  );
}
