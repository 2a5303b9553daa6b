import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsideAnswer, TokenMap } from '../../../pipeline/llm/inside/insideAnswer.ts';
import type { Figure } from '../../../pipeline/words/figure.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { FigureScene } from '../../figure/FigureScene.tsx';
import { chooseToken, lightToken } from './chooseToken.ts';
import { layerName, percent, tokenName } from './insideWords.ts';
import type { InsideLook } from './useInsideLook.ts';
import { wayOfToken } from './wayOfToken.ts';

interface InsideMapProps {
  readonly answer: InsideAnswer;
  readonly look: InsideLook;
  readonly figure: Figure;
  readonly map: TokenMap;
  readonly onUnavailable: () => void;
}

/** The tokens at the layer in force, and the chosen one's way through all layers. */
export function InsideMap({ answer, look, figure, map, onUnavailable }: InsideMapProps): ReactNode {
  const { t } = useTranslation('llm');
  const hovered = useLlm(({ token, hovered }) => token ?? hovered);
  const { tokens, layers } = answer;
  const { at, place } = look;
  const shown = useMemo(
    () => (at === null ? figure : { ...figure, arrows: wayOfToken(map, layers.length, tokens.length, at) }),
    [figure, map, layers, tokens, at],
  );
  const kept = percent(map.kept);
  return (
    <div className="inside-map">
      <FigureScene
        figure={shown}
        label={t('inside.canvas', { count: tokens.length, layer: layerName(t, layers[place]) })}
        hovered={hovered}
        picked={at}
        onHover={lightToken}
        onPick={chooseToken}
        onUnavailable={onUnavailable}
      />
      <p className="inside-map-hint hint">
        {at === null
          ? t('inside.mapHintAll', { kept })
          : t('inside.mapHint', { kept, token: tokenName(tokens[at].text) })}
      </p>
    </div>
  );
}
