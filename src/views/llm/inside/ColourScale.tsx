import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../../../contract/deepLink.ts';
import { shortDecimals } from '../../../language/decimals.ts';
import { type CosineScale, cellColours } from './cellColours.ts';

/** How many of the colours the browser blends between. */
const STOPS = 9;

interface ColourScaleProps {
  readonly scale: CosineScale;
  readonly theme: Theme;
}

/** Which colour stands for which cosine. */
export function ColourScale({ scale, theme }: ColourScaleProps): ReactNode {
  const { t } = useTranslation('llm');
  const { low, high } = scale;
  const stops = Array.from(
    { length: STOPS },
    (_, at) => cellColours(theme, scale, low + ((high - low) * at) / (STOPS - 1)).background,
  );
  return (
    <p className="inside-scale hint">
      {t('inside.scale')} <span>{shortDecimals(low)}</span>
      <span
        aria-hidden="true"
        className="inside-colours"
        style={{ background: `linear-gradient(to right, ${stops})` }}
      />
      <span>{high < 1 ? `≥ ${shortDecimals(high)}` : '1'}</span>
      <span>
        {high < 1 && `${t('inside.scaleClipped', { high: shortDecimals(high) })} `}
        {t('inside.scaleOwn')}
      </span>
    </p>
  );
}
