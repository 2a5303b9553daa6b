import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { defaultLink, modelOf } from '../../contract/deepLink.ts';
import type { Layer } from '../../contract/options.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { Fold } from '../../ui/Fold.tsx';
import { RangeField, SelectField } from '../../ui/fields.tsx';
import { SwitchField } from '../../ui/SwitchField.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import { ProjectionFields } from './ProjectionFields.tsx';

/** How vectors become a map: projection and distance. */
export function Settings() {
  const { t } = useTranslation();
  const { link, change } = useLink();
  return (
    <Fold icon={SlidersHorizontal} title={t('settings.title')}>
      <ProjectionFields />
      <SwitchField
        label={t('settings.centre')}
        checked={link.centre === 'shown'}
        onChange={(centred) => change({ centre: centred ? 'shown' : 'none' })}
      />
      <button
        type="button"
        className="text-button"
        onClick={() => {
          const {
            projector,
            metric,
            nNeighbors,
            minDist,
            nEpochs,
            seed,
            engine,
            layer,
            pooling,
            centre,
            device,
          } = defaultLink(link.lang);
          change({
            projector,
            metric,
            nNeighbors,
            minDist,
            nEpochs,
            seed,
            engine,
            layer,
            pooling,
            centre,
            device,
          });
        }}
      >
        {t('settings.reset')}
      </button>
    </Fold>
  );
}

/** Where a contextual model runs, which of its layers is shown, and how a text's tokens become one vector. */
export function ContextualSettings() {
  const { t } = useTranslation();
  const { link, change } = useLink();
  const card = useMap(({ cards }) => cards[modelOf(link)]);
  if (card?.kind !== 'contextual') return null;
  const layer = link.layer ?? card.layers;
  const steps: readonly Layer[] = ['table', ...Array.from({ length: card.layers + 1 }, (_, index) => index)];
  const shown =
    layer === 'table' ? t('settings.layerTable') : t('settings.layerOf', { layer, last: card.layers });
  return (
    <>
      <DeviceSelect />
      <RangeField
        label={t('settings.layer')}
        testId="layer-slider"
        shown={shown}
        value={Math.min(Math.max(steps.indexOf(layer), 0), steps.length - 1)}
        min={0}
        max={steps.length - 1}
        step={1}
        onChange={(step) => change({ layer: steps[step] === card.layers ? null : steps[step] })}
      />
      <SelectField
        label={t('settings.pooling')}
        value={link.pooling ?? card.pooling}
        options={(['cls', 'mean', 'last'] as const).map((value) => ({
          value,
          text: t(`settings.poolings.${value}`),
        }))}
        onChange={(pooling) => change({ pooling: pooling === card.pooling ? null : pooling })}
      />
    </>
  );
}
