import type { ModelId } from '../../../contract/deepLink.ts';
import type {
  ModelNumbers,
  ModelSentences,
  SentenceGroup,
  SentenceRole,
  SentencesAnswer,
} from '../../../pipeline/order/sentences/sentencesAnswer.ts';

/** The index of the group that the link asks for, the answer's first where it names none that is there. */
export function shownGroup({ groups, first }: SentencesAnswer, asked: string | null): number {
  const index = groups.findIndex(({ id }) => id === asked);
  return index >= 0
    ? index
    : Math.max(
        0,
        groups.findIndex(({ id }) => id === first),
      );
}

/** How vectors are compared; centred only where there are enough sentences to do so. */
export type SentenceLook = 'none' | 'shown';

/** A model's numbers in the look asked for, else as they are. */
export function numbersOf({ numbers }: ModelSentences, look: SentenceLook): ModelNumbers {
  return (look === 'shown' ? numbers.shown : null) ?? numbers.none;
}

/** What the link asks for, where every model has it. */
export function lookOf(answer: SentencesAnswer, centre: 'none' | 'shown' | null): SentenceLook {
  return centre === 'shown' && answer.models.every(({ numbers }) => numbers.shown !== null)
    ? 'shown'
    : 'none';
}

/** The shapes that a sentence's dot has on the map, beside its words. */
export const MARKS: Readonly<Record<SentenceRole, string>> = { same: '▲', near: '◎', other: '●', own: '●' };

/** A pair of sentences of a group, by their places in it. */
export type SentencePair = readonly [number, number];

/** What a pair is: by the role of the stranger of the two. */
export function pairKind({ roles }: SentenceGroup, [a, b]: SentencePair): SentenceRole {
  const both = [roles[a], roles[b]];
  return (['other', 'near', 'own'] as const).find((role) => both.includes(role)) ?? 'same';
}

/** How many standard deviations a cosine lies above the mean of unrelated pairs; null: they do not vary. */
export function zOf({ spread }: ModelNumbers, cosine: number): number | null {
  return spread && spread.sd > 0 ? (cosine - spread.mean) / spread.sd : null;
}

/** The share of unrelated pairs with a lower cosine, in whole percent. */
export function rankOf({ spread }: ModelNumbers, cosine: number): number | null {
  if (!spread) return null;
  const above = spread.percentiles.findIndex((value) => value >= cosine);
  return above < 0 ? 100 : Math.max(0, above - (spread.percentiles[above] > cosine ? 1 : 0));
}

/** Short names for narrow columns. */
export const SHORT_NAMES: Readonly<Record<ModelId, string>> = {
  'glove-zh-cedict': 'GloVe-zh',
  'glove-6b-50d': 'GloVe',
  'bge-small-zh-v1.5': 'BGE',
  'all-minilm-l6-v2': 'MiniLM',
  'multilingual-e5-small': 'E5',
  'smollm2-135m': 'SmolLM2',
};
