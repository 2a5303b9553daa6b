import { buildWords } from '../pipeline/words/buildWords.ts';
import { UnknownWords } from '../pipeline/words/unknownWords.ts';
import { type WordsRequest, wordsRequestOf } from '../pipeline/words/wordsRequest.ts';
import type { WordsResult } from '../pipeline/words/wordsResult.ts';
import { drive } from './viewDriver.ts';
import { useWords } from './wordsStore.ts';

/** Follows the link as long as its view is that of analogies. */
export function startWords(): void {
  drive<WordsRequest, WordsResult, WordsResult>({
    view: 'analogy',
    requestOf: ({ link }) => wordsRequestOf(link),
    typedOf: ({ asked }) => ({ kind: asked.face, typed: asked }),
    lookOf: ({ show, theme, ranking }) => [show, theme, ranking],
    build(request, hooks) {
      useWords.setState({ unknown: [] });
      return buildWords(request, hooks);
    },
    job: () => useWords.getState().job,
    take: (job) => useWords.setState({ job }),
    show: (frame) => useWords.setState({ frame }),
    finish: (result) => useWords.setState({ frame: result, result, hovered: null, picked: null }),
    fail: (error) =>
      useWords.setState(({ result }) => ({
        frame: result,
        unknown: error instanceof UnknownWords ? error.words : [],
      })),
  });
}
