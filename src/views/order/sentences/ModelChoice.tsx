import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MODEL_IDS, type ModelId } from '../../../contract/deepLink.ts';
import { orderOf } from '../../../contract/insideLinks.ts';
import { megabytes } from '../../../language/numbers.ts';
import { bundledModel } from '../../../models/registry.ts';
import { cardBytes } from '../../../pipeline/modelSessions.ts';
import { usualModels } from '../../../pipeline/order/sentences/givenSentences.ts';
import { MOST_MODELS, type SentencesAnswer } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useMap } from '../../../stores/mapStore.ts';
import { SelectField } from '../../../ui/fields.tsx';

/** The language model, which is large: it is only loaded when a person says so. */
const LARGE: ModelId = 'smollm2-135m';

/** The models side by side, each with its size, and the one whose map is drawn. */
export function ModelChoice({ answer }: { readonly answer: SentencesAnswer | null }) {
  const { t } = useTranslation('order');
  const { link, change } = useLink();
  const cards = useMap(({ cards }) => cards);
  const data = orderOf(link).data;
  const language = answer?.language ?? (data === 'sentences-zh' ? 'zh' : 'en');
  const usual = usualModels(language);
  const chosen =
    link.models === null
      ? usual
      : MODEL_IDS.filter((id) => link.models?.split('~').includes(id)).slice(0, MOST_MODELS);
  const nameOf = (id: ModelId) => bundledModel(id)?.names[link.lang] ?? id;
  const sizeOf = (id: ModelId) => {
    const card = cards[id];
    return card ? megabytes(cardBytes(card)) : '';
  };
  const choose = (ids: readonly ModelId[]) => {
    const sorted = MODEL_IDS.filter((id) => ids.includes(id));
    const models = sorted.join('~');
    change({ models: models === MODEL_IDS.filter((id) => usual.includes(id)).join('~') ? null : models });
  };
  const offered = MODEL_IDS.filter(
    (id) => chosen.includes(id) || (id !== LARGE && bundledModel(id)?.languages.includes(language)),
  );
  const full = chosen.length >= MOST_MODELS;
  return (
    <>
      <fieldset className="sentence-models">
        <legend>{t('sentences.form.models', { most: MOST_MODELS })}</legend>
        {offered.map((id) => {
          const checked = chosen.includes(id);
          return (
            <label key={id}>
              <input
                type="checkbox"
                data-model={id}
                checked={checked}
                disabled={checked ? chosen.length === 1 : full}
                onChange={() => choose(checked ? chosen.filter((other) => other !== id) : [...chosen, id])}
              />
              <span>
                {nameOf(id)} <small>{sizeOf(id)}</small>
              </span>
            </label>
          );
        })}
        {!chosen.includes(LARGE) && (
          <button
            type="button"
            className="button"
            data-testid="add-large"
            disabled={full}
            onClick={() => choose([...chosen, LARGE])}
          >
            <Plus aria-hidden size={14} />{' '}
            {t('sentences.form.add', { model: nameOf(LARGE), size: sizeOf(LARGE) })}
          </button>
        )}
        {language === 'zh' && <p className="hint">{t('sentences.form.english')}</p>}
      </fieldset>
      {answer && (
        <SelectField
          label={t('sentences.form.focus')}
          testId="model-select"
          value={answer.focus}
          options={answer.asked.map((id) => ({ value: id, text: nameOf(id) }))}
          onChange={(model) => change({ model })}
        />
      )}
    </>
  );
}
