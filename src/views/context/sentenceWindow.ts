/** Longer sentences are shown round the word only; the model reads some 500 tokens of them. */
const LONGEST = 400;
const SIDE = 160;

/** A sentence in three parts, those beside the word cut where it is long. */
export function sentenceWindow({ sentence, start, end }: { sentence: string; start: number; end: number }): {
  readonly before: string;
  readonly word: string;
  readonly after: string;
} {
  const [before, word, after] = [sentence.slice(0, start), sentence.slice(start, end), sentence.slice(end)];
  if (sentence.length <= LONGEST) return { before, word, after };
  const left = Array.from(before);
  const right = Array.from(after);
  return {
    before: left.length > SIDE ? `…${left.slice(-SIDE).join('')}` : before,
    word,
    after: right.length > SIDE ? `${right.slice(0, SIDE).join('')}…` : after,
  };
}
