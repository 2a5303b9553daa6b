import { analogyOf, type LinkState } from '../../contract/deepLink.ts';
import type { SpaceRequest } from './openSpace.ts';

/** Everything that decides what the analogy view shows: equal requests give equal pictures. */
export interface WordsRequest {
  readonly space: SpaceRequest;
  readonly dims: 2 | 3;
  readonly seed: number;
  readonly asked: Asked;
}

/** What is asked of the words, by the view's face. */
export type Asked =
  | { readonly face: 'question'; readonly a: string; readonly b: string; readonly c: string }
  /** Vector arithmetic as it was typed. */
  | { readonly face: 'question'; readonly expr: string }
  /** null: the first relation. */
  | { readonly face: 'relations'; readonly relation: string | null }
  /** Poles as in the link: `a,b~c`; the word looked for along them. */
  | {
      readonly face: 'axes';
      readonly axis: string | null;
      readonly axis2: string | null;
      readonly word: string | null;
    }
  /** The word looked at (null: the best-known one), and the ends of a game. */
  | { readonly face: 'neighbours'; readonly word: string | null; readonly game: string | null }
  | { readonly face: 'random' };

/** The part of a link that decides what the analogy view computes. */
export function wordsRequestOf(link: LinkState): WordsRequest {
  const { device, layer, pooling, languages, dims, seed } = link;
  const { model, data } = analogyOf(link);
  return { space: { model, device, layer, pooling, data, languages }, dims, seed, asked: askedOf(link) };
}

function askedOf(link: LinkState): Asked {
  const { face, a, b, c, expr } = analogyOf(link);
  const { relation, axis, axis2, word, game } = link;
  switch (face) {
    case 'question':
      return expr === null ? { face, a, b, c } : { face, expr };
    case 'relations':
      return { face, relation };
    case 'axes':
      return { face, axis, axis2, word };
    case 'neighbours':
      return { face, word, game };
    case 'random':
      return { face };
  }
}
