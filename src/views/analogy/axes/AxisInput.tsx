import { ArrowLeftRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../contract/options.ts';
import {
  formatPoles,
  LONGEST_AXIS,
  parsePoles,
  poleName,
  poleWords,
} from '../../../pipeline/words/axes/poles.ts';
import { READY_AXES } from '../../../pipeline/words/axes/readyAxes.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { WordInput } from '../WordInput.tsx';
import './axes.css';

interface AxisInputProps {
  readonly legend: string;
  /** As the link writes it; null: none yet. */
  readonly axis: string | null;
  /** The language of the words, which decides the ready axes. */
  readonly language: Language;
  /** What was typed makes an axis. */
  readonly onType: (axis: string) => void;
  /** A ready axis was chosen, or the axis was turned round. */
  readonly onChoose: (axis: string) => void;
  /** What stands beside the legend. */
  readonly after?: ReactNode;
  readonly testId?: string;
}

interface Draft {
  readonly a: string;
  readonly b: string;
}

/** The two poles of an axis, as words with commas between, and axes to begin with. */
export function AxisInput({ legend, axis, language, onType, onChoose, after, testId }: AxisInputProps) {
  const { t } = useTranslation();
  // while one types, the text is theirs: commas at its end too, and poles that are still empty
  const [draft, setDraft] = useState<Draft | null>(null);
  const poles = axis === null ? { a: [], b: [] } : parsePoles(axis);
  const shown = draft ?? { a: poles.a.join(', '), b: poles.b.join(', ') };
  const type = (change: Partial<Draft>) => {
    const next = { ...shown, ...change };
    setDraft(next);
    const typed = formatPoles({ a: poleWords(next.a), b: poleWords(next.b) });
    if (typed !== null) onType(typed);
  };
  const empty = (['a', 'b'] as const).filter((side) => poleWords(shown[side]).length === 0);
  const tooLong = shown.a.length + shown.b.length > LONGEST_AXIS;
  const turned = axis === null ? null : formatPoles({ a: poles.b, b: poles.a });
  return (
    <fieldset
      className="axis-input"
      data-testid={testId}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setDraft(null);
      }}
    >
      <legend className="axis-legend">
        {legend}
        {turned !== null && (
          <IconButton
            icon={ArrowLeftRight}
            className="small"
            label={t('axis.turn')}
            onClick={() => {
              setDraft(null);
              onChoose(turned);
            }}
          />
        )}
        {after}
      </legend>
      <div className="axis-poles">
        <WordInput label={t('axis.from')} value={shown.a} onChange={(a) => type({ a })} />
        <WordInput label={t('axis.to')} value={shown.b} onChange={(b) => type({ b })} />
      </div>
      {draft !== null && (empty.length > 0 || tooLong) ? (
        <p className="axis-missing" aria-live="polite">
          {tooLong
            ? t('axis.tooLong')
            : t(empty.length > 1 ? 'axis.missingBoth' : `axis.missing.${empty[0]}`)}
        </p>
      ) : (
        <p className="hint">{t('axis.commas')}</p>
      )}
      <fieldset className="chips">
        <legend className="visually-hidden">{t('axis.ready')}</legend>
        {READY_AXES[language].map((ready) => {
          const { a, b } = parsePoles(ready);
          return (
            <button
              key={ready}
              type="button"
              className="chip"
              aria-pressed={ready === axis}
              onClick={() => {
                setDraft(null);
                onChoose(ready);
              }}
            >
              {poleName(a)} ↔ {poleName(b)}
            </button>
          );
        })}
      </fieldset>
    </fieldset>
  );
}
