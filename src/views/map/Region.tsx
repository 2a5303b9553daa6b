import { useTranslation } from 'react-i18next';
import type { MapFrame } from '../../pipeline/buildMap.ts';
import { inspect } from '../../stores/inspection.ts';
import { useSelection } from '../../stores/selectionStore.ts';

/** More than this are counted, not listed. */
const LISTED = 60;

/** The points inside a box or lasso. */
export function Region({ frame, rows }: { readonly frame: MapFrame; readonly rows: readonly number[] }) {
  const { t } = useTranslation();
  return (
    <section className="inspector-section" data-testid="region" data-count={rows.length}>
      <div className="panel-head">
        <h2>{t('inspector.region', { count: rows.length })}</h2>
        <button type="button" className="text-button" onClick={() => useSelection.setState({ region: [] })}>
          {t('inspector.clearRegion')}
        </button>
      </div>
      <p className="chips">
        {rows.slice(0, LISTED).map((index) => (
          <button key={index} type="button" className="chip" onClick={() => void inspect(index, null)}>
            {frame.items[index].text.slice(0, 40)}
          </button>
        ))}
        {rows.length > LISTED && <span>…</span>}
      </p>
    </section>
  );
}
