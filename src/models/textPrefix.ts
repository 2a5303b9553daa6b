import type { TextRole } from './embeddingModel.ts';
import type { ContextualCard } from './modelCard.ts';

/** What a model wants put before a text of this role; '' where nothing. */
export function prefixFor(card: ContextualCard, role: TextRole = 'text'): string {
  if (role === 'bare') return '';
  if (role === 'query') return card.queryPrefix;
  if (role === 'passage') return card.passagePrefix ?? card.textPrefix ?? '';
  return card.textPrefix ?? '';
}
