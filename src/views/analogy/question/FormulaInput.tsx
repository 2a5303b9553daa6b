import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asAnalogy } from '../../../text/arithmetic/analogyTerms.ts';
import { parseArithmetic } from '../../../text/arithmetic/parseArithmetic.ts';

interface FormulaInputProps {
  /** What the link asks for, as a formula. */
  readonly formula: string;
  readonly onAnalogy: (words: { a: string; b: string; c: string }) => void;
  readonly onFormula: (text: string) => void;
}

/** The vector arithmetic box: what is wrong with a formula is said below it, with its place marked. */
export function FormulaInput({ formula, onAnalogy, onFormula }: FormulaInputProps) {
  const { t } = useTranslation('analogy');
  const { t: app } = useTranslation();
  const id = useId();
  const [text, setText] = useState(formula);
  const typing = useRef(false);
  // what is being typed stays as it is typed; a change from elsewhere shows at once
  useEffect(() => {
    if (!typing.current) setText(formula);
  }, [formula]);
  const parsed = parseArithmetic(text);
  const error = parsed.ok ? null : parsed.error;
  return (
    <div className="field formula">
      <label htmlFor={id}>{t('question.formula')}</label>
      <input
        id={id}
        type="text"
        data-testid="formula"
        value={text}
        maxLength={2100}
        spellCheck={false}
        autoCapitalize="off"
        aria-invalid={error !== null}
        aria-describedby={`${id}-said`}
        onFocus={() => {
          typing.current = true;
        }}
        onBlur={() => {
          typing.current = false;
          setText(formula);
        }}
        onChange={({ target }) => {
          setText(target.value);
          const read = parseArithmetic(target.value);
          const analogy = read.ok ? asAnalogy(read.terms) : null;
          if (analogy) onAnalogy(analogy);
          else if (target.value.trim() !== '') onFormula(target.value);
        }}
      />
      <div id={`${id}-said`} className="formula-said">
        {error ? (
          <>
            <p aria-hidden className="formula-place">
              {text.slice(Math.max(0, error.start - 24), error.start)}
              <mark>{text.slice(error.start, error.end) || '␣'}</mark>
              {text.slice(error.end, error.end + 24)}
            </p>
            <p className="formula-error">
              {t('question.place', { place: error.start + 1 })}{' '}
              {app(`message.formula.${error.code}`, { text: error.text })}
            </p>
          </>
        ) : (
          <p className="hint">{t('question.formulaHint')}</p>
        )}
      </div>
    </div>
  );
}
