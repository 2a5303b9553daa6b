import {
  BookOpenText,
  Boxes,
  Cpu,
  FileText,
  Languages,
  Laptop,
  Layers3,
  type LucideIcon,
  MessageSquareText,
  PencilLine,
  ScanSearch,
  ShoppingBasket,
  Smartphone,
  Split,
  Type,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type GuideAnswers, type GuideQuestion, optionsOf } from '../../contract/guideAnswers.ts';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  words: Type,
  sentences: MessageSquareText,
  documents: FileText,
  items: ShoppingBasket,
  similarity: Layers3,
  retrieval: ScanSearch,
  clustering: Boxes,
  senses: Split,
  generation: PencilLine,
  zh: BookOpenText,
  en: BookOpenText,
  both: Languages,
  laptop: Laptop,
  gpu: Cpu,
  phone: Smartphone,
};

interface QuestionPageProps {
  readonly question: GuideQuestion;
  readonly answers: GuideAnswers;
  readonly onAnswer: (answer: string) => void;
}

/** One question of the guide, with a big button an answer. */
export function QuestionPage({ question, answers, onAnswer }: QuestionPageProps) {
  const { t } = useTranslation('guide');
  return (
    <section aria-labelledby="guide-question" data-testid="guide-question" data-question={question}>
      <h2 id="guide-question" className="guide-question">
        {t(`questions.${question}`)}
      </h2>
      <ul className="guide-options">
        {optionsOf(question, answers).map((option) => {
          const Icon = ICONS[option];
          return (
            <li key={option}>
              <button type="button" data-answer={option} onClick={() => onAnswer(option)}>
                {Icon && <Icon aria-hidden size={26} strokeWidth={1.6} />}
                <strong>{t(`options.${option as OptionWord}.title`)}</strong>
                <span>{t(`options.${option as OptionWord}.text`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** An answer that the dictionaries have words for. */
export type OptionWord = NonNullable<GuideAnswers[GuideQuestion]>;
