import { ArrowLeftToLine, ArrowRightToLine, Equal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ComparisonResult, Suggestion } from '../../pipeline/comparison/comparisonResult.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';

/** The side on which the items stay together. */
const SIGNS = { 'split-right': ArrowLeftToLine, 'split-left': ArrowRightToLine, kept: Equal } as const;

/** Groups that behave differently on the two sides, each with the reason in words; one that is pressed stands out. */
export function Suggestions({ suggestions, groups }: Pick<ComparisonResult, 'suggestions' | 'groups'>) {
  const { t, i18n } = useTranslation('compare');
  const language = useLink(({ link }) => link.lang);
  const chosen = useComparison(({ chosen }) => chosen);
  const { choose, tick } = useComparison.getState();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const sentence = ({ kind, group, rows, shares }: Suggestion) =>
    t(`suggestions.${kind}`, {
      count: rows.length,
      group: groups.find(({ id }) => id === group)?.names[language] ?? group,
      left: percent.format(shares[0]),
      right: percent.format(shares[1]),
    });
  return (
    <section className="compare-part">
      <h2>{t('suggestions.title')}</h2>
      {suggestions.length === 0 && <p className="hint">{t('suggestions.empty')}</p>}
      <ul className="suggestions" data-testid="suggestions">
        {suggestions.map((suggestion) => {
          const { kind, group, rows } = suggestion;
          const pressed = chosen.length === rows.length && rows.every((row, at) => row === chosen[at]);
          const Sign = SIGNS[kind];
          return (
            <li key={`${kind} ${group}`}>
              <button
                type="button"
                aria-pressed={pressed}
                data-kind={kind}
                data-count={rows.length}
                onClick={() => {
                  choose(pressed ? [] : rows);
                  tick('suggestion');
                }}
              >
                <Sign aria-hidden size={16} /> <span>{sentence(suggestion)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {chosen.length > 0 && (
        <button type="button" className="text-button" onClick={() => choose([])}>
          {t('suggestions.clear')}
        </button>
      )}
    </section>
  );
}
