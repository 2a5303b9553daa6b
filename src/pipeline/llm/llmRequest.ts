import type { ContextualId, LinkState } from '../../contract/deepLink.ts';
import type { Fragment } from '../../contract/fragment.ts';
import { llmOf } from '../../contract/insideLinks.ts';
import type { Device, Dims, Layer, Pooling } from '../../contract/options.ts';

/** Everything that decides what the view computes: equal requests give equal pictures. */
export interface LlmRequest {
  readonly model: ContextualId;
  readonly device: Device;
  readonly layer: Layer | null;
  readonly pooling: Pooling | null;
  readonly dims: Dims;
  readonly seed: number;
  readonly asked: LlmAsked;
}

/** What is asked of the model, by the view's face. */
export type LlmAsked =
  /** The text, the token after which the next one is asked for (null: the last), and how the answer is read. */
  | {
      readonly face: 'next';
      readonly text: string;
      readonly at: number | null;
      readonly temperature: number;
      readonly top: number;
    }
  | { readonly face: 'inside'; readonly text: string }
  /** The person's own beginnings, one a line, beside the bundled ones; null: none. */
  | { readonly face: 'future'; readonly sentences: string | null; readonly model2: ContextualId };

/** The part of a link that decides what the view computes, with the person's texts. */
export function llmRequestOf(link: LinkState, texts: Fragment): LlmRequest {
  const { device, dims, seed } = link;
  const { model, face } = llmOf(link);
  // what comes next is asked of every layer: the one that is looked at is no other question
  const { layer, pooling } = face === 'next' ? { layer: null, pooling: null } : link;
  return { model, device, layer, pooling, dims, seed, asked: askedOf(link, texts) };
}

/** What is asked about where the person has typed nothing. */
export const FIRST_TEXTS = {
  next: 'The capital of France is',
  inside: {
    en: 'She sat on the bank of the river and watched the water.',
    zh: '我在银行门口等你，风很大。',
  },
} as const;

function askedOf(link: LinkState, { own, sentences }: Fragment): LlmAsked {
  const { face, at, model2, model } = llmOf(link);
  const typed = own?.texts.join('\n') ?? null;
  switch (face) {
    case 'next':
      return { face, text: typed ?? FIRST_TEXTS.next, at, temperature: link.temperature, top: link.top };
    case 'inside': {
      const language =
        model === 'bge-small-zh-v1.5' ? 'zh' : model === 'multilingual-e5-small' ? link.lang : 'en';
      return { face, text: typed ?? FIRST_TEXTS.inside[language] };
    }
    case 'future':
      return { face, sentences, model2 };
  }
}
