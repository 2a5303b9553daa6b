import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DATA_IDS, dataOf, MODEL_IDS, modelOf } from '../../contract/deepLink.ts';
import { bundledModel } from '../../models/registry.ts';
import { useLink } from '../../stores/linkStore.ts';
import { Fold } from '../../ui/Fold.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { ModelSelect } from '../model/ModelSelect.tsx';
import { AxisFold } from './AxisFold.tsx';
import { OwnTextsForm } from './OwnTextsForm.tsx';

/** What is shown: bundled data or own texts, and the model that makes the vectors. */
export function DataPanel() {
  const { t } = useTranslation();
  const { link, change } = useLink();
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
      <ModelSelect
        label={t('data.model')}
        testId="model-select"
        ids={MODEL_IDS}
        value={model}
        onChange={(id) => change({ model: id })}
      />
      {kind && <p className="hint kind">{t(`data.${kind}`)}</p>}
      <AxisFold />
      <Fold icon={PenLine} title={t('data.own')} open>
        <OwnTextsForm />
      </Fold>
    </>
  );
}
