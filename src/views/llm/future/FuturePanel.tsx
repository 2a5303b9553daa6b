import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bundledModel } from '../../../models/registry.ts';
import type { FutureAnswer } from '../../../pipeline/llm/future/futureAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { AgreementChart } from './AgreementChart.tsx';
import { AgreementTable, LayerTables } from './AgreementTables.tsx';
import { FutureInspector } from './FutureInspector.tsx';
import { shareText } from './shareText.ts';

/** The beginning looked at, the two claims as numbers in words, and how they go through the layers. */
export function FuturePanel({ answer }: { readonly answer: FutureAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const lang = useLink(({ link }) => link.lang);
  const { language, sentence, layer, k, guessed, bundled, other } = answer;
  const here = language.layers[layer];
  const beside = sentence.layers[sentence.layers.length - 1];
  const most = language.layers.reduce((best, one) => (one.next.value > best.next.value ? one : best));
  const shares = ({ next, says }: typeof here) => ({
    next: shareText(next.value),
    says: shareText(says.value),
  });
  return (
    <>
      <FutureInspector answer={answer} />
      <section className="answer-part" data-testid="future-numbers">
        <h2>{t('future.numbers.title')}</h2>
        <p>{t('future.numbers.first', { k, layer, ...shares(here) })}</p>
        <p>
          {t('future.numbers.second', {
            model: bundledModel(other.model)?.names[lang] ?? other.model,
            ...shares(beside),
          })}
        </p>
        <p>
          {t('future.numbers.third', {
            next: shareText(here.next.chance),
            says: shareText(here.says.chance),
          })}
        </p>
        <p>
          {t('future.numbers.baseline', {
            next: shareText(language.layers[0].next.value),
            most: shareText(most.next.value),
            layer: most.layer,
          })}
        </p>
        <AgreementTable answer={answer} />
      </section>
      <section className="answer-part">
        <h2>{t('future.chart.title')}</h2>
        <AgreementChart answer={answer} />
        <LayerTables answer={answer} />
        <Fold icon={CircleHelp} title={t('future.how.title')}>
          <p>{t('future.how.measured', { k, count: bundled })}</p>
          <p>{t('future.how.chosen', { guessed, count: bundled })}</p>
        </Fold>
      </section>
    </>
  );
}
