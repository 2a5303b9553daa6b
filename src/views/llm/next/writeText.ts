import type { LinkState } from '../../../contract/deepLink.ts';
import type { Fragment } from '../../../contract/fragment.ts';
import { FIRST_TEXTS } from '../../../pipeline/llm/llmRequest.ts';
import { useLink } from '../../../stores/linkStore.ts';

interface Linked {
  readonly link: LinkState;
  readonly inside: Readonly<Record<'llm' | 'order', Fragment>>;
}

/** The text as it is typed now. */
export function typedText({ inside }: Pick<Linked, 'inside'>): string {
  return inside.llm.own?.texts.join('\n') ?? FIRST_TEXTS.next;
}

/** Asks what comes at the end of another text, in one change; the address follows when the typing pauses. */
export function writeText(text: string): void {
  useLink.setState(({ link, inside }) => ({
    link: link.at === null ? link : { ...link, at: null },
    inside: { ...inside, llm: { ...inside.llm, own: { texts: text.split('\n'), add: false } } },
  }));
}

/** Goes to another text by a click, which the browser's Back goes back over. */
export function goToText(text: string): void {
  writeText(text);
  useLink.getState().write();
}
