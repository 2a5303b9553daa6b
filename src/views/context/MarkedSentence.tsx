import { sentenceWindow } from './sentenceWindow.ts';

interface MarkedSentenceProps {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence with its word marked. */
export function MarkedSentence(props: MarkedSentenceProps) {
  const { before, word, after } = sentenceWindow(props);
  return (
    <>
      {before}
      <mark>{word}</mark>
      {after}
    </>
  );
}
