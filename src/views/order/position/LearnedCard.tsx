import { useTranslation } from 'react-i18next';
import { CONTEXTUAL_IDS } from '../../../contract/deepLink.ts';
import { twoDecimals } from '../../../language/decimals.ts';
import { bundledModel } from '../../../models/registry.ts';
import type { LearnedAnswer } from '../../../pipeline/order/position/positionAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useMap } from '../../../stores/mapStore.ts';
import { threeDecimals } from '../permutations/numberText.ts';
import { CurveChart } from './CurveChart.tsx';
import { DistanceTable, TOLD } from './DistanceTable.tsx';
import { HeatMap } from './HeatMap.tsx';
import { TablePath } from './TablePath.tsx';

interface LearnedCardProps {
  readonly answer: LearnedAnswer | null;
  readonly asTable: boolean;
}

/** The table of places that the chosen model has learned. */
export function LearnedCard({ answer, asTable }: LearnedCardProps) {
  const { t } = useTranslation('order');
  return (
    <section className="way-card" data-testid="way-learned" data-rows={answer?.rows}>
      <h2>{t('position.cards.learned.name')}</h2>
      <p>{t('position.cards.learned.what')}</p>
      {answer ? <Table answer={answer} asTable={asTable} /> : <NoTable />}
      <p className="hint">{t('position.cards.learned.limit')}</p>
      <p className="way-used">{t('position.cards.learned.used')}</p>
    </section>
  );
}

function Table({ answer, asTable }: { readonly answer: LearnedAnswer; readonly asTable: boolean }) {
  const { t } = useTranslation('order');
  const language = useLink(({ link }) => link.lang);
  const { rows, dim, places, similarity, byDistance } = answer;
  const last = byDistance[byDistance.length - 1];
  const at = (distance: number) => twoDecimals(byDistance[Math.min(distance, last.distance)].mean);
  const said = { rows, dim, places, one: at(1), near: at(8), far: at(63), sd: twoDecimals(last.sd) };
  const least = Math.min(...similarity);
  const name = bundledModel(answer.model)?.names[language] ?? answer.model;
  return (
    <>
      <p>{t('position.cards.learned.says', { ...said, model: name })}</p>
      {!asTable && (
        <>
          <HeatMap
            data={similarity}
            rows={places}
            columns={places}
            low={least}
            high={1}
            ends={[twoDecimals(least), '1']}
            label={t('position.cards.learned.map', said)}
          />
          <CurveChart
            curves={[
              {
                name: 'cosine',
                points: byDistance.map(({ distance, mean, sd }) => ({
                  x: distance,
                  y: mean,
                  low: mean - sd,
                  high: mean + sd,
                })),
              },
            ]}
            xName={t('position.chart.distance')}
            yName={t('position.chart.cosine')}
            label={t('position.cards.learned.curve', said)}
          />
        </>
      )}
      <TablePath asTable={asTable} />
      <DistanceTable
        open={asTable}
        columns={[t('position.chart.mean'), t('position.chart.sd')]}
        rows={TOLD.filter((distance) => distance <= last.distance).map((distance) => [
          distance,
          threeDecimals(byDistance[distance].mean),
          threeDecimals(byDistance[distance].sd),
        ])}
      />
    </>
  );
}

/** Offers the models that have a table. */
function NoTable() {
  const { t } = useTranslation('order');
  const language = useLink(({ link }) => link.lang);
  const cards = useMap(({ cards }) => cards);
  const with_ = CONTEXTUAL_IDS.filter((id) => {
    const card = cards[id];
    return card?.kind === 'contextual' && card.graph.position?.kind === 'learned';
  });
  return (
    <>
      <p>{t('position.cards.learned.none')}</p>
      <p className="way-buttons">
        {with_.map((id) => (
          <button
            key={id}
            type="button"
            className="button"
            onClick={() => useLink.getState().change({ model: id, layer: null, head: null })}
          >
            {t('position.form.use', { model: bundledModel(id)?.names[language] ?? id })}
          </button>
        ))}
      </p>
    </>
  );
}
