/** The guide's questions, in order, with what can be answered. */
export const GUIDE_QUESTIONS = {
  have: ['words', 'sentences', 'documents', 'items'],
  need: ['similarity', 'retrieval', 'clustering', 'senses', 'generation'],
  language: ['zh', 'en', 'both'],
  device: ['laptop', 'gpu', 'phone'],
} as const;
export type GuideQuestion = keyof typeof GUIDE_QUESTIONS;
export type GuideOption<Q extends GuideQuestion> = (typeof GUIDE_QUESTIONS)[Q][number];
/** What has been answered so far. */
export type GuideAnswers = { readonly [Q in GuideQuestion]?: GuideOption<Q> };

const ORDER = Object.keys(GUIDE_QUESTIONS) as GuideQuestion[];

/** What can be answered to a question after these answers: things that are bought have no meanings to tell apart. */
export function optionsOf(question: GuideQuestion, { have }: GuideAnswers): readonly string[] {
  const options: readonly string[] = GUIDE_QUESTIONS[question];
  return question === 'need' && have === 'items' ? options.filter((option) => option !== 'senses') : options;
}

/** The question that comes next; null: there is an answer. No embedding model generates, so that ends it at once. */
export function nextQuestion(answers: GuideAnswers): GuideQuestion | null {
  if (answers.need === 'generation') return null;
  return ORDER.find((question) => answers[question] === undefined) ?? null;
}

/** Reads the link's answers, joined by `~`, as far as they make sense; `refused` is the first that does not, which a
 * link may not hold. */
export function answersOf(text: string | null): {
  readonly answers: GuideAnswers;
  readonly refused: string | null;
} {
  let answers: GuideAnswers = {};
  for (const given of text === null ? [] : text.split('~')) {
    const question = nextQuestion(answers);
    if (!question || !optionsOf(question, answers).includes(given)) return { answers, refused: given };
    answers = { ...answers, [question]: given };
  }
  return { answers, refused: null };
}

/** The answers as the link says them; null for none. */
export function answersText(answers: GuideAnswers): string | null {
  return (
    ORDER.map((question) => answers[question])
      .filter((answer) => answer !== undefined)
      .join('~') || null
  );
}

/** The answers before a question: what stands when the person goes back to it. */
export function answersBefore(question: GuideQuestion, answers: GuideAnswers): GuideAnswers {
  const kept = ORDER.slice(0, ORDER.indexOf(question));
  return Object.fromEntries(kept.flatMap((key) => (answers[key] ? [[key, answers[key]]] : [])));
}
