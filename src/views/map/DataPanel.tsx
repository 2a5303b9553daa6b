import { Info, PenLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DATA_IDS, dataOf, MODEL_IDS, modelOf } from '../../contract/deepLink.ts';
import { megabytes } from '../../language/numbers.ts';
import { bundledModel } from '../../models/registry.ts';
import { cardBytes } from '../../pipeline/modelSessions.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { Fold } from '../../ui/Fold.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { OwnTextsForm } from './OwnTextsForm.tsx';

const ModelDialog = lazy(() => import('./ModelDialog.tsx'));

/** What is shown: bundled data or own texts, and the model that makes the vectors. */
export function DataPanel() {
  const { t } = useTranslation();
  const { link, change } = useLink();
  const cards = useMap(({ cards }) => cards);
  const [about, setAbout] = useState(false);
  const model = modelOf(link);
  const kind = bundledModel(model)?.kind;
  return (
    <>
      <SelectField
        label={t('data.data')}
        testId="data-select"
        value={dataOf(link)}
        options={DATA_IDS.map((value) => ({ value, text: t(`data.sets.${value}`) }))}
        onChange={(data) => change({ data })}
      />
      <SelectField
        label={t('data.model')}
        testId="model-select"
        value={model}
        options={MODEL_IDS.map((id) => {
          const model = bundledModel(id);
          const card = cards[id];
          const size = card ? ` · ${megabytes(cardBytes(card))}` : '';
          return { value: id, text: `${model?.names[link.lang] ?? id}${size}` };
        })}
        onChange={(id) => change({ model: id })}
        after={
          <IconButton
            icon={Info}
            label={t('data.about')}
            disabled={!cards[model]}
            onClick={() => setAbout(true)}
          />
        }
      />
      {kind && <p className="hint kind">{t(`data.${kind}`)}</p>}
      <Fold icon={PenLine} title={t('data.own')} open>
        <OwnTextsForm />
      </Fold>
      {about && (
        <Suspense>
          <ModelDialog id={model} onClose={() => setAbout(false)} />
        </Suspense>
      )}
    </>
  );
}
