import { useTranslation } from 'react-i18next';
import type { OrderSetAnswer } from '../../../pipeline/order/permutations/permutationsAnswer.ts';
import { useOrder } from '../../../stores/order/orderStore.ts';
import { useTheme } from '../../../stores/theme.ts';
import { colourRamp, inkOn, RAMP_SIZE } from '../../context/matrix/colourRamp.ts';
import { scalePlace, similarityScale } from '../../context/matrix/similarityScale.ts';
import { threeDecimals } from './numberText.ts';
import { MARKS, roleOf } from './shownSet.ts';

interface OrderMatrixProps {
  readonly set: OrderSetAnswer;
  readonly position: 'on' | 'off';
  /** The row of the set's first order among all points. */
  readonly from: number;
}

/** How alike the orders of a set are, as a table of numbers on colours; the colours mean the same on and off. */
export function OrderMatrix({ set, position, from }: OrderMatrixProps) {
  const { t } = useTranslation('order');
  const theme = useTheme();
  const hovered = useOrder(({ hovered }) => hovered);
  const picked = useOrder(({ picked }) => picked);
  const { hover, pick } = useOrder.getState();
  const { orders, similarity } = set;
  const n = orders.length;
  const scale = similarityScale(Float32Array.from(similarity.on), n);
  const ramp = colourRamp(theme);
  const lookOf = (value: number) => {
    const index = Math.round(scalePlace(scale, value) * (RAMP_SIZE - 1));
    return {
      backgroundColor: `rgb(${ramp[index * 3]} ${ramp[index * 3 + 1]} ${ramp[index * 3 + 2]})`,
      color: inkOn(ramp, index),
    };
  };
  return (
    <table className="order-matrix" data-testid="order-matrix" data-position={position}>
      <caption>
        {t('permutations.stage.matrix', { position: t(`permutations.stage.positions.${position}`) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('permutations.stage.order')}</th>
          {orders.map(({ id, text }, index) => (
            <th key={id} scope="col">
              <span aria-hidden>{index + 1}</span>
              <span className="visually-hidden">{text}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map((order, row) => {
          const role = roleOf(order, row);
          const at = from + row;
          return (
            <tr
              key={order.id}
              data-lit={hovered === at || picked === at || undefined}
              onPointerEnter={() => hover(at)}
              onPointerLeave={() => hover(null)}
            >
              <th scope="row">
                <button type="button" className="row-button" onClick={() => pick(picked === at ? null : at)}>
                  <span className="order-number">{row + 1}</span>
                  <bdi lang={set.language}>{order.text}</bdi>{' '}
                  <small className="order-role" data-role={role}>
                    <span aria-hidden>{MARKS[role]}</span> {t(`permutations.senses.${role}`)}
                  </small>
                </button>
              </th>
              {orders.map(({ id }, column) => {
                const value = similarity[position][row * n + column];
                return (
                  <td key={id} style={lookOf(value)} data-value={value}>
                    {threeDecimals(value)}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
