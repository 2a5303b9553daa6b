import { useTranslation } from 'react-i18next';
import type { StaticEntry } from '../../pipeline/lab/staticEntry.ts';
import { useLab } from '../../stores/labStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { Marker } from '../../ui/Marker.tsx';
import type { LabLook } from './useLabLook.ts';

interface StaticHeadProps extends LabLook {
  readonly entry: StaticEntry | null;
}

/** What the static pane shows, in a sentence. */
export function StaticHead({ frame, entry }: StaticHeadProps) {
  const { t } = useTranslation('context');
  const { words } = frame.list;
  const count = new Set(frame.vectors.occurrences.map(({ line }) => line)).size;
  const known = words.filter((word) => !entry?.unknown.includes(word));
  return (
    <header className="pane-head">
      <h2>{t('panes.static')}</h2>
      {entry && known.length === 1 && <p>{t('panes.staticNote', { word: known[0], count })}</p>}
      {entry?.similarity != null && <p>{t('panes.staticTwo', { value: entry.similarity.toFixed(2) })}</p>}
      {entry && entry.unknown.length > 0 && (
        <p className="pane-missing">{t('panes.unknown', { word: entry.unknown.join(', ') })}</p>
      )}
    </header>
  );
}

/** What the contextual pane shows: the senses, how many were found, and how far that agrees with the labels. */
export function OccurrenceHead({ frame, layer, look }: LabLook) {
  const { t } = useTranslation('context');
  const change = useLink(({ change }) => change);
  // while layers play, the dots are ahead of what is said of a layer
  const playing = useLab(({ playhead }) => playhead !== null);
  const { separations, list, request, vectors } = frame;
  const at = separations?.[layer];
  const labelled = list.senses.length > 0;
  const early = layer > 0 && layer < vectors.layers.length - 1;
  return (
    <header className="pane-head">
      <h2>{t('panes.contextual')}</h2>
      {!playing && vectors.layers[layer] === 'table' && <p>{t('panes.tableNote')}</p>}
      <ul className="sense-key">
        {look.senses.map(({ name, colour, shape, count }) => (
          <li key={name + shape}>
            <Marker shape={shape} colour={colour} /> {name} <span className="count">{count}</span>
          </li>
        ))}
        {look.without.count > 0 && look.senses.length > 0 && (
          <li>
            <Marker shape={look.without.shape} colour={look.without.colour} /> {t('lab.noSense')}{' '}
            <span className="count">{look.without.count}</span>
          </li>
        )}
      </ul>
      {at && !playing && (
        <p>
          {request.k !== null
            ? t('panes.asked', { count: at.k })
            : at.k === 1
              ? t('panes.foundOne')
              : t('panes.found', { count: at.k })}
          {early && request.k === null && ` (${t('panes.early')})`}
          {at.ari !== null && ` · ${t('panes.agreement', { value: at.ari.toFixed(2) })}`}
          {labelled && (
            <button
              type="button"
              className="text-button"
              onClick={() => change({ colour: look.kind === 'given' ? 'found' : null })}
            >
              {t(look.kind === 'given' ? 'panes.byGiven' : 'panes.byFound')}
            </button>
          )}
        </p>
      )}
    </header>
  );
}
