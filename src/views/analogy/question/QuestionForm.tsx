import { ArrowLeftRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { analogyOf, type LinkState } from '../../../contract/deepLink.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useWords } from '../../../stores/wordsStore.ts';
import { analogyTerms } from '../../../text/arithmetic/analogyTerms.ts';
import { formatArithmetic } from '../../../text/arithmetic/formatArithmetic.ts';
import { UnknownWords } from '../UnknownWords.tsx';
import { WordInput } from '../WordInput.tsx';
import { FormulaInput } from './FormulaInput.tsx';

/** Ready questions, by the language of the words. */
const READY = {
  zh: [
    { a: '法国', b: '巴黎', c: '日本' },
    { a: '苹果', b: '水果', c: '玫瑰' },
    { expr: 'avg(猫, 狗, 马)' },
    { expr: '国王 - 男人' },
  ],
  en: [
    { a: 'france', b: 'paris', c: 'japan' },
    { a: 'big', b: 'bigger', c: 'small' },
    { expr: 'avg(cat, dog, horse)' },
    { expr: '1.5 * paris - france' },
  ],
} as const;

/** a is to b as c is to ?, and the same as a formula: whichever is edited, the other follows. */
export function QuestionForm() {
  const { t } = useTranslation('analogy');
  const { link, type, change } = useLink();
  const { a, b, c, expr, lang } = analogyOf(link);
  const tick = useWords(({ tick }) => tick);
  const ask = (words: Partial<Pick<LinkState, 'a' | 'b' | 'c'>>) => {
    type({ a, b, c, ...words, expr: null });
    tick('ask');
  };
  const replace = (word: string, by: string) => {
    if (expr !== null) type({ expr: expr.replaceAll(word, by) });
    else ask({ a: a === word ? by : a, b: b === word ? by : b, c: c === word ? by : c });
  };
  return (
    <>
      <fieldset className="analogy-words" data-free={expr !== null || undefined}>
        <legend className="visually-hidden">{t('question.legend')}</legend>
        <WordInput
          label={t('question.a')}
          testId="analogy-a"
          value={a}
          onChange={(word) => ask({ a: word })}
        />
        <span aria-hidden className="analogy-sign">
          →
        </span>
        <WordInput
          label={t('question.b')}
          testId="analogy-b"
          value={b}
          onChange={(word) => ask({ b: word })}
        />
        <WordInput
          label={t('question.c')}
          testId="analogy-c"
          value={c}
          onChange={(word) => ask({ c: word })}
        />
        <span aria-hidden className="analogy-sign">
          →
        </span>
        <span className="analogy-blank">?</span>
      </fieldset>
      <button
        type="button"
        className="text-button"
        onClick={() => {
          change({ a: b, b: a, c, expr: null });
          tick('flip');
        }}
      >
        <ArrowLeftRight aria-hidden size={14} /> {t('question.flip')}
      </button>
      <FormulaInput
        formula={expr ?? formatArithmetic(analogyTerms(a, b, c))}
        onAnalogy={(words) => ask(words)}
        onFormula={(text) => {
          type({ expr: text });
          tick('sum');
        }}
      />
      <UnknownWords onReplace={replace} />
      <fieldset className="chips">
        <legend className="visually-hidden">{t('question.examples')}</legend>
        {READY[lang].map((example) => {
          const text = 'expr' in example ? example.expr : `${example.a} → ${example.b}, ${example.c} → ?`;
          return (
            <button
              key={text}
              type="button"
              className="chip"
              onClick={() => change('expr' in example ? example : { ...example, expr: null })}
            >
              {text}
            </button>
          );
        })}
      </fieldset>
    </>
  );
}
