import { useTranslation } from 'react-i18next';
import { defaultLink } from '../../contract/deepLink.ts';
import { useLink } from '../../stores/linkStore.ts';
import { NumberField, SelectField } from '../../ui/fields.tsx';
import { DebouncedRange } from './DebouncedRange.tsx';

const LARGEST_SEED = 2 ** 32 - 1;

/** How vectors become coordinates: names and ranges as in umap-learn. */
export function ProjectionFields() {
  const { t } = useTranslation();
  const { link, change } = useLink();
  return (
    <>
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
          <SelectField
            label={t('settings.engine')}
            value={link.engine}
            options={(['wasm', 'webgpu', 'umap-js'] as const).map((value) => ({
              value,
              text: t(`settings.engines.${value}`),
            }))}
            onChange={(engine) => change({ engine })}
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
    </>
  );
}
