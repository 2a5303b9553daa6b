import { Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../evaluation/neighbourAgreement.ts';
import type { FutureAnswer, ModelAgreement } from '../../../pipeline/llm/future/futureAnswer.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { intervalText, shareText } from './shareText.ts';

const LABELS = ['next', 'predicted', 'says'] as const;

/** Both models' agreement on each label, at the layer shown and at the sentence model's last, with chance. */
export function AgreementTable({ answer }: { readonly answer: FutureAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const { language, sentence, layer } = answer;
  const here = language.layers[layer];
  const beside = sentence.layers[sentence.layers.length - 1];
  return (
    <table className="facts-table future-facts" data-testid="future-agreement">
      <thead>
        <tr>
          <th scope="col">{t('future.numbers.label')}</th>
          <th scope="col">{t('future.numbers.language', { layer })}</th>
          <th scope="col">{t('future.numbers.sentence')}</th>
          <th scope="col">{t('future.numbers.chance')}</th>
        </tr>
      </thead>
      <tbody>
        {LABELS.map((label) => (
          <tr key={label} data-label={label}>
            <th scope="row">{t(`future.labels.${label}`)}</th>
            <Cell agreement={here[label]} side="language" />
            <Cell agreement={beside[label]} side="sentence" />
            <td>{shareText(here[label].chance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ agreement, side }: { readonly agreement: Agreement; readonly side: string }) {
  return (
    <td data-side={side} data-value={agreement.value}>
      {shareText(agreement.value)} <small className="future-interval">{intervalText(agreement)}</small>
    </td>
  );
}

/** Every layer of both models, for those who read the chart as numbers. */
export function LayerTables({ answer }: { readonly answer: FutureAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  return (
    <Fold icon={Table2} title={t('future.numbers.all')}>
      <LayerTable model={answer.language} caption={t('future.numbers.languageLayers')} />
      <LayerTable model={answer.sentence} caption={t('future.numbers.sentenceLayers')} />
    </Fold>
  );
}

function LayerTable({ model, caption }: { readonly model: ModelAgreement; readonly caption: string }) {
  const { t } = useTranslation('llm');
  const lens = model.layers.some((layer) => layer.lens !== null);
  return (
    <table className="facts-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('future.numbers.layer')}</th>
          <th scope="col">{t('future.labels.next')}</th>
          <th scope="col">{t('future.labels.says')}</th>
          {lens && <th scope="col">{t('future.numbers.lens')}</th>}
        </tr>
      </thead>
      <tbody>
        {model.layers.map((layer) => (
          <tr key={layer.layer}>
            <th scope="row">{layer.layer}</th>
            <td>{shareText(layer.next.value)}</td>
            <td>{shareText(layer.says.value)}</td>
            {layer.lens !== null && <td>{shareText(layer.lens)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
