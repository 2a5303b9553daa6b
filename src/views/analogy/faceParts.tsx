import type { ReactNode } from 'react';
import type { Face } from '../../contract/deepLink.ts';
import type { WordsResult } from '../../pipeline/words/wordsResult.ts';
import { AxesAnswer } from './axes/AxesAnswer.tsx';
import { AxesForm } from './axes/AxesForm.tsx';
import { NeighboursAnswer } from './neighbours/NeighboursAnswer.tsx';
import { NeighboursForm } from './neighbours/NeighboursForm.tsx';
import { QuestionAnswer } from './question/QuestionAnswer.tsx';
import { QuestionForm } from './question/QuestionForm.tsx';
import { StagesAnswer } from './random/StagesAnswer.tsx';
import { StagesForm } from './random/StagesForm.tsx';
import { RelationsAnswer } from './relations/RelationsAnswer.tsx';
import { RelationsForm } from './relations/RelationsForm.tsx';

/** What a face asks the person. */
export function FaceForm({ face }: { readonly face: Face }): ReactNode {
  switch (face) {
    case 'question':
      return <QuestionForm />;
    case 'relations':
      return <RelationsForm />;
    case 'axes':
      return <AxesForm />;
    case 'neighbours':
      return <NeighboursForm />;
    case 'random':
      return <StagesForm />;
    default:
      return null;
  }
}

/** What a face has found, in words and numbers. */
export function FaceAnswer({ answer, space }: WordsResult): ReactNode {
  switch (answer.face) {
    case 'question':
      return <QuestionAnswer answer={answer} space={space} />;
    case 'axes':
      return <AxesAnswer answer={answer} space={space} />;
    case 'relations':
      return <RelationsAnswer answer={answer} space={space} />;
    case 'neighbours':
      return <NeighboursAnswer answer={answer} space={space} />;
    case 'random':
      return <StagesAnswer answer={answer} />;
    default:
      return null;
  }
}
