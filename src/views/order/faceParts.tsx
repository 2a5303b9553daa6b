import type { ReactNode } from 'react';
import type { OrderFace } from '../../contract/deepLink.ts';
import type { OrderAnswer } from '../../pipeline/order/orderResult.ts';
import { PermutationsForm } from './permutations/PermutationsForm.tsx';
import { PermutationsPanel } from './permutations/PermutationsPanel.tsx';
import { PermutationsStage } from './permutations/PermutationsStage.tsx';
import { PositionForm } from './position/PositionForm.tsx';
import { PositionPanel } from './position/PositionPanel.tsx';
import { PositionStage } from './position/PositionStage.tsx';
import { SentencesForm } from './sentences/SentencesForm.tsx';
import { SentencesPanel } from './sentences/SentencesPanel.tsx';
import { SentencesStage } from './sentences/SentencesStage.tsx';

/** What a face asks the person. */
export function FaceForm({ face }: { readonly face: OrderFace }): ReactNode {
  switch (face) {
    case 'order':
      return <PermutationsForm />;
    case 'position':
      return <PositionForm />;
    case 'sentences':
      return <SentencesForm />;
  }
}

/** The picture of a face. */
export function FaceStage({ answer }: { readonly answer: OrderAnswer }): ReactNode {
  switch (answer.face) {
    case 'order':
      return <PermutationsStage answer={answer} />;
    case 'position':
      return <PositionStage answer={answer} />;
    case 'sentences':
      return <SentencesStage answer={answer} />;
  }
}

/** What a face has found, in words and numbers. */
export function FacePanel({ answer }: { readonly answer: OrderAnswer }): ReactNode {
  switch (answer.face) {
    case 'order':
      return <PermutationsPanel answer={answer} />;
    case 'position':
      return <PositionPanel answer={answer} />;
    case 'sentences':
      return <SentencesPanel answer={answer} />;
  }
}
