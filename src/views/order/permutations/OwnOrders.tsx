import { useTranslation } from 'react-i18next';
import { useLink } from '../../../stores/linkStore.ts';
import { OwnLines } from '../../../ui/OwnLines.tsx';

/** The person's own lines; what is typed is shown after a pause, and an empty box gives the ready sets back. */
export function OwnOrders() {
  const { t } = useTranslation('order');
  const typed = useLink(({ inside }) => inside.order.sentences);
  const { typeInside, write } = useLink.getState();
  return (
    <OwnLines
      label={t('permutations.form.own')}
      placeholder={t('permutations.form.placeholder')}
      hint={t('permutations.form.hint')}
      backLabel={t('permutations.form.back')}
      testId="own-orders"
      rows={4}
      typed={typed}
      onType={(sentences) => typeInside('order', { sentences })}
      onBack={() => {
        typeInside('order', { sentences: null });
        write();
      }}
    />
  );
}
