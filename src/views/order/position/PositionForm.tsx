import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTEXTUAL_IDS } from '../../../contract/deepLink.ts';
import { orderOf } from '../../../contract/insideLinks.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useMap } from '../../../stores/mapStore.ts';
import { useOrder } from '../../../stores/order/orderStore.ts';
import { RangeField, SelectField } from '../../../ui/fields.tsx';
import { ModelSelect } from '../../model/ModelSelect.tsx';
import { headOf } from './RotaryCard.tsx';

/** Whose own numbers are shown; of a model that turns its queries and keys, which layer and head. */
export function PositionForm(): ReactNode {
  const { t } = useTranslation('order');
  const { link, change } = useLink();
  const { model } = orderOf(link);
  const shown = CONTEXTUAL_IDS.find((id) => id === model) ?? CONTEXTUAL_IDS[0];
  return (
    <>
      <ModelSelect
        label={t('position.form.model')}
        testId="model-select"
        ids={CONTEXTUAL_IDS}
        value={shown}
        onChange={(id) => change({ model: id, layer: null, head: null })}
      />
      <RotaryFields />
    </>
  );
}

function RotaryFields() {
  const { t } = useTranslation('order');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const card = useMap(({ cards }) => cards[orderOf(link).model]);
  const rotary = useOrder(({ frame }) => (frame?.answer.face === 'position' ? frame.answer.rotary : null));
  if (card?.kind !== 'contextual' || card.graph.position?.kind !== 'rotary') return null;
  const asked = link.layer === 'table' ? 1 : (link.layer ?? card.layers);
  const layer = Math.min(card.layers, Math.max(1, asked));
  return (
    <>
      <RangeField
        label={t('position.form.layer')}
        testId="layer-slider"
        shown={app('settings.layerOf', { layer, last: card.layers })}
        value={layer}
        min={1}
        max={card.layers}
        step={1}
        onChange={(value) => change({ layer: value === card.layers ? null : value })}
      />
      {rotary && (
        <SelectField
          label={t('position.form.head')}
          testId="head-select"
          value={String(headOf(rotary, link.head))}
          options={rotary.products.map((_, head) => ({
            value: String(head),
            text: t('position.form.headOf', { head: head + 1 }),
          }))}
          onChange={(head) => change({ head: Number(head) })}
        />
      )}
    </>
  );
}
