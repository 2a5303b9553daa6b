import { ArrowLeft, RotateCcw, Signpost } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  answersBefore,
  answersOf,
  answersText,
  GUIDE_QUESTIONS,
  type GuideAnswers,
  type GuideQuestion,
  nextQuestion,
} from '../../contract/guideAnswers.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useModelPath } from '../../stores/modelPath.ts';
import { useScorecard } from '../../stores/scorecardStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { StatusBar } from '../status/StatusBar.tsx';
import { AnswerPage } from './AnswerPage.tsx';
import { ModelPath } from './ModelPath.tsx';
import { QuestionPage } from './QuestionPage.tsx';
import '../scorecard/scorecard.css';
import './guide.css';

const QUESTIONS = Object.keys(GUIDE_QUESTIONS) as GuideQuestion[];

/** A few questions, one a screen, that lead to a model; the link holds the answers. */
export default function GuideView() {
  const { t } = useTranslation('guide');
  const { t: score } = useTranslation('scorecard');
  const given = useLink(({ link }) => link.answers);
  const step = useLink(({ link }) => link.step);
  const { done, total } = useScorecard(({ card }) => card);
  const { answers } = answersOf(given);
  const question = nextQuestion(answers);
  const page = useRef<HTMLElement>(null);
  useEffect(() => useStatus.getState().setDrawn(), []);
  useEffect(() => {
    if (question === null) useModelPath.getState().tick('guide');
    // a new screen is read from its top
    page.current?.scrollTo(0, 0);
  }, [question]);
  const answer = (next: GuideAnswers) => useLink.getState().change({ answers: answersText(next) });
  return (
    <div className="chooser guide" id="controls" data-path={step !== null}>
      <main className="chooser-page" id="map" ref={page}>
        <div className="lead">
          <h1>{t('name')}</h1>
          <p>{t('lead')}</p>
        </div>
        <Trail answers={answers} onAnswer={answer} />
        {question ? (
          <QuestionPage
            question={question}
            answers={answers}
            onAnswer={(option) => answer({ ...answers, [question]: option })}
          />
        ) : (
          <AnswerPage answers={answers} />
        )}
        <div className="guide-foot">
          <button
            type="button"
            className="button"
            aria-pressed={step !== null}
            onClick={() => useModelPath.getState().open(step === null ? 1 : null)}
          >
            <Signpost aria-hidden size={16} /> {score('path.start')}
          </button>
          <p className="hint">
            {score('run.progress', { done, total })}{' '}
            <button
              type="button"
              className="text-button"
              onClick={() => useLink.getState().enter('scorecard')}
            >
              {t('toScorecard')}
            </button>
          </p>
        </div>
      </main>
      <ModelPath />
      <StatusBar job={null} count={0} quality={null} report={null} />
    </div>
  );
}

interface TrailProps {
  readonly answers: GuideAnswers;
  readonly onAnswer: (answers: GuideAnswers) => void;
}

/** What has been answered, each a way back to its question; a step back, and the beginning. */
function Trail({ answers, onAnswer }: TrailProps) {
  const { t } = useTranslation('guide');
  const answered = QUESTIONS.filter((question) => answers[question] !== undefined);
  const last = answered.at(-1);
  if (!last) return <p className="hint">{t('try')}</p>;
  return (
    <nav className="guide-trail" aria-label={t('trail')}>
      <button type="button" className="button" onClick={() => onAnswer(answersBefore(last, answers))}>
        <ArrowLeft aria-hidden size={16} /> {t('back')}
      </button>
      <ol>
        {answered.map((question) => {
          const option = answers[question];
          if (!option) return null;
          const name = t(`options.${option}.title`);
          return (
            <li key={question}>
              <button
                type="button"
                className="chip"
                data-trail={question}
                aria-label={t('change', { name })}
                onClick={() => onAnswer(answersBefore(question, answers))}
              >
                {name}
              </button>
            </li>
          );
        })}
      </ol>
      <button type="button" className="text-button" onClick={() => onAnswer({})}>
        <RotateCcw aria-hidden size={14} /> {t('restart')}
      </button>
    </nav>
  );
}
