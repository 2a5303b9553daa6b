import { ArrowLeftRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import { type MovedPiece, movedPieces } from './movedPieces.ts';
import { useArrowKeys } from './useArrowKeys.ts';
import './detail.css';

/** What came of leaving out one word of the sentence. */
export interface MovedPart {
  readonly word: string;
  /** UTF-16 units in the sentence, end excluded. */
  readonly start: number;
  readonly end: number;
  /** How far the occurrence's vector moves without the word: a cosine distance, 0 … 2. */
  readonly distance: number;
  /** The sense it would fall to without the word, if another. */
  readonly sense: string | null;
}

interface MovedBarsProps {
  readonly sentence: string;
  /** The word looked at. */
  readonly span: { readonly start: number; readonly end: number };
  /** In the order of the sentence; those measured so far while `busy`. */
  readonly parts: readonly MovedPart[];
  readonly busy: boolean;
  /** The distance that a full bar stands for; the largest of `parts` without it. */
  readonly largest?: number;
  /** The part under the pointer or in focus. */
  readonly onHover?: (index: number | null) => void;
}

/** A sentence with a bar under every word: how far the word looked at moves when that one is left out. */
export function MovedBars({ sentence, span, parts, busy, largest, onHover }: MovedBarsProps) {
  const { t } = useTranslation('context');
  const { tabIndexOf, rowProps } = useArrowKeys();
  const strongest = parts.reduce<MovedPart | null>(
    (best, part) => (part.distance > (best?.distance ?? 0) ? part : best),
    null,
  );
  const full = largest ?? strongest?.distance ?? 0;
  const flips = parts.filter(({ sense }) => sense !== null);

  let summary = t('moved.none');
  if (busy) summary = t('moved.busy');
  else if (parts.length === 0) summary = t('moved.alone');
  else if (strongest) {
    summary = t('moved.strongest', { word: strongest.word, distance: twoDecimals(strongest.distance) });
  }
  return (
    <section className="moved" aria-label={t('moved.title')} aria-busy={busy}>
      <p className="moved-summary" aria-live="polite">
        {summary}
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: a list without bullets is none to VoiceOver */}
      <ol role="list" className="moved-row" aria-label={t('moved.row')} {...rowProps}>
        {movedPieces(sentence, span, parts).map((piece, place) => {
          const part = piece.part === null ? null : parts[piece.part];
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice; its place is its name
              key={place}
              className={`moved-piece${piece.spaced ? ' spaced' : ''}${piece.isTarget ? ' target' : ''}`}
            >
              {part && piece.part !== null ? (
                <Bar
                  part={part}
                  piece={piece}
                  share={full > 0 ? Math.min(part.distance / full, 1) : 0}
                  isStrongest={!busy && part === strongest}
                  tabIndex={tabIndexOf(piece.part)}
                  onHover={(isOver) => onHover?.(isOver ? piece.part : null)}
                />
              ) : piece.isTarget ? (
                <span className="moved-word">
                  {piece.before}
                  <mark dir="auto">{piece.text}</mark>
                  <span className="visually-hidden"> ({t('moved.target')})</span>
                  {piece.after}
                </span>
              ) : (
                <span className="moved-word">
                  {piece.before}
                  {piece.text}
                  {piece.after}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {flips.length > 0 && (
        <ul className="moved-flips" aria-label={t('moved.flips')}>
          {flips.map(({ word, start, sense }) => (
            <li key={start}>
              <ArrowLeftRight aria-hidden size="1em" /> {t('moved.flip', { word, sense: sense ?? '' })}
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && <p className="hint">{t('moved.explain')}</p>}
    </section>
  );
}

interface BarProps {
  readonly part: MovedPart;
  readonly piece: MovedPiece;
  /** 0 … 1 of the full height. */
  readonly share: number;
  readonly isStrongest: boolean;
  readonly tabIndex: number;
  readonly onHover: (isOver: boolean) => void;
}

function Bar({ part, piece, share, isStrongest, tabIndex, onHover }: BarProps) {
  const { word, distance, sense } = part;
  const { t } = useTranslation('context');
  const flip = sense === null ? '' : t('moved.flip', { word, sense });
  const number = twoDecimals(distance);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only lights what the list says anyway
    <span
      className={`moved-word measured${isStrongest ? ' strongest' : ''}${sense === null ? '' : ' flips'}`}
      data-stop
      tabIndex={tabIndex}
      title={[t('moved.fact', { word, distance: number }), flip].filter(Boolean).join(' ')}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
      onFocus={() => onHover(true)}
      onBlur={() => onHover(false)}
    >
      <span dir="auto">
        {piece.before}
        {piece.text}
        {piece.after}
      </span>
      <span className="moved-bar" aria-hidden style={{ blockSize: `${(share * 100).toFixed(1)}%` }} />
      <span className="moved-number">
        {sense !== null && <ArrowLeftRight aria-hidden size="1em" />}
        {number}
        {flip !== '' && <span className="visually-hidden"> {flip}</span>}
      </span>
    </span>
  );
}
