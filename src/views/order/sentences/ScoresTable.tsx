import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { ModelNumbers, SentencesAnswer } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import { numbersOf, type SentenceLook, SHORT_NAMES, zOf } from './shownGroup.ts';

interface ScoresTableProps {
  readonly answer: SentencesAnswer;
  readonly look: SentenceLook;
}

const MEASURES = ['accuracy', 'auc', 'paraphrase', 'near', 'other'] as const;

/** Every measure over all groups of the data, a column a model, with intervals. */
export function ScoresTable({ answer, look }: ScoresTableProps) {
  const { t } = useTranslation('order');
  const columns = answer.models.map((said) => ({ model: said.model, numbers: numbersOf(said, look) }));
  const title = t('sentences.panel.scores', { groups: answer.groups.length });
  const counts = (columns.find(({ model }) => model === answer.focus) ?? columns[0])?.numbers.scores?.counts;
  const zOfMean = (numbers: ModelNumbers, kind: 'paraphrase' | 'near') => {
    const mean = numbers.scores?.[kind];
    return mean ? zOf(numbers, mean.value) : null;
  };
  return (
    <section className="answer-part">
      <h2>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="sentence-scores" tabIndex={0} aria-label={title}>
        <table className="facts-table" data-testid="sentence-scores">
          <thead>
            <tr>
              <th scope="col">{t('sentences.panel.measure')}</th>
              {columns.map(({ model }) => (
                <th key={model} scope="col">
                  {SHORT_NAMES[model]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MEASURES.map((measure) => (
              <tr key={measure}>
                <th scope="row">{t(`sentences.panel.${measure}`)}</th>
                {columns.map(({ model, numbers: { scores } }) => {
                  const found = scores?.[measure];
                  return (
                    <td key={model} data-model={model} data-measure={measure} data-value={found?.value}>
                      {found ? twoDecimals(found.value) : '–'}
                      {found && (
                        <small>
                          {twoDecimals(found.low)}–{twoDecimals(found.high)}
                        </small>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
            {(['paraphrase', 'near'] as const).map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(kind === 'near' ? 'sentences.panel.zNear' : 'sentences.panel.zSame')}</th>
                {columns.map(({ model, numbers }) => {
                  const z = zOfMean(numbers, kind);
                  return <td key={model}>{z === null ? '–' : twoDecimals(z)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {counts && (
        <p className="hint">
          {t('sentences.panel.interval', {
            sentences: counts.sentences,
            same: counts.paraphrasePairs,
            near: counts.nearPairs,
          })}
        </p>
      )}
    </section>
  );
}
