import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../../stores/linkStore.ts';
import { OwnLines } from '../../../ui/OwnLines.tsx';

/** The person's own beginnings, one a line, beside the bundled ones; what is typed is shown after a pause. */
export function OwnBeginnings(): ReactNode {
  const { t } = useTranslation('llm');
  const typed = useLink(({ inside }) => inside.llm.sentences);
  const { typeInside, write } = useLink.getState();
  return (
    <OwnLines
      label={t('future.own.label')}
      placeholder={t('future.own.placeholder')}
      hint={t('future.own.hint')}
      backLabel={t('future.own.back')}
      testId="own-beginnings"
      rows={3}
      typed={typed}
      onType={(sentences) => typeInside('llm', { sentences })}
      onBack={() => {
        typeInside('llm', { sentences: null });
        write();
      }}
    />
  );
}
