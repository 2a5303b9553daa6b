import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import { megabytes } from '../../../language/numbers.ts';
import { bundledModel } from '../../../models/registry.ts';
import { cardBytes } from '../../../pipeline/modelSessions.ts';
import type { RotaryAnswer } from '../../../pipeline/order/position/positionAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useMap } from '../../../stores/mapStore.ts';
import { shortNumber, threeDecimals } from '../permutations/numberText.ts';
import { CurveChart } from './CurveChart.tsx';
import { DistanceTable, TOLD } from './DistanceTable.tsx';
import { HeatMap } from './HeatMap.tsx';

interface RotaryCardProps {
  readonly answer: RotaryAnswer | null;
  readonly asTable: boolean;
}

/** The head looked at: the link's, or the first. */
export function headOf(
  { products }: Pick<RotaryAnswer, 'products'>,
  asked: number | 'rollout' | null,
): number {
  return typeof asked === 'number' ? Math.min(asked, products.length - 1) : 0;
}

/** What the chosen model's own queries and keys give at all pairs of places. */
export function RotaryCard({ answer, asTable }: RotaryCardProps) {
  const { t } = useTranslation('order');
  return (
    <section
      className="way-card"
      data-testid="way-rotary"
      data-attention-difference={answer?.attentionDifference}
      data-spread={answer ? Math.max(...answer.spreads.map(({ relative }) => relative)) : undefined}
    >
      <h2>{t('position.cards.rotary.name')}</h2>
      <p>{t('position.cards.rotary.what')}</p>
      {answer ? <Turned answer={answer} asTable={asTable} /> : <NotLoaded />}
      <p className="way-used">
        {answer
          ? t('position.cards.rotary.used', { base: answer.base, pairs: answer.size / 2 })
          : t('position.cards.rotary.usedPlain')}
      </p>
    </section>
  );
}

function Turned({ answer, asTable }: { readonly answer: RotaryAnswer; readonly asTable: boolean }) {
  const { t } = useTranslation('order');
  const language = useLink(({ link }) => link.lang);
  const asked = useLink(({ link }) => link.head);
  const { places, products, spreads, layer, text, tokens, attentionDifference } = answer;
  const head = headOf(answer, asked);
  const { relative, means } = spreads[head];
  const low = Math.min(...products[head]);
  const high = Math.max(...products[head]);
  const words = { query: tokens[answer.query].trim(), key: tokens[answer.key].trim() };
  const model = bundledModel(answer.model)?.names[language] ?? answer.model;
  const mean = (distance: number) => means[distance + places - 1];
  return (
    <>
      <p>{t('position.cards.rotary.says', { layer, model, text, spread: shortNumber(relative) })}</p>
      {!asTable && (
        <>
          <HeatMap
            data={products[head]}
            rows={places}
            columns={places}
            low={low}
            high={high}
            ends={[twoDecimals(low), twoDecimals(high)]}
            label={t('position.cards.rotary.map', { ...words, head: head + 1 })}
          />
          <CurveChart
            curves={[{ name: 'product', points: means.map((y, at) => ({ x: at - places + 1, y })) }]}
            xName={`${t('position.chart.distance')} m − n`}
            yName={t('position.chart.product')}
            label={t('position.cards.rotary.curve', {
              low: twoDecimals(Math.min(...means)),
              high: twoDecimals(Math.max(...means)),
            })}
          />
        </>
      )}
      <p className="way-proof">
        {t('position.cards.rotary.proof', { difference: shortNumber(attentionDifference) })}
      </p>
      <DistanceTable
        open={asTable}
        columns={[t('position.chart.product')]}
        rows={[
          ...TOLD.slice(1)
            .map((distance) => -distance)
            .reverse(),
          ...TOLD,
        ].map((distance) => [distance, threeDecimals(mean(distance))])}
      />
    </>
  );
}

/** Says what loading the model costs, and loads it. */
function NotLoaded() {
  const { t } = useTranslation('order');
  const card = useMap(({ cards }) => cards['smollm2-135m']);
  return (
    <>
      <p>{t('position.cards.rotary.none')}</p>
      <p className="way-buttons">
        <button
          type="button"
          className="button"
          data-testid="load-rotary"
          onClick={() => useLink.getState().change({ model: 'smollm2-135m', layer: null, head: null })}
        >
          {card
            ? t('position.form.load', { size: megabytes(cardBytes(card)) })
            : t('position.form.loadPlain')}
        </button>
      </p>
    </>
  );
}
