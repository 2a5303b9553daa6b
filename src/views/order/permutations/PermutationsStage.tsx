import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PermutationsAnswer } from '../../../pipeline/order/permutations/permutationsAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useOrder } from '../../../stores/order/orderStore.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { FigureScene } from '../../figure/FigureScene.tsx';
import { FigureTable } from '../../figure/FigureTable.tsx';
import { OrderMatrix } from './OrderMatrix.tsx';
import { SetsTable } from './SetsTable.tsx';
import { setFigure, wholeFigure } from './setFigure.ts';
import { firstRow, shownSet } from './shownSet.ts';

/** The orders of a set beside one another in numbers, and below as dots. */
export function PermutationsStage({ answer }: { readonly answer: PermutationsAnswer }) {
  const { t } = useTranslation('order');
  const asked = useLink(({ link }) => link.relation);
  const asTable = useLink(({ link }) => link.show === 'table');
  const whole = useOrder(({ frame }) => (frame?.answer.face === 'order' ? frame.figure : null));
  const hovered = useOrder(({ hovered }) => hovered);
  const picked = useOrder(({ picked }) => picked);
  const [drawable, setDrawable] = useState(true);
  const set = shownSet(answer, asked);
  const from = set ? firstRow(answer, set) : 0;
  const bare = asTable || !drawable || !whole;
  useEffect(() => {
    if (bare) useStatus.getState().setDrawn();
  }, [bare]);
  const figure = useMemo(() => {
    if (!whole) return null;
    return set
      ? setFigure(
          answer,
          set,
          whole,
          (_, count) => t('permutations.stage.stacked', { count }),
          (role) => t(`permutations.senses.${role}`),
        )
      : wholeFigure(whole, (text, count) => t('permutations.stage.stackedShort', { text, count }));
  }, [answer, set, whole, t]);
  const { hover, pick } = useOrder.getState();
  // of the kinds of points only the given one has no group that names it
  const first = t('permutations.senses.first');
  const inside = (index: number | null) =>
    index === null || !figure || index < from || index >= from + figure.points.length ? null : index - from;
  const outside = (index: number | null) => (index === null ? null : index + from);
  return (
    <div className="orders-stage">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="orders-numbers" tabIndex={0} aria-label={t('permutations.stage.difference')}>
        {set ? (
          <OrderMatrix set={set} position={answer.position} from={from} />
        ) : (
          <SetsTable answer={answer} />
        )}
      </section>
      <div className="orders-picture">
        {figure &&
          (bare ? (
            <FigureTable
              figure={figure}
              names={{
                table: t('permutations.stage.table'),
                word: t('permutations.stage.order'),
                part: t('permutations.stage.meaning'),
                place: t('permutations.stage.place'),
                kinds: { given: first, answer: first, near: first, target: first, word: first },
              }}
              picked={inside(picked)}
              onPick={(index) => pick(outside(index))}
            />
          ) : (
            <FigureScene
              figure={figure}
              label={t('permutations.stage.map', { count: figure.points.length })}
              hovered={inside(hovered)}
              picked={inside(picked)}
              onHover={(index) => hover(outside(index))}
              onPick={(index) => pick(outside(index))}
              onUnavailable={() => setDrawable(false)}
            />
          ))}
      </div>
    </div>
  );
}
