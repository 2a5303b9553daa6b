import { Eye } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapFrame } from '../../pipeline/buildMap.ts';
import { groupColourHex, groupShapes } from '../../scene/palette.ts';
import { useClusters } from '../../stores/clusterStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { useTheme } from '../../stores/theme.ts';
import { Marker } from '../../ui/Marker.tsx';
import { latePart } from '../late/latePart.tsx';
import { membersOf } from './groupMarks.ts';
import { useGrouping } from './useGrouping.ts';

const ClusterFacts = latePart(() => import('./ClusterFacts.tsx'));

/** The groups, or the clusters found, with their marks; a click hides or shows one, the eye shows it alone. */
export function Legend() {
  const frame = useMap(({ frame }) => frame);
  return frame ? <LegendOf frame={frame} /> : null;
}

function LegendOf({ frame }: { readonly frame: MapFrame }) {
  const { t } = useTranslation();
  const language = useLink(({ link }) => link.lang);
  const asked = useLink(({ link }) => (link.colour === 'found' ? 'found' : 'given'));
  const change = useLink(({ change }) => change);
  const theme = useTheme();
  // not the whole store: a dot under the pointer changes nothing here
  const hiddenGroups = useSelection(({ hiddenGroups }) => hiddenGroups);
  const { toggleGroup, soloGroup, showAllGroups } = useSelection.getState();
  const { kind, groups, rows } = useGrouping(frame);
  const counts = membersOf(rows, groups.length).map(({ length }) => length);
  const shapes = useMemo(() => groupShapes(groups.length), [groups.length]);
  const ids = groups.map(({ id }) => id);
  return (
    <>
      <div className="panel-head">
        <fieldset className="toggles">
          <legend className="visually-hidden">{t('legend.by')}</legend>
          {(['given', 'found'] as const).map((value) => (
            <label key={value} className="toggle">
              <input
                type="radio"
                name="grouping"
                className="visually-hidden"
                checked={asked === value}
                onChange={() => change({ colour: value === 'found' ? 'found' : null })}
              />
              {t(`legend.${value}`)}
            </label>
          ))}
        </fieldset>
        {hiddenGroups.size > 0 && (
          <button type="button" className="text-button" onClick={showAllGroups}>
            {t('legend.all')}
          </button>
        )}
      </div>
      {asked === 'found' && (
        <Suspense>
          <ClusterFacts frame={frame} />
        </Suspense>
      )}
      <ul className="legend" data-kind={kind}>
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
                <span className="legend-name">
                  {name}
                  {kind === 'found' && <ClusterShare frame={frame} cluster={row} />}
                </span>
                <span className="count">{counts[row]}</span>
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

/** Which given group most of a cluster's words have. */
function ClusterShare({ frame, cluster }: { readonly frame: MapFrame; readonly cluster: number }) {
  const { t } = useTranslation();
  const language = useLink(({ link }) => link.lang);
  const dominant = useClusters(({ found }) => found?.dominant[cluster] ?? null);
  const group = frame.groups.find(({ id }) => id === dominant?.group);
  if (!dominant || !group || frame.groups.length < 2) return null;
  return (
    <small className="cluster-share">
      {t('clusters.mostly', { name: group.names[language], percent: Math.round(dominant.share * 100) })}
    </small>
  );
}
