import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { defaultLink, modelOf } from '../../contract/deepLink.ts';
import type { Layer } from '../../contract/options.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { Fold } from '../../ui/Fold.tsx';
import { NumberField, RangeField, SelectField } from '../../ui/fields.tsx';
import { SwitchField } from '../../ui/SwitchField.tsx';
import { DebouncedRange } from './DebouncedRange.tsx';

const LARGEST_SEED = 2 ** 32 - 1;

/** How vectors become a map: projection and distance. */
export function Settings() {
  const { t } = useTranslation();
  const { link, change } = useLink();
  return (
    <Fold icon={SlidersHorizontal} title={t('settings.title')}>
      <SelectField
        label={t('settings.projector')}
        value={link.projector}
        options={(['umap', 'pca'] as const).map((value) => ({ value, text: t(`settings.${value}`) }))}
        onChange={(projector) => change({ projector })}
      />
      <SelectField
        label={t('settings.metric')}
        value={link.metric}
        options={(['cosine', 'euclidean'] as const).map((value) => ({
          value,
          text: t(`settings.${value}`),
        }))}
        onChange={(metric) => change({ metric })}
      />
      {link.projector === 'umap' && (
        <>
          <DebouncedRange
            label={t('settings.nNeighbors')}
            value={link.nNeighbors}
            {...{ min: 2, max: 200, step: 1 }}
            onSettle={(nNeighbors) => change({ nNeighbors })}
          />
          <DebouncedRange
            label={t('settings.minDist')}
            value={link.minDist}
            {...{ min: 0, max: 0.99, step: 0.01 }}
            onSettle={(minDist) => change({ minDist })}
          />
          <div className="pair">
            <NumberField
              label={t('settings.nEpochs')}
              value={link.nEpochs}
              min={1}
              max={5000}
              placeholder={t('settings.nEpochsAuto')}
              onChange={(nEpochs) => change({ nEpochs })}
            />
            <NumberField
              label={t('settings.seed')}
              value={link.seed}
              min={0}
              max={LARGEST_SEED}
              onChange={(seed) => change({ seed: seed ?? defaultLink(link.lang).seed })}
            />
          </div>
        </>
      )}
      <SwitchField
        label={t('settings.centre')}
        checked={link.centre === 'shown'}
        onChange={(centred) => change({ centre: centred ? 'shown' : 'none' })}
      />
      <button
        type="button"
        className="text-button"
        onClick={() => {
          const { projector, metric, nNeighbors, minDist, nEpochs, seed, layer, pooling, centre, device } =
            defaultLink(link.lang);
          change({ projector, metric, nNeighbors, minDist, nEpochs, seed, layer, pooling, centre, device });
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
      <SelectField
        label={t('settings.device')}
        value={link.device}
        options={[
          { value: 'auto', text: t('settings.deviceAuto') },
          { value: 'webgpu', text: t('settings.deviceWebgpu') },
          { value: 'wasm', text: t('settings.deviceWasm') },
        ]}
        onChange={(device) => change({ device })}
      />
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
