import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PositionAnswer } from '../../../pipeline/order/position/positionAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { LearnedCard } from './LearnedCard.tsx';
import { RelativeCard } from './RelativeCard.tsx';
import { RotaryCard } from './RotaryCard.tsx';
import { SinusoidalCard } from './SinusoidalCard.tsx';

/** Four ways to tell a place, a card each. */
export function PositionStage({ answer }: { readonly answer: PositionAnswer }): ReactNode {
  const { t } = useTranslation('order');
  const asTable = useLink(({ link }) => link.show === 'table');
  const bare = answer.learned === null;
  useEffect(() => {
    // cards without a scene are drawn with their words
    if (bare) useStatus.getState().setDrawn();
  }, [bare]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="ways" tabIndex={0} aria-label={t('position.panel.four')}>
      {/* what the chosen model has of its own comes first */}
      {answer.learned && <LearnedCard answer={answer.learned} asTable={asTable} />}
      {answer.rotary && <RotaryCard answer={answer.rotary} asTable={asTable} />}
      <SinusoidalCard answer={answer.sinusoidal} asTable={asTable} />
      {!answer.learned && <LearnedCard answer={null} asTable={asTable} />}
      <RelativeCard answer={answer.relative} asTable={asTable} />
      {!answer.rotary && <RotaryCard answer={null} asTable={asTable} />}
    </section>
  );
}
