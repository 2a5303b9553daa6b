import { Info, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Message, useStatus } from '../stores/statusStore.ts';
import { useMessageText } from './messageText.ts';

/** Faults that may pass when the same thing is tried again. */
const RETRY: ReadonlySet<string> = new Set([
  'asset-unreachable',
  'asset-refused',
  'asset-corrupt',
  'worker-failed',
  'worker-missing',
  'out-of-memory',
  'model-memory',
  'runtime-failed',
  'internal',
  'download-declined',
]);

/** Every refusal, fault and remark, as sentences at the top of the page. */
export function Messages() {
  const { t } = useTranslation();
  const messages = useStatus(({ messages }) => messages);
  return (
    <section className="messages" aria-label={t('message.title')}>
      {messages.slice(-4).map((message) => (
        <MessageLine key={message.id} message={message} />
      ))}
    </section>
  );
}

function MessageLine({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const text = useMessageText(message);
  const fault = message.kind === 'fault';
  const Icon = fault ? TriangleAlert : Info;
  return (
    <div className={`message ${fault ? 'fault' : ''}`} role="alert" data-testid="message">
      <Icon aria-hidden size={18} />
      <span>{text}</span>
      {fault && RETRY.has(message.code) && (
        <button type="button" className="text-button" onClick={() => useStatus.getState().retry()}>
          {t('message.retry')}
        </button>
      )}
      <button
        type="button"
        className="icon-button small"
        aria-label={t('message.dismiss')}
        onClick={() => useStatus.getState().dismiss(message.id)}
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  );
}
