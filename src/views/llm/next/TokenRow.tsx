import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextAnswer, ReadToken } from '../../../pipeline/llm/next/nextAnswer.ts';
import { type WholeCharacters, wholeCharacters } from '../../../pipeline/llm/next/wholeCharacters.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { bytesText, tokenText } from './tokenText.ts';

/** The tokens of the text; a click asks what comes after one of them. */
export function TokenRow({ answer }: { readonly answer: NextAnswer }) {
  const { t } = useTranslation('llm');
  const { text, tokens, at, truncated, clipped, chinese } = answer;
  const lit = useLlm(({ hovered }) => hovered);
  const { hover } = useLlm.getState();
  const row = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer has other chips
  useLayoutEffect(() => {
    const chip = row.current?.querySelector('[aria-pressed="true"]');
    if (row.current && chip) showWithin(row.current, chip);
  }, [answer]);
  const runs = wholeCharacters(text, tokens);
  const nameOf = ({ id, text, bytes }: ReadToken, part: number, { text: whole, count }: WholeCharacters) => {
    if (!bytes) return t('next.tokens.special', { id, text });
    const named = { id, bytes: bytesText(bytes) };
    return count === 1
      ? t('next.tokens.one', { ...named, text: tokenText(text) })
      : t('next.tokens.part', { ...named, whole: tokenText(whole), part: part + 1, parts: count });
  };
  const chipOf = (run: WholeCharacters, part: number) => {
    const index = run.from + part;
    const token = tokens[index];
    const name = nameOf(token, part, run);
    return (
      <button
        key={index}
        type="button"
        className="token-chip"
        data-id={token.id}
        data-text={token.text}
        data-lit={lit === index || undefined}
        aria-pressed={index === at}
        aria-label={name}
        title={name}
        onClick={() => useLink.getState().change({ at: index === tokens.length - 1 ? null : index })}
        onPointerEnter={() => hover(index)}
        onFocus={() => hover(index)}
        onBlur={() => hover(null)}
      >
        {run.count > 1 && token.bytes ? bytesText(token.bytes) : tokenText(token.text)}
      </button>
    );
  };
  return (
    <section className="next-part" aria-label={t('next.tokens.title')}>
      <h2>
        {t('next.tokens.title')} <small>{t('next.tokens.count', { count: tokens.length })}</small>
      </h2>
      <ol className="token-row" data-testid="tokens" ref={row} onPointerLeave={() => hover(null)}>
        {runs.map((run) => (
          <li key={run.from} data-cut={run.count > 1 || undefined}>
            {run.count > 1 && (
              <span className="token-whole" aria-hidden>
                {tokenText(run.text)}
              </span>
            )}
            {Array.from({ length: run.count }, (_, part) => chipOf(run, part))}
          </li>
        ))}
      </ol>
      <p className="hint">{t('next.tokens.hint')}</p>
      {truncated && <p className="hint">{t('next.tokens.truncated', { count: tokens.length })}</p>}
      {clipped && <p className="hint">{t('next.tokens.clipped')}</p>}
      {chinese && <p className="hint">{t('next.tokens.chinese')}</p>}
    </section>
  );
}

/** Scrolls only the row: the page stays where the person is typing. */
function showWithin(row: Element, chip: Element): void {
  const frame = row.getBoundingClientRect();
  const place = chip.getBoundingClientRect();
  if (place.bottom > frame.bottom) row.scrollTop += place.bottom - frame.bottom + 4;
  else if (place.top < frame.top) row.scrollTop -= frame.top - place.top + 4;
}
