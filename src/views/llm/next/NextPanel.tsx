import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { megabytes } from '../../../language/numbers.ts';
import type { NextAnswer } from '../../../pipeline/llm/next/nextAnswer.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { LensTable } from './LensTable.tsx';
import { percent } from './percent.ts';
import { askedText, tokenText } from './tokenText.ts';

/** The answer in words, every layer's, and what it took. */
export function NextPanel({ answer }: { readonly answer: NextAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const report = useLlm(({ frame }) => frame?.report ?? null);
  const { lens, tokens, at, temperature, next, ms, memory } = answer;
  const token = askedText(answer);
  const last = lens[lens.length - 1];
  const best = last.top[0];
  const least = lens.reduce((widest, layer) => (layer.entropy > widest.entropy ? layer : widest));
  const [echo] = lens[0].top;
  return (
    <>
      <section className="answer-part" data-testid="next-facts">
        <p className="big-answer token-text">
          {tokenText(best.text)} <small>{percent(best.score)}</small>
        </p>
        <p>
          {t('next.facts.answer', {
            token,
            text: tokenText(best.text),
            share: percent(best.score),
          })}{' '}
          <Appears answer={answer} />
        </p>
        <p>
          {t(least === last ? 'next.facts.entropyLast' : 'next.facts.entropy', {
            layer: least.layer,
            most: least.entropy.toFixed(1),
            to: last.entropy.toFixed(1),
            many: many(last.entropy),
          })}
        </p>
        {echo.id === tokens[at].id && (
          <p>{t('next.facts.echo', { token: tokenText(echo.text), share: percent(echo.score) })}</p>
        )}
        {temperature !== 1 && (
          <p>{t('next.facts.tempered', { temperature, share: percent(next[0].score) })}</p>
        )}
      </section>
      <LensTable answer={answer} />
      <section className="answer-part">
        <h2>{t('next.facts.title')}</h2>
        <dl className="facts next-facts">
          <div>
            <dt>{t('next.facts.device')}</dt>
            <dd>{t(`next.facts.deviceNames.${report?.device ?? 'none'}`)}</dd>
          </div>
          <div>
            <dt>{t('next.facts.time')}</dt>
            <dd>{t('next.facts.milliseconds', { ms: Math.round(ms) })}</dd>
          </div>
          <div>
            <dt>{t('next.facts.memory')}</dt>
            <dd data-testid="model-memory" data-bytes={memory}>
              {megabytes(memory)}
            </dd>
          </div>
        </dl>
        <p className="hint">{t('next.facts.memoryFreed')}</p>
      </section>
    </>
  );
}

function Appears({ answer: { lens, appears } }: { readonly answer: NextAnswer }) {
  const { t } = useTranslation('llm');
  const { layer: last } = lens[lens.length - 1];
  const { first, stays } = appears;
  if (first === last) return t('next.facts.onlyLast', { last });
  if (stays === last) return t('next.facts.lostLast', { first, last });
  if (first === stays) return t('next.facts.atOnce', { layer: first, last });
  return t('next.facts.lost', { first, stays, last });
}

/** How many equally likely tokens have that entropy. */
function many(bits: number): string {
  const count = 2 ** bits;
  return count < 10 ? count.toFixed(1) : Math.round(count).toLocaleString('en');
}
