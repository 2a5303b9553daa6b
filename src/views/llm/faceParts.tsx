import type { ReactNode } from 'react';
import type { LlmFace } from '../../contract/deepLink.ts';
import type { LlmAnswer } from '../../pipeline/llm/llmResult.ts';
import { FutureForm } from './future/FutureForm.tsx';
import { FuturePanel } from './future/FuturePanel.tsx';
import { FutureStage } from './future/FutureStage.tsx';
import { InsideForm } from './inside/InsideForm.tsx';
import { InsidePanel } from './inside/InsidePanel.tsx';
import { InsideStage } from './inside/InsideStage.tsx';
import { NextForm } from './next/NextForm.tsx';
import { NextPanel } from './next/NextPanel.tsx';
import { NextStage } from './next/NextStage.tsx';

/** What a face asks the person. */
export function FaceForm({ face }: { readonly face: LlmFace }): ReactNode {
  switch (face) {
    case 'next':
      return <NextForm />;
    case 'inside':
      return <InsideForm />;
    case 'future':
      return <FutureForm />;
  }
}

/** The picture of a face. */
export function FaceStage({ answer }: { readonly answer: LlmAnswer }): ReactNode {
  switch (answer.face) {
    case 'next':
      return <NextStage answer={answer} />;
    case 'inside':
      return <InsideStage answer={answer} />;
    case 'future':
      return <FutureStage answer={answer} />;
  }
}

/** What a face has found, in words and numbers. */
export function FacePanel({ answer }: { readonly answer: LlmAnswer }): ReactNode {
  switch (answer.face) {
    case 'next':
      return <NextPanel answer={answer} />;
    case 'inside':
      return <InsidePanel answer={answer} />;
    case 'future':
      return <FuturePanel answer={answer} />;
  }
}
