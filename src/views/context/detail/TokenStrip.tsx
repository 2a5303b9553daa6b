import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Token } from '../../../text/token.ts';
import { tokenWindow } from './tokenWindow.ts';
import { useArrowKeys } from './useArrowKeys.ts';
import './detail.css';

interface TokenStripProps {
  /** A sentence's tokens as the model reads them, special ones too. */
  readonly tokens: readonly Token[];
  /** The tokens whose vectors are averaged: [from, to). */
  readonly from: number;
  readonly to: number;
  /** Whether the model reads only a part of the sentence. */
  readonly truncated: boolean;
  /** Smaller, and without the line that tells of one token. */
  readonly compact?: boolean;
}

const UNKNOWN = '[UNK]';

/** What the model reads of a sentence: its tokens with their ids, those of the word bracketed. */
export function TokenStrip({ tokens, from, to, truncated, compact = false }: TokenStripProps) {
  const { t } = useTranslation('context');
  const [opened, setOpened] = useState({ before: false, after: false });
  const [told, setTold] = useState<number | null>(null);

  const shown = tokenWindow(tokens.length, { from, to });
  const first = opened.before ? 0 : shown.from;
  const end = opened.after ? tokens.length : shown.to;
  const { tabIndexOf, rowProps } = useArrowKeys(Math.max(from - first, 0));

  const factOf = (index: number) => {
    const { id, text, start, end } = tokens[index];
    const fact = t('tokens.fact', { text, id, place: index + 1, count: tokens.length });
    if (start < 0) return `${fact} ${t('tokens.special')}`;
    const where =
      end - start > 1
        ? t('tokens.characters', { from: start + 1, to: end })
        : t('tokens.character', { at: start + 1 });
    if (text === UNKNOWN) return `${fact} ${where} ${t('tokens.unknown')}`;
    return `${fact} ${where}${text.startsWith('##') ? ` ${t('tokens.piece')}` : ''}`;
  };
  const chips = (begin: number, stop: number) =>
    tokens.slice(begin, stop).map((token, place) => {
      const index = begin + place;
      const fact = factOf(index);
      return (
        <li key={index}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at a token tells of it, and so does focus */}
          <span
            className={`token${token.start < 0 ? ' special' : ''}${token.text === UNKNOWN ? ' unknown' : ''}`}
            data-stop
            tabIndex={tabIndexOf(index - first)}
            title={fact}
            onPointerEnter={() => setTold(index)}
            onPointerLeave={() => setTold(null)}
            onFocus={() => setTold(index)}
            onBlur={() => setTold(null)}
          >
            <TokenText text={token.text} />
            <small>{token.id}</small>
          </span>
        </li>
      );
    });

  const mean = t(to - from === 1 ? 'tokens.taken' : 'tokens.averaged');
  const hasUnknown = tokens.slice(first, end).some(({ text }) => text === UNKNOWN);
  return (
    <div className={`token-strip${compact ? ' compact' : ''}`}>
      {truncated && <p className="hint">{t('tokens.truncated')}</p>}
      {/* biome-ignore lint/a11y/noRedundantRoles: a list without bullets is none to VoiceOver */}
      <ol role="list" className="token-row" aria-label={t('tokens.title')} {...rowProps}>
        {first > 0 && <More count={first} onOpen={() => setOpened({ ...opened, before: true })} />}
        {chips(first, Math.max(Math.min(from, end), first))}
        {to > from && (
          <li className="averaged">
            {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
            <ol role="list" className="token-row" aria-label={mean}>
              {chips(from, to)}
            </ol>
            <span className="averaged-word" aria-hidden>
              {mean}
            </span>
          </li>
        )}
        {chips(Math.max(to, first), end)}
        {end < tokens.length && (
          <More count={tokens.length - end} onOpen={() => setOpened({ ...opened, after: true })} />
        )}
      </ol>
      {compact
        ? hasUnknown && <p className="hint">{t('tokens.unknownHint')}</p>
        : tokens.length > 0 && (
            <p className="hint told">
              {told !== null && told < tokens.length
                ? factOf(told)
                : t(hasUnknown ? 'tokens.unknownHint' : 'tokens.hint')}
            </p>
          )}
    </div>
  );
}

/** A piece's ## says only that it goes on from the token before. */
function TokenText({ text }: { readonly text: string }): ReactNode {
  if (!text.startsWith('##') || text === '##') return <span dir="auto">{text}</span>;
  return (
    <span dir="auto">
      <span className="goes-on">##</span>
      {text.slice(2)}
    </span>
  );
}

function More({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  const { t } = useTranslation('context');
  return (
    <li>
      <button type="button" className="token-more" onClick={onOpen}>
        {t('tokens.more', { count })}
      </button>
    </li>
  );
}
