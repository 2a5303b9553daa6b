import { useTranslation } from 'react-i18next';
import type { GuideAnswers } from '../../contract/guideAnswers.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useScorecard } from '../../stores/scorecardStore.ts';
import { AdviceCard } from './AdviceCard.tsx';
import { adviceFor, wishesOf } from './advice.ts';
import { LanguageModelNote } from './LanguageModelNote.tsx';
import { OneSpaceCard } from './OneSpaceCard.tsx';
import { TwoStageCard } from './TwoStageCard.tsx';

/** What fits the answers: a model a language, with its measured row; for generation, what does that instead. */
export function AnswerPage({ answers }: { readonly answers: GuideAnswers }) {
  const { t } = useTranslation('guide');
  const { t: app } = useTranslation();
  const lang = useLink(({ link }) => link.lang);
  const rows = useScorecard(({ card }) => card.rows);
  if (answers.need === 'generation') {
    return (
      <article className="advice" data-testid="advice" data-by="none">
        <h2>{t('generation.title')}</h2>
        <p>{t('generation.text')}</p>
        <p>{t('generation.instead', { view: app('llm.title') })}</p>
      </article>
    );
  }
  const wishes = wishesOf(answers);
  const [wish] = wishes;
  const advices = wishes.flatMap((wish) => {
    const advice = adviceFor(wish, rows);
    return advice ? [{ wish, advice }] : [];
  });
  const stages = answers.need === 'retrieval';
  return (
    <div className="answers">
      {answers.have === 'items' && <p className="advice-note">{t('notes.items')}</p>}
      {answers.have === 'documents' && <p className="advice-note">{t('notes.documents')}</p>}
      {answers.need === 'clustering' && answers.have !== 'words' && (
        <p className="advice-note">{t('notes.clusters')}</p>
      )}
      {wishes.length > 1 && wish && (
        <>
          <OneSpaceCard {...{ wish, rows, lang }} />
          <h2 className="advice-apart">{t('oneSpace.apart')}</h2>
        </>
      )}
      <div className="advice-list">
        {advices.map(({ wish, advice }) => {
          const bm25 = rows.find(({ kind, language }) => kind === 'bm25' && language === wish.language);
          return <AdviceCard key={wish.language} bm25={bm25 ?? null} {...{ wish, advice, lang }} />;
        })}
      </div>
      {advices.map(({ wish, advice }) => (
        <LanguageModelNote key={wish.language} {...{ advice, rows, lang }} />
      ))}
      {stages &&
        wishes
          .slice(0, 1)
          .map(({ language }) => (
            <TwoStageCard key={language} rows={rows.filter((row) => row.language === language)} lang={lang} />
          ))}
    </div>
  );
}
