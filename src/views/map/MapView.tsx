import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dataOf } from '../../contract/deepLink.ts';
import { OWN_GROUP } from '../../pipeline/items.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMapAxis } from '../../stores/mapAxisStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { ContextualSettings, Settings } from '../settings/Settings.tsx';
import { StatusBar } from '../status/StatusBar.tsx';
import { DataPanel } from './DataPanel.tsx';
import { Inspector } from './Inspector.tsx';
import { Legend } from './Legend.tsx';
import { MapTools } from './MapTools.tsx';
import { PointMap } from './PointMap.tsx';
import { SearchBox } from './SearchBox.tsx';

type Sheet = 'data' | 'groups' | 'point';

/** The semantic map: the scene fills the window, panels float over its edges; on a phone they are sheets. */
export function MapView() {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const selected = useSelection(({ selected }) => selected);
  const open = selected !== null && sheet === null ? 'point' : sheet;
  return (
    <>
      <main className="stage" id="map">
        <PointMap />
      </main>
      <div className="overlay" id="controls" data-sheet={open ?? 'none'}>
        <div className="column left">
          <Panel name="data">
            <Lead />
            <DataPanel />
            <ContextualSettings />
            <Settings />
          </Panel>
          <Panel name="groups">
            <Legend />
          </Panel>
        </div>
        <div className="column right">
          <SearchBox />
          <Panel name="point">
            <Inspector />
          </Panel>
        </div>
        <MapTools />
        <MapStatus />
        <nav className="sheet-tabs" aria-label={t('app.panelTabs')}>
          {(['data', 'groups', 'point'] as const).map((name) => (
            <button
              key={name}
              type="button"
              aria-expanded={open === name}
              onClick={() => setSheet(open === name ? null : name)}
            >
              {t(`app.panels.${name}`)}
            </button>
          ))}
        </nav>
      </div>
    </>
  );
}

function MapStatus() {
  const { job, frame, result } = useMap();
  const settled = result?.items === frame?.items;
  return (
    <StatusBar
      job={job}
      count={frame?.items.length ?? 0}
      quality={settled && result ? result.quality : null}
      report={result?.report ?? null}
    />
  );
}

function Panel({ name, children }: { readonly name: Sheet; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="panel" data-panel={name} aria-label={t(`app.panels.${name}`)}>
      {children}
    </section>
  );
}

/** One sentence that says what is seen, and one thing to try. */
function Lead() {
  const { t } = useTranslation();
  // what is seen: own texts that cannot be embedded leave the map before
  const onlyOwn = useMap(({ frame }) => frame?.groups.every(({ id }) => id === OWN_GROUP.id) ?? null);
  const data = useLink(({ link, own }) => ((onlyOwn ?? (own && !own.add)) ? 'own' : dataOf(link)));
  const count = useMap(({ frame }) => frame?.items.length ?? null);
  const layout = useMapAxis(({ layout }) => layout);
  const along = useMap(({ frame }) => layout !== null && layout.coordinates === frame?.coordinates);
  const words: Record<string, string> = { 'words-zh': '女王', 'words-en': 'queen' };
  return (
    <div className="lead">
      <h1>{t('app.name')}</h1>
      {count !== null && <p>{along ? t('axis.lead', { count }) : t(`map.lead.${data}`, { count })}</p>}
      <p className="hint">
        {data in words
          ? t('map.tryWords', { word: words[data] })
          : t(data === 'own' ? 'map.tryThis' : 'map.tryContexts')}
      </p>
    </div>
  );
}
