import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { futureColour } from './futureGroups.ts';

/** Whether the dots show what comes next or what was said; the address remembers it. */
export function ColourToggle(): ReactNode {
  const { t } = useTranslation('llm');
  const shown = useLink(({ link }) => futureColour(link.colour));
  return (
    <fieldset className="toggles future-colours">
      <legend>{t('future.colour.by')}</legend>
      {(['next', 'says'] as const).map((colour) => (
        <label key={colour} className="toggle">
          <input
            type="radio"
            name="future-colour"
            className="visually-hidden"
            checked={shown === colour}
            onChange={() => {
              useLink.getState().change({ colour: colour === 'says' ? 'given' : null });
              // whoever changes it has seen both
              useLlm.getState().tick('future');
            }}
          />
          {t(`future.colour.${colour}`)}
        </label>
      ))}
    </fieldset>
  );
}
