import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../../stores/order/orderStore.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { FigureScene } from '../../figure/FigureScene.tsx';
import { FigureTable } from '../../figure/FigureTable.tsx';

/** The rows of a learned table as a path in space, or as a table of coordinates. */
export function TablePath({ asTable }: { readonly asTable: boolean }) {
  const { t } = useTranslation('order');
  const figure = useOrder(({ frame }) => (frame?.answer.face === 'position' ? frame.figure : null));
  const hovered = useOrder(({ hovered }) => hovered);
  const picked = useOrder(({ picked }) => picked);
  const [drawable, setDrawable] = useState(true);
  const { hover, pick } = useOrder.getState();
  const bare = asTable || !drawable;
  useEffect(() => {
    if (bare) useStatus.getState().setDrawn();
  }, [bare]);
  if (!figure) return null;
  const kind = t('position.table.kind');
  return (
    <figure className="table-path">
      <div className="table-path-scene">
        {bare ? (
          <FigureTable
            figure={figure}
            names={{
              table: t('position.table.name'),
              word: t('position.table.word'),
              part: t('position.table.part'),
              place: t('position.table.place'),
              kinds: { given: kind, answer: kind, near: kind, target: kind, word: kind },
            }}
            picked={picked}
            onPick={pick}
          />
        ) : (
          <FigureScene
            figure={figure}
            label={t('position.cards.learned.path')}
            hovered={hovered}
            picked={picked}
            onHover={hover}
            onPick={pick}
            onUnavailable={() => setDrawable(false)}
          />
        )}
      </div>
      <figcaption className="hint">{t('position.cards.learned.path')}</figcaption>
    </figure>
  );
}
