import { useTranslation } from 'react-i18next';
import { bundledModel } from '../models/registry.ts';
import type { Message } from '../stores/statusStore.ts';

/** The sentence of a message in the person's language. */
export function useMessageText(message: Message): string {
  const { t, i18n } = useTranslation();
  const named = (details: Record<string, string | number>) => {
    const model = bundledModel(String(details.model));
    return model ? { ...details, model: model.names[i18n.language === 'zh' ? 'zh' : 'en'] } : details;
  };
  switch (message.kind) {
    case 'fault':
      return t(`message.faults.${message.code}`, named(message.details));
    case 'note':
      return t(`message.notes.${message.note.kind}`, named(message.note.details));
    case 'link':
      return t('message.link', {
        said: message.problems.map(({ parameter, value }) => `${parameter}=${value.slice(0, 60)}`).join(', '),
      });
  }
}
