import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orderOf } from '../../../contract/insideLinks.ts';
import type { Layer } from '../../../contract/options.ts';
import { LEAST_TO_CENTRE } from '../../../pipeline/buildMap.ts';
import { MOST_LINES } from '../../../pipeline/order/sentences/givenSentences.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useMap } from '../../../stores/mapStore.ts';
import { useOrder } from '../../../stores/order/orderStore.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { OwnLines } from '../../../ui/OwnLines.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { DeviceSelect } from '../../settings/DeviceSelect.tsx';
import { ModelChoice } from './ModelChoice.tsx';
import { shownGroup } from './shownGroup.ts';

/** Which sentences, by which models, and how their vectors are compared. */
export function SentencesForm(): ReactNode {
  const { t } = useTranslation('order');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const answer = useOrder(({ frame }) => (frame?.answer.face === 'sentences' ? frame.answer : null));
  const typed = useLink(({ inside }) => inside.order.own !== null);
  const few = answer !== null && answer.lines.length < LEAST_TO_CENTRE;
  return (
    <>
      {!typed && (
        <SelectField
          label={t('sentences.form.data')}
          testId="data-select"
          value={orderOf(link).data}
          options={(['sentences-zh', 'sentences-en'] as const).map((value) => ({
            value,
            text: app(`data.sets.${value}`),
          }))}
          // another language has other models
          onChange={(data) => change({ data, models: null, model: null })}
        />
      )}
      {answer && !answer.own && !typed && (
        <SelectField
          label={t('sentences.form.group')}
          testId="group-select"
          value={answer.groups[shownGroup(answer, link.relation)].id}
          options={answer.groups.map(({ id, names }) => ({ value: id, text: names[link.lang] }))}
          onChange={(relation) => change({ relation })}
        />
      )}
      <ModelChoice answer={answer} />
      <div className="order-switch">
        <SwitchField
          label={t('sentences.form.centre')}
          checked={link.centre === 'shown'}
          onChange={(checked) => change({ centre: checked ? 'shown' : null })}
        />
        <p className="hint">
          {t('sentences.form.centreHint')}
          {few && ` ${t('sentences.form.centreFew', { least: LEAST_TO_CENTRE })}`}
        </p>
      </div>
      <OwnSentences />
      <VectorSettings />
    </>
  );
}

/** The person's own sentences; what is typed is shown after a pause, and an empty box gives the ready ones back. */
function OwnSentences() {
  const { t } = useTranslation('order');
  const own = useLink(({ inside }) => inside.order.own);
  const { typeInside, write } = useLink.getState();
  return (
    <OwnLines
      label={t('sentences.form.own')}
      placeholder={t('sentences.form.placeholder')}
      hint={t('sentences.form.hint', { most: MOST_LINES })}
      backLabel={t('sentences.form.back')}
      testId="own-texts"
      rows={4}
      typed={own?.texts.join('\n') ?? null}
      onType={(text) => typeInside('order', { own: { texts: text.split('\n'), add: false } })}
      onBack={() => {
        typeInside('order', { own: null });
        write();
      }}
    />
  );
}

/** How the contextual models' tokens become one vector, at which layer, and on which device. */
function VectorSettings() {
  const { t } = useTranslation('order');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const cards = useMap(({ cards }) => cards);
  const asked = useOrder(({ frame }) => (frame?.answer.face === 'sentences' ? frame.answer.asked : null));
  const deepest = Math.max(0, ...(asked ?? []).map((id) => cards[id]?.layers ?? 0));
  const layers: readonly Layer[] = ['table', ...Array.from({ length: deepest + 1 }, (_, layer) => layer)];
  const value = link.layer === null ? 'last' : String(link.layer);
  return (
    <Fold icon={SlidersHorizontal} title={t('sentences.form.settings')}>
      <SelectField
        label={t('sentences.form.pooling')}
        testId="pooling-select"
        value={link.pooling ?? 'own'}
        options={[
          { value: 'own', text: t('sentences.form.poolingOwn') },
          ...(['cls', 'mean', 'last'] as const).map((pooling) => ({
            value: pooling,
            text: app(`settings.poolings.${pooling}`),
          })),
        ]}
        onChange={(pooling) => change({ pooling: pooling === 'own' ? null : pooling })}
      />
      <p className="hint">{t('sentences.form.poolingHint')}</p>
      <SelectField
        label={t('sentences.form.layer')}
        testId="layer-select"
        value={value}
        options={[
          { value: 'last', text: t('sentences.form.layerLast') },
          ...layers.map((layer) => ({
            value: String(layer),
            text: layer === 'table' ? app('settings.layerTable') : String(layer),
          })),
        ]}
        onChange={(chosen) =>
          change({ layer: chosen === 'last' ? null : chosen === 'table' ? chosen : Number(chosen) })
        }
      />
      <DeviceSelect />
    </Fold>
  );
}
