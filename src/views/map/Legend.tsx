import { Eye } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { groupColourHex, groupShapes } from '../../scene/palette.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { useTheme } from '../../stores/theme.ts';
import { Marker } from '../../ui/Marker.tsx';

/** The groups with their marks; a click hides or shows one, the eye shows it alone. */
export function Legend() {
  const { t } = useTranslation();
  const language = useLink(({ link }) => link.lang);
  const theme = useTheme();
  const frame = useMap(({ frame }) => frame);
  const { hiddenGroups, toggleGroup, soloGroup, showAllGroups } = useSelection();
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { group } of frame?.items ?? []) found.set(group, (found.get(group) ?? 0) + 1);
    return found;
  }, [frame?.items]);
  const groups = frame?.groups ?? [];
  const shapes = useMemo(() => groupShapes(groups.length), [groups.length]);
  const ids = groups.map(({ id }) => id);
  return (
    <>
      <div className="panel-head">
        <h2>{t('legend.title')}</h2>
        {hiddenGroups.size > 0 && (
          <button type="button" className="text-button" onClick={showAllGroups}>
            {t('legend.all')}
          </button>
        )}
      </div>
      <ul className="legend">
        {groups.map(({ id, names }, row) => {
          const name = names[language];
          return (
            <li key={id}>
              <button
                type="button"
                className="legend-group"
                aria-pressed={!hiddenGroups.has(id)}
                onClick={() => toggleGroup(id)}
              >
                <Marker shape={shapes[row]} colour={groupColourHex(row, theme)} />
                <span className="legend-name">{name}</span>
                <span className="count">{counts.get(id) ?? 0}</span>
              </button>
              <button
                type="button"
                className="icon-button small legend-only"
                aria-label={t('legend.only', { name })}
                title={t('legend.only', { name })}
                onClick={() => soloGroup(id, ids)}
              >
                <Eye aria-hidden size={14} />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
