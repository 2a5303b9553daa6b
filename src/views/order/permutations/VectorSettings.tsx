import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { orderOf } from '../../../contract/insideLinks.ts';
import type { Layer } from '../../../contract/options.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useMap } from '../../../stores/mapStore.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { RangeField, SelectField } from '../../../ui/fields.tsx';
import { DeviceSelect } from '../../settings/DeviceSelect.tsx';

/** Which layer of the view's contextual model is read, how a text becomes one vector, and where the model runs. */
export function VectorSettings() {
  const { t } = useTranslation('order');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const card = useMap(({ cards }) => cards[orderOf(link).model]);
  if (card?.kind !== 'contextual') return null;
  const layer = link.layer ?? card.layers;
  const steps: readonly Layer[] = ['table', ...Array.from({ length: card.layers + 1 }, (_, index) => index)];
  const shown =
    layer === 'table' ? app('settings.layerTable') : app('settings.layerOf', { layer, last: card.layers });
  return (
    <Fold icon={SlidersHorizontal} title={t('permutations.form.settings')}>
      <RangeField
        label={app('settings.layer')}
        testId="layer-slider"
        shown={shown}
        value={Math.min(Math.max(steps.indexOf(layer), 0), steps.length - 1)}
        min={0}
        max={steps.length - 1}
        step={1}
        onChange={(step) => change({ layer: steps[step] === card.layers ? null : steps[step] })}
      />
      <SelectField
        label={app('settings.pooling')}
        testId="pooling-select"
        value={link.pooling ?? card.pooling}
        options={(['cls', 'mean', 'last'] as const).map((value) => ({
          value,
          text: app(`settings.poolings.${value}`),
        }))}
        onChange={(pooling) => change({ pooling: pooling === card.pooling ? null : pooling })}
      />
      <DeviceSelect />
    </Fold>
  );
}
