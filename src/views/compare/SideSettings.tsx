import { useTranslation } from 'react-i18next';
import { comparedModels, type LinkState, MODEL_IDS } from '../../contract/deepLink.ts';
import type { Layer } from '../../contract/options.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { RangeField, SelectField } from '../../ui/fields.tsx';
import { SwitchField } from '../../ui/SwitchField.tsx';
import { ModelSelect } from '../model/ModelSelect.tsx';

type Chosen = Partial<Pick<LinkState, 'model' | 'device' | 'layer' | 'pooling' | 'centre'>>;

/** One side's part of a link under the names of the left one. */
function sideOf(link: LinkState, side: 'left' | 'right') {
  if (side === 'left') return link;
  const { device2: device, layer2: layer, pooling2: pooling, centre2: centre } = link;
  return { device, layer, pooling, centre };
}

/** The patch that gives one side these values. */
function patchOf(chosen: Chosen, side: 'left' | 'right'): Partial<LinkState> {
  if (side === 'left') return chosen;
  return Object.fromEntries(Object.entries(chosen).map(([key, value]) => [`${key}2`, value]));
}

/** The model of one side, and which of its vectors are compared. */
export function SideSettings({ side }: { readonly side: 'left' | 'right' }) {
  const { t } = useTranslation('compare');
  const { t: app } = useTranslation();
  const link = useLink(({ link }) => link);
  const { device, layer: asked, pooling, centre } = sideOf(link, side);
  const model = comparedModels(link)[side];
  const card = useMap(({ cards }) => cards[model]);
  const change = (chosen: Chosen) => useLink.getState().change(patchOf(chosen, side));
  return (
    <fieldset className="compare-sides" data-side={side}>
      <legend>{t(`settings.sides.${side}`)}</legend>
      <ModelSelect
        label={app('data.model')}
        testId={side === 'left' ? 'model-select' : 'model2-select'}
        ids={MODEL_IDS}
        value={model}
        onChange={(id) => change({ model: id, layer: null, pooling: null })}
      />
      {card?.kind === 'contextual' && (
        <>
          <LayerField
            last={card.layers}
            layer={asked ?? card.layers}
            testId={side === 'left' ? 'layer-slider' : 'layer2-slider'}
            onChange={(layer) => change({ layer })}
          />
          <div className="pair">
            <SelectField
              label={app('settings.pooling')}
              value={pooling ?? card.pooling}
              options={(['cls', 'mean', 'last'] as const).map((value) => ({
                value,
                text: app(`settings.poolings.${value}`),
              }))}
              onChange={(value) => change({ pooling: value === card.pooling ? null : value })}
            />
            <SelectField
              label={app('settings.device')}
              value={device}
              options={[
                { value: 'auto', text: app('settings.deviceAuto') },
                { value: 'webgpu', text: app('settings.deviceWebgpu') },
                { value: 'wasm', text: app('settings.deviceWasm') },
              ]}
              onChange={(device) => change({ device })}
            />
          </div>
        </>
      )}
      <SwitchField
        label={app('settings.centre')}
        checked={centre === 'shown'}
        onChange={(centred) => change({ centre: centred ? 'shown' : null })}
      />
    </fieldset>
  );
}

interface LayerFieldProps {
  readonly last: number;
  readonly layer: Layer;
  readonly testId: string;
  /** null: the last. */
  readonly onChange: (layer: Layer | null) => void;
}

function LayerField({ last, layer, testId, onChange }: LayerFieldProps) {
  const { t } = useTranslation();
  const steps: readonly Layer[] = ['table', ...Array.from({ length: last + 1 }, (_, index) => index)];
  const at = steps.indexOf(layer);
  return (
    <RangeField
      label={t('settings.layer')}
      testId={testId}
      shown={layer === 'table' ? t('settings.layerTable') : t('settings.layerOf', { layer, last })}
      value={at < 0 ? steps.length - 1 : at}
      min={0}
      max={steps.length - 1}
      step={1}
      onChange={(step) => onChange(steps[step] === last ? null : steps[step])}
    />
  );
}
