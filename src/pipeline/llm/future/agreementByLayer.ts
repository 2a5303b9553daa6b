import {
  type Agreement,
  agreementSteps,
  neighbourSharesSteps,
} from '../../../evaluation/neighbourAgreement.ts';
import type { Progress, Steps } from '../../../vectors/steps.ts';
import type { FutureLabel } from './futureAnswer.ts';

/** A model's vectors at its layers, and the labels whose agreement is asked for. */
export interface AgreementQuestion {
  /** One a layer: n × dim. */
  readonly layers: readonly Float32Array<ArrayBuffer>[];
  readonly dim: number;
  readonly labels: Readonly<Record<FutureLabel, readonly string[]>>;
  readonly k: number;
  readonly seed: number;
}

/** Of each layer the agreement on each label; equal neighbours for all labels. Yields while it counts. */
export function* agreementByLayer(
  question: AgreementQuestion,
): Steps<Readonly<Record<FutureLabel, Agreement>>[]> {
  const { layers, dim, labels, k, seed } = question;
  const found: Record<FutureLabel, Agreement>[] = [];
  for (const [index, data] of layers.entries()) {
    const part = { which: index, of: layers.length };
    const neighbours = yield* within(part, neighbourSharesSteps(data, dim, k));
    const of = (label: FutureLabel) => within(part, agreementSteps(neighbours, labels[label], { seed }));
    found.push({ says: yield* of('says'), next: yield* of('next'), predicted: yield* of('predicted') });
  }
  return found;
}

/** Steps that count as one of several like parts: how many parts are done is all that is told. */
function* within<T>({ which, of }: { which: number; of: number }, steps: Steps<T>): Steps<T> {
  const told: Progress = { done: which, total: of };
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield told;
  }
}
