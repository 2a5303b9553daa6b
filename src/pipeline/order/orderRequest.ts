import { type LinkState, MODEL_IDS, type ModelId } from '../../contract/deepLink.ts';
import type { Fragment } from '../../contract/fragment.ts';
import { orderOf, type SentencesId } from '../../contract/insideLinks.ts';
import type { Device, Dims, Layer, Pooling } from '../../contract/options.ts';

/** Everything that decides what the view computes: equal requests give equal pictures. */
export interface OrderRequest {
  readonly model: ModelId;
  readonly device: Device;
  readonly layer: Layer | null;
  readonly pooling: Pooling | null;
  readonly dims: Dims;
  readonly seed: number;
  readonly asked: OrderAsked;
}

/** What is asked, by the view's face. */
export type OrderAsked =
  /** Orders to compare, one a line; null: the bundled ones. */
  | { readonly face: 'order'; readonly sentences: string | null; readonly position: 'on' | 'off' }
  | { readonly face: 'position' }
  /** Own sentences, one a line, instead of the bundled data; the models side by side (null: one of each kind). */
  | {
      readonly face: 'sentences';
      readonly data: SentencesId;
      readonly sentences: string | null;
      readonly models: readonly ModelId[] | null;
    };

/** The part of a link that decides what the view computes, with the person's texts. */
export function orderRequestOf(link: LinkState, texts: Fragment): OrderRequest {
  const { device, layer, pooling, dims, seed } = link;
  const { model } = orderOf(link);
  return { model, device, layer, pooling, dims, seed, asked: askedOf(link, texts) };
}

function askedOf(link: LinkState, { own, sentences }: Fragment): OrderAsked {
  const { face, data } = orderOf(link);
  switch (face) {
    case 'order':
      return { face, sentences, position: link.position };
    case 'position':
      return { face };
    case 'sentences': {
      const models =
        link.models === null ? null : MODEL_IDS.filter((id) => link.models?.split('~').includes(id));
      return { face, data, sentences: own?.texts.join('\n') ?? null, models };
    }
  }
}
