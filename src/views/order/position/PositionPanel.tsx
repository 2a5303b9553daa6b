import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { MODEL_IDS } from '../../../contract/deepLink.ts';
import { bundledModel } from '../../../models/registry.ts';
import type { PositionAnswer } from '../../../pipeline/order/position/positionAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useMap } from '../../../stores/mapStore.ts';
import { useOrder } from '../../../stores/order/orderStore.ts';

/** Why place has to be told, and which model does it how, as the models' cards have it. */
export function PositionPanel({ answer }: { readonly answer: PositionAnswer }): ReactNode {
  const { t } = useTranslation('order');
  const language = useLink(({ link }) => link.lang);
  const cards = useMap(({ cards }) => cards);
  const finished = useOrder(({ job }) => job === null);
  const turned = answer.rotary !== null;
  useEffect(() => {
    if (!finished) return;
    const { tick } = useOrder.getState();
    tick('encodings');
    if (turned) tick('rotary');
  }, [finished, turned]);
  return (
    <>
      <section className="answer-part">
        <h2>{t('position.panel.why')}</h2>
        <p>{t('position.panel.whyText')}</p>
      </section>
      <section className="answer-part">
        <h2>{t('position.panel.four')}</h2>
        <p>{t('position.panel.added')}</p>
        <p>{t('position.panel.scored')}</p>
      </section>
      <section className="answer-part" data-testid="who-uses">
        <h2>{t('position.panel.title')}</h2>
        <table className="facts-table">
          <thead>
            <tr>
              <th scope="col">{t('position.panel.model')}</th>
              <th scope="col">{t('position.panel.way')}</th>
            </tr>
          </thead>
          <tbody>
            {MODEL_IDS.map((id) => {
              const card = cards[id];
              const way =
                card?.kind === 'static'
                  ? 'none'
                  : (card?.kind === 'contextual' && card.graph.position?.kind) || 'unknown';
              return (
                <tr key={id}>
                  <th scope="row">{bundledModel(id)?.names[language] ?? id}</th>
                  <td data-way={way}>{t(`position.panel.ways.${way}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
