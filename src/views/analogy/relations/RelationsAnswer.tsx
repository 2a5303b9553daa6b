import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { RelationsAnswer as Answered } from '../../../pipeline/words/relations/showRelations.ts';
import type { SpaceInfo } from '../../../pipeline/words/wordsResult.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { ParallelBar, ShareBar } from './bars.tsx';
import { METHODS, percentOf } from './methods.ts';
import { RelationsTable } from './RelationsTable.tsx';
import './relations.css';

interface RelationsAnswerProps {
  readonly answer: Answered;
  readonly space: SpaceInfo;
}

/** How parallel the arrows of a relation are, how often they find the answer, and the like of all relations. */
export function RelationsAnswer({ answer, space }: RelationsAnswerProps) {
  const { t } = useTranslation('analogy');
  const language = useLink(({ link }) => link.lang);
  const { relation, relations, parallel, arrows } = answer;
  const row = relations.find(({ id }) => id === relation);
  const odd = arrows.filter((arrow) => arrow.odd).length;
  const measured = row?.measured ?? null;
  return (
    <>
      <h2>{row?.names[language]}</h2>
      <section className="answer-part">
        <h3>{t('relations.parallel')}</h3>
        {parallel ? (
          <>
            <p className="big-answer" data-testid="parallelism">
              {twoDecimals(parallel.mean)}{' '}
              <small>
                {t('relations.shuffled')} {twoDecimals(parallel.shuffled)}
              </small>
            </p>
            <ParallelBar {...parallel} />
            <p>
              {t('relations.parallelSays', {
                mean: twoDecimals(parallel.mean),
                shuffled: twoDecimals(parallel.shuffled),
              })}
            </p>
            <p className="hint">{t('relations.baseline')}</p>
            <p className="hint">
              {t(odd > 0 ? 'relations.oddSays' : 'relations.noneOdd', {
                count: odd,
                arrows: arrows.length,
                limit: twoDecimals(parallel.ownShuffled),
              })}
            </p>
            <p className="hint">{t('relations.kept', { kept: Math.round(parallel.kept * 100) })}</p>
          </>
        ) : (
          <p>{t('relations.tooFew')}</p>
        )}
      </section>
      <section className="answer-part">
        <h3>{t('relations.accuracy')}</h3>
        <table className="facts-table relation-methods">
          <caption className="visually-hidden">{t('relations.accuracy')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('relations.method')}</th>
              <th scope="col">{t('relations.right')}</th>
            </tr>
          </thead>
          <tbody>
            {METHODS.map((method) => (
              <tr key={method}>
                <th scope="row">{t(`relations.methods.${method}`)}</th>
                <td data-testid={`relation-${method}`}>
                  {measured ? (
                    <ShareBar share={measured.right[method] / Math.max(1, measured.questions)}>
                      {measured.right[method]}/{measured.questions} ·{' '}
                      {t('relations.percent', { percent: percentOf(measured, method) })}
                    </ShareBar>
                  ) : (
                    t('relations.waiting')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="hint">{t('relations.accuracyHint')}</p>
        {space.kind === 'list' && <p className="hint">{t('relations.onlyList', { count: space.size })}</p>}
      </section>
      <RelationsTable relations={relations} chosen={relation} />
    </>
  );
}
