import { ArrowRight, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Choice, NextAnswer } from '../../../pipeline/llm/next/nextAnswer.ts';
import { stepBack } from '../../../pipeline/llm/next/stepOn.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { percent } from './percent.ts';
import { askedText, tokenText } from './tokenText.ts';
import { goToText, typedText } from './writeText.ts';

function step(onward: string): void {
  goToText(onward);
  useLlm.getState().tick('step');
}

/** The likeliest next tokens as bars; a click steps on with one. */
export function NextList({ answer }: { readonly answer: NextAnswer }) {
  const { t } = useTranslation('llm');
  const { tokens, at, next, text, best } = answer;
  // what has been typed since is not thrown away by a step from before
  const typed = useLink(typedText);
  const current = typed === text;
  const [likeliest] = next;
  const part = next.find(({ stuck }) => stuck === 'bytes');
  const back = stepBack(text, tokens);
  const rest = 1 - next.reduce((sum, { score }) => sum + score, 0);
  return (
    <section className="next-part" aria-labelledby="next-list">
      <h2 id="next-list">{t('next.list.title', { token: askedText(answer) })}</h2>
      <div className="next-steps">
        <button
          type="button"
          className="button primary"
          data-testid="step-best"
          disabled={!current || best === null}
          onClick={() => best?.onward && step(best.onward)}
        >
          <span>
            {best && best.id !== likeliest.id
              ? t('next.list.bestWritten', { text: tokenText(best.text), share: percent(best.score) })
              : t('next.list.best')}
          </span>
          <ArrowRight aria-hidden size={14} />
        </button>
        <button
          type="button"
          className="button"
          data-testid="step-back"
          disabled={!current || back === null}
          onClick={() => back !== null && goToText(back)}
        >
          <Undo2 aria-hidden size={14} /> {t('next.list.back')}
        </button>
      </div>
      {likeliest.stuck === 'inside' && <p className="hint">{t('next.list.inside')}</p>}
      {part && <p className="hint">{t('next.list.bytes', { example: tokenText(part.text) })}</p>}
      {likeliest.stuck === 'bytes' && !best && <p className="hint">{t('next.list.unwritable')}</p>}
      {!current && typed.trim() !== '' && <p className="hint">{t('next.list.reading')}</p>}
      {at < tokens.length - 1 && <p className="hint">{t('next.list.replaces')}</p>}
      <ol className="neighbours" data-testid="next-tokens">
        {next.map((choice, rank) => (
          <li key={choice.id} data-text={choice.text} data-id={choice.id} data-score={choice.score}>
            <Bar choice={choice} rank={rank + 1} current={current} />
          </li>
        ))}
      </ol>
      <p className="hint">{t('next.list.rest', { share: percent(Math.max(0, rest)) })}</p>
    </section>
  );
}

interface BarProps {
  readonly choice: Choice;
  readonly rank: number;
  readonly current: boolean;
}

function Bar({ choice: { text, score, onward, stuck }, rank, current }: BarProps) {
  const { t } = useTranslation('llm');
  const share = percent(score);
  const inside = (
    <>
      <span aria-hidden className="neighbour-bar" style={{ inlineSize: `${score * 100}%` }} />
      <span className="rank">{rank}</span>
      <span className="neighbour-text token-text">
        {tokenText(text)}
        {stuck === 'end' && <em> {t('next.list.end')}</em>}
      </span>
      <span className="score">{share}</span>
    </>
  );
  if (onward === null) return <div className="neighbour stuck">{inside}</div>;
  return (
    <button
      type="button"
      className="neighbour"
      disabled={!current}
      title={t('next.list.step', { text: tokenText(text), share })}
      onClick={() => step(onward)}
    >
      {inside}
    </button>
  );
}
