import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import { megabytes } from '../../language/numbers.ts';
import { bundledModel } from '../../models/registry.ts';
import { cardBytes } from '../../pipeline/modelSessions.ts';
import { isOnAsking, missingOf } from '../../pipeline/scorecard/rowList.ts';
import type { ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { loadCards, useMap } from '../../stores/mapStore.ts';
import { useScorecard } from '../../stores/scorecardStore.ts';

/** What its rows take on two cores with WASM: some 25 minutes of processor time, docs/decisions/llm-rows.md. */
const MINUTES = 15;

interface LanguageModelChoiceProps {
  /** All rows of the language. */
  readonly rows: readonly ScoreRow[];
  readonly lang: Language;
}

/** Whether the next run measures the language model's rows too, with what that costs; nothing where there is none. */
export function LanguageModelChoice({ rows, lang }: LanguageModelChoiceProps) {
  const { t } = useTranslation('scorecard');
  const asked = useScorecard(({ languageModels }) => languageModels);
  const idle = useScorecard(({ state }) => state === 'idle');
  const cards = useMap(({ cards }) => cards);
  useEffect(() => {
    void loadCards();
  }, []);
  const own = rows.filter(isOnAsking);
  const model = own[0]?.model;
  if (!model) return null;
  const card = cards[model];
  const name = bundledModel(model)?.names[lang] ?? model;
  return (
    <div className="language-model-choice">
      <label>
        <input
          type="checkbox"
          data-testid="with-language-model"
          checked={asked}
          disabled={!idle}
          onChange={({ target }) => useScorecard.getState().askLanguageModels(target.checked)}
        />
        {card
          ? t('run.languageModel', { model: name, size: megabytes(cardBytes(card)), minutes: MINUTES })
          : t('run.languageModelName', { model: name })}
      </label>
      {own.some((row) => missingOf(row).length > 0) && <p className="hint">{t('run.languageModelWhy')}</p>}
    </div>
  );
}
