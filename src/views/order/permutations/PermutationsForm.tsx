import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTEXTUAL_IDS } from '../../../contract/deepLink.ts';
import { orderOf } from '../../../contract/insideLinks.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useOrder } from '../../../stores/order/orderStore.ts';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { ModelSelect } from '../../model/ModelSelect.tsx';
import { OwnOrders } from './OwnOrders.tsx';
import { ALL, shownSet } from './shownSet.ts';
import { VectorSettings } from './VectorSettings.tsx';

/** Whose vectors, with position or without, and of which words. */
export function PermutationsForm(): ReactNode {
  const { t } = useTranslation('order');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const { model } = orderOf(link);
  const on = link.position === 'on';
  return (
    <>
      <ModelSelect
        label={app('data.model')}
        testId="model-select"
        ids={CONTEXTUAL_IDS}
        value={CONTEXTUAL_IDS.find((id) => id === model) ?? CONTEXTUAL_IDS[0]}
        onChange={(id) => change({ model: id, layer: null, pooling: null, relation: null })}
      />
      <div className="order-switch">
        <SwitchField
          label={t('permutations.form.switch')}
          checked={on}
          onChange={(checked) => change({ position: checked ? 'on' : 'off' })}
        />
        <p className="hint">{t(on ? 'permutations.form.on' : 'permutations.form.off')}</p>
      </div>
      <Sets />
      <OwnOrders />
      <VectorSettings />
    </>
  );
}

/** The ready sets by their first order. */
function Sets() {
  const { t } = useTranslation('order');
  const asked = useLink(({ link }) => link.relation);
  const answer = useOrder(({ frame }) => (frame?.answer.face === 'order' ? frame.answer : null));
  if (!answer || answer.own) return null;
  const shown = shownSet(answer, asked);
  const choose = (relation: string) => useLink.getState().change({ relation });
  return (
    <fieldset className="chips order-sets">
      <legend>{t('permutations.form.sets')}</legend>
      <button type="button" className="chip" aria-pressed={shown === null} onClick={() => choose(ALL)}>
        {t('permutations.form.all')}
      </button>
      {answer.sets.map((set) => (
        <button
          key={set.id}
          type="button"
          className="chip"
          lang={set.language}
          data-set={set.id}
          aria-pressed={shown === set}
          onClick={() => choose(set.id)}
        >
          {set.orders[0].text}
        </button>
      ))}
    </fieldset>
  );
}
