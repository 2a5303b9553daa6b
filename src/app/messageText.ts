import { useTranslation } from 'react-i18next';
import type { Message } from '../stores/statusStore.ts';

/** The sentence of a message in the person's language. */
export function useMessageText(message: Message): string {
  const { t } = useTranslation();
  switch (message.kind) {
    case 'fault':
      return t(`message.faults.${message.code}`, { ...message.details });
    case 'note':
      return t(`message.notes.${message.note.kind}`, { ...message.note.details });
    case 'link':
      return t('message.link', {
        said: message.problems.map(({ parameter, value }) => `${parameter}=${value.slice(0, 60)}`).join(', '),
      });
  }
}
