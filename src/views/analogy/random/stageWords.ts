import { useTranslation } from 'react-i18next';
import type { StageNumbers } from '../../../pipeline/words/random/wordStages.ts';

/** Says what a stage is called. */
export function useStageNames(): (stage: Pick<StageNumbers, 'kind' | 'step'>) => string {
  const { t } = useTranslation('analogy');
  return ({ kind, step }) => t(`random.names.${kind}`, { step });
}

/** A share as it is told: 77 %; of less than a tenth with one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.0995 ? 1 : 0)} %`;
}

/** A loss as it is told: two significant digits, no exponent. */
export function lossText(loss: number): string {
  return loss === 0 ? '0' : loss.toFixed(Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(loss)))));
}
