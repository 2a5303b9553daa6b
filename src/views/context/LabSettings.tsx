import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CONTEXTUAL_IDS, labOf, STATIC_IDS } from '../../contract/deepLink.ts';
import { useLab } from '../../stores/labStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { Fold } from '../../ui/Fold.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { SwitchField } from '../../ui/SwitchField.tsx';
import { ModelSelect } from '../model/ModelSelect.tsx';
import { DeviceSelect } from '../settings/DeviceSelect.tsx';
import { ProjectionFields } from '../settings/ProjectionFields.tsx';

const SENSES = ['auto', ...Array.from({ length: 20 }, (_, index) => String(index + 1))];

/** Which models, which vectors, how many senses, and how they are drawn. */
export function LabSettings() {
  const { t } = useTranslation('context');
  const { link, change, chooseData } = useLink();
  const inside = useLab(({ frame }) => frame?.list.inside ?? 0);
  const lab = labOf(link);
  return (
    <Fold icon={SlidersHorizontal} title={t('settings.title')}>
      <ModelSelect
        label={t('settings.contextual')}
        testId="model-select"
        ids={CONTEXTUAL_IDS}
        value={lab.contextual}
        onChange={(model) => change({ model, layer: null })}
      />
      <ModelSelect
        label={t('settings.static')}
        testId="model2-select"
        ids={STATIC_IDS}
        value={lab.static}
        onChange={(model2) => change({ model2 })}
      />
      <SelectField
        label={t('settings.data')}
        testId="data-select"
        value={lab.data}
        options={(['contexts-zh', 'contexts-en'] as const).map((value) => ({
          value,
          text: t(`settings.${value}`),
        }))}
        onChange={chooseData}
      />
      <div className="pair">
        <SelectField
          label={t('settings.k')}
          value={link.k === null ? 'auto' : String(link.k)}
          options={SENSES.map((value) => ({
            value,
            text: value === 'auto' ? t('settings.kFound') : value,
          }))}
          onChange={(value) => change({ k: value === 'auto' ? null : Number(value) })}
        />
        <DeviceSelect />
      </div>
      <SwitchField
        label={t('settings.centre')}
        checked={link.centre !== 'none'}
        onChange={(centred) => change({ centre: centred ? null : 'none' })}
      />
      <p className="hint">{t('settings.anisotropy')}</p>
      {(inside > 0 || link.inside === 'leave') && (
        <SwitchField
          label={t('settings.inside', { count: inside })}
          checked={link.inside === 'keep'}
          onChange={(keep) => change({ inside: keep ? 'keep' : 'leave' })}
        />
      )}
      <ProjectionFields />
    </Fold>
  );
}
