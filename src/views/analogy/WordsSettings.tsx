import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { analogyOf, MODEL_IDS, STATIC_IDS } from '../../contract/deepLink.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useWords } from '../../stores/wordsStore.ts';
import { Fold } from '../../ui/Fold.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { SwitchField } from '../../ui/SwitchField.tsx';
import { ModelSelect } from '../model/ModelSelect.tsx';
import { ContextualSettings } from '../settings/Settings.tsx';

/** Whose words are asked about, and among which words answers are looked for. */
export function WordsSettings() {
  const { t } = useTranslation('analogy');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const space = useWords(({ frame }) => frame?.space ?? null);
  const { model, data, face } = analogyOf(link);
  const isStatic = STATIC_IDS.some((id) => id === model);
  return (
    <>
      <ModelSelect
        label={app('data.model')}
        testId="model-select"
        ids={MODEL_IDS}
        value={model}
        onChange={(id) => change({ model: id, layer: null, pooling: null, data: null })}
      />
      {space && (
        <p className="hint">
          {t(space.kind === 'dictionary' ? 'space.dictionary' : 'space.list', {
            count: space.size,
            dim: space.dim,
          })}
          {space.languages.length > 1 && ` ${t('space.shared')}`}
        </p>
      )}
      {(!isStatic || face === 'axes' || face === 'random') && (
        <SelectField
          label={app('data.data')}
          testId="data-select"
          value={data}
          options={(['words-zh', 'words-en'] as const).map((value) => ({
            value,
            text: app(`data.sets.${value}`),
          }))}
          onChange={(value) => change({ data: value })}
        />
      )}
      {isStatic && (
        <SwitchField
          label={t('space.both')}
          checked={link.languages === 'both'}
          onChange={(both) => change({ languages: both ? 'both' : 'one' })}
        />
      )}
      {!isStatic && (
        <Fold icon={SlidersHorizontal} title={app('settings.title')}>
          <ContextualSettings />
        </Fold>
      )}
    </>
  );
}
