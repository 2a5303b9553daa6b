import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FutureAnswer } from '../../../pipeline/llm/future/futureAnswer.ts';
import { groupColourHex, groupShapes } from '../../../scene/palette.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useTheme } from '../../../stores/theme.ts';
import { Marker } from '../../../ui/Marker.tsx';
import { futureColour, futureGroups } from './futureGroups.ts';

/** How a point without a group is drawn: a grey ring. */
const ALONE = { shape: 4, colour: 'var(--ink-soft)' };

/** What the marks mean, and how many beginnings have each. */
export function FutureLegend({ answer }: { readonly answer: FutureAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const theme = useTheme();
  const { colour: asked, lang } = useLink(({ link }) => link);
  const colour = futureColour(asked);
  const { groups, rows } = useMemo(() => futureGroups(answer, colour), [answer, colour]);
  const shapes = groupShapes(Math.max(1, groups.length));
  const count = (row: number) => rows.reduce((sum, own) => sum + (own === row ? 1 : 0), 0);
  const alone = count(-1);
  return (
    <section className="answer-part" aria-label={t('future.legend.title')}>
      <h2>{t(`future.legend.${colour}`)}</h2>
      <ul className="legend future-legend" data-testid="future-legend">
        {groups.map(({ id, names }, row) => (
          <li key={id}>
            <Marker shape={shapes[row]} colour={groupColourHex(row, theme)} />
            <span className="legend-name">{names[lang]}</span>
            <span className="count">{count(row)}</span>
          </li>
        ))}
        {alone > 0 && (
          <li>
            <Marker {...ALONE} />
            <span className="legend-name">{t(`future.legend.alone.${colour}`)}</span>
            <span className="count">{alone}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
