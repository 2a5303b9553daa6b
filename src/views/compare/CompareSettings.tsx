import { PenLine, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DATA_IDS, dataOf } from '../../contract/deepLink.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { Fold } from '../../ui/Fold.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { OwnTextsForm } from '../map/OwnTextsForm.tsx';
import { ProjectionFields } from '../settings/ProjectionFields.tsx';
import { chooseData, isShown, READY_COMPARISONS, readyPatch } from './readyComparisons.ts';
import { SideSettings } from './SideSettings.tsx';

/** What is compared with what: ready comparisons, the data, both sides, and how the maps are laid beside each other. */
export function CompareSettings() {
  const { t } = useTranslation('compare');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const ready = READY_COMPARISONS.filter((kind) => kind !== 'devices' || 'gpu' in navigator);
  return (
    <>
      <fieldset className="compare-ready">
        <legend>{t('ready.title')}</legend>
        <div className="chips">
          {ready.map((kind) => {
            const patch = readyPatch(kind, link);
            return (
              <button
                key={kind}
                type="button"
                className="chip"
                aria-pressed={isShown(patch, link)}
                title={kind === 'devices' ? t('ready.devicesHint') : undefined}
                onClick={() => {
                  change(patch);
                  useComparison.getState().tick('settings');
                }}
              >
                {t(`ready.${kind}`)}
              </button>
            );
          })}
        </div>
        {ready.includes('devices') && <p className="hint">{t('ready.devicesHint')}</p>}
      </fieldset>
      <SelectField
        label={app('data.data')}
        testId="data-select"
        value={dataOf(link)}
        options={DATA_IDS.map((value) => ({ value, text: app(`data.sets.${value}`) }))}
        onChange={(data) => change(chooseData(data, link))}
      />
      <SideSettings side="left" />
      <SideSettings side="right" />
      {link.projector === 'umap' && (
        <>
          <SelectField
            label={t('settings.align')}
            testId="align-select"
            value={link.align}
            options={(['turned', 'joint'] as const).map((value) => ({ value, text: t(`settings.${value}`) }))}
            onChange={(align) => change({ align })}
          />
          <p className="hint kind">{t(`settings.alignHints.${link.align}`)}</p>
        </>
      )}
      <Fold icon={PenLine} title={app('data.own')}>
        <OwnTextsForm />
      </Fold>
      <Fold icon={SlidersHorizontal} title={app('settings.title')}>
        <ProjectionFields />
      </Fold>
    </>
  );
}
