import { useTranslation } from 'react-i18next';
import { ORDER_STEPS, useOrder } from '../../stores/order/orderStore.ts';
import { ViewPath } from '../path/ViewPath.tsx';

/** The view's guided path: each step ticks itself once the person has done it. */
export function OrderGuide() {
  const { t } = useTranslation('order');
  const done = useOrder(({ done }) => done);
  const steps = ORDER_STEPS.map((id) => ({
    id,
    title: t(`guide.${id}.title`),
    text: t(`guide.${id}.text`),
    done: done.has(id),
  }));
  return <ViewPath title={t('guide.title')} finished={t('guide.finished')} steps={steps} />;
}
