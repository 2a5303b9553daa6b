import { Crosshair, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { modelOf } from '../../contract/deepLink.ts';
import { megabytes } from '../../language/numbers.ts';
import type { MapFrame } from '../../pipeline/buildMap.ts';
import type { MapResult } from '../../pipeline/mapResult.ts';
import { cardBytes } from '../../pipeline/modelSessions.ts';
import { groupColourHex, groupShapes } from '../../scene/palette.ts';
import { inspect, lookAway, lookUp, useInspection } from '../../stores/inspection.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { useTheme } from '../../stores/theme.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Marker } from '../../ui/Marker.tsx';
import { Region } from './Region.tsx';
import { useGrouping } from './useGrouping.ts';
import { VectorStrip } from './VectorStrip.tsx';

/** A point whose neighbours are this far lost is marked as torn apart: less than a third of them kept. */
const TORN_BELOW = 1 / 3;

/** What is known of the selected point, or of the selected region. */
export function Inspector() {
  const { t } = useTranslation();
  const frame = useMap(({ frame }) => frame);
  const result = useMap(({ result }) => result);
  const selected = useSelection(({ selected }) => selected);
  const region = useSelection(({ region }) => region);
  return (
    <div data-testid="inspector" className="inspector">
      {frame && region.length > 0 && <Region frame={frame} rows={region} />}
      {frame && selected !== null ? (
        <Point frame={frame} index={selected} result={result?.items === frame.items ? result : null} />
      ) : (
        region.length === 0 && <p className="hint">{t('inspector.empty')}</p>
      )}
    </div>
  );
}

interface PointProps {
  readonly frame: MapFrame;
  readonly index: number;
  /** Null while the map still settles. */
  readonly result: MapResult | null;
}

function Point({ frame, index, result }: PointProps) {
  const { t } = useTranslation();
  const { vector, norm } = useInspection();
  const { text, sentence, start = 0, end = 0 } = frame.items[index];
  return (
    <>
      <div className="panel-head">
        <h2 className="point-text" dir="auto">
          {text}
        </h2>
        <IconButton
          icon={Crosshair}
          label={t('inspector.fly')}
          onClick={() => useSelection.getState().fly(index)}
        />
        <IconButton icon={X} label={t('app.close')} onClick={lookAway} />
      </div>
      {sentence !== undefined && (
        <p className="sentence" dir="auto">
          {sentence.slice(0, start)}
          <mark>{sentence.slice(start, end)}</mark>
          {sentence.slice(end)}
        </p>
      )}
      <GroupName frame={frame} index={index} />
      {result && <Kept result={result} index={index} />}
      <ComparisonCard frame={frame} />
      <NeighbourList frame={frame} result={result} />
      {vector && (
        <Section title={t('inspector.vector')}>
          <VectorStrip vector={vector} />
          <p className="hint">{t('inspector.norm', { norm: norm.toFixed(3) })}</p>
        </Section>
      )}
      <Dictionary />
      <Withheld />
      <Origin />
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="inspector-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function GroupName({ frame, index }: { readonly frame: MapFrame; readonly index: number }) {
  const language = useLink(({ link }) => link.lang);
  const theme = useTheme();
  const { groups, rows } = useGrouping(frame);
  const row = rows[index];
  if (row === undefined || row < 0) return null;
  const { [row]: shape } = groupShapes(groups.length);
  return (
    <p className="group-name">
      <Marker shape={shape} colour={groupColourHex(row, theme)} /> {groups[row].names[language]}
    </p>
  );
}

/** How well the map preserves the neighbourhood of the point. */
function Kept({ result, index }: { readonly result: MapResult; readonly index: number }) {
  const { t } = useTranslation();
  const share = result.preservation[index];
  const { k } = result.quality;
  return (
    <div className={share < TORN_BELOW ? 'kept torn' : 'kept'}>
      <meter min={0} max={1} low={TORN_BELOW} value={share} aria-label={t('table.kept')} />
      <p>{t('inspector.kept', { kept: Math.round(share * k), k })}</p>
      {share < TORN_BELOW && <p>{t('inspector.torn')}</p>}
    </div>
  );
}

function NeighbourList({ frame, result }: { readonly frame: MapFrame; readonly result: MapResult | null }) {
  const { t } = useTranslation();
  const neighbours = useInspection(({ neighbours }) => neighbours);
  if (!result || neighbours.length === 0) return null;
  const cosine = result.projection.metric === 'cosine';
  const farthest = neighbours.at(-1)?.score ?? 1;
  return (
    <Section title={t('inspector.neighbours', { count: neighbours.length })}>
      <ol className="neighbours" data-testid="neighbours">
        {neighbours.map(({ index, score }) => {
          const { text, sentence } = frame.items[index];
          const share = cosine ? Math.max(score, 0) : farthest > 0 ? 1 - (0.8 * score) / farthest : 1;
          return (
            <li key={index} data-text={text} data-score={score}>
              <button
                type="button"
                className="neighbour"
                onClick={({ shiftKey }) => {
                  const { selected } = useSelection.getState();
                  void (shiftKey ? inspect(selected, index) : inspect(index, null));
                }}
                onPointerEnter={() => useSelection.getState().hover(index)}
                onPointerLeave={() => useSelection.getState().hover(null)}
              >
                <span className="neighbour-bar" style={{ inlineSize: `${share * 100}%` }} />
                <span className="neighbour-text" dir="auto">
                  {sentence ?? text}
                </span>
                <span className="score">{score.toFixed(3)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="hint">
        {t(cosine ? 'inspector.cosine' : 'inspector.distance')} ·{' '}
        {t('inspector.neighboursHint', { dim: result.dim })}
      </p>
    </Section>
  );
}

function ComparisonCard({ frame }: { readonly frame: MapFrame }) {
  const { t } = useTranslation();
  const { selected, compared } = useSelection();
  const comparison = useInspection(({ comparison }) => comparison);
  if (compared === null) return null;
  return (
    <Section title={t('inspector.compare')}>
      <div className="panel-head">
        <strong dir="auto">{frame.items[compared].text}</strong>
        <IconButton icon={X} label={t('inspector.endCompare')} onClick={() => void inspect(selected, null)} />
      </div>
      {comparison && (
        <dl className="facts" data-testid="comparison">
          <div>
            <dt>{t('inspector.compareCosine')}</dt>
            <dd>{comparison.cosine.toFixed(3)}</dd>
          </div>
          <div>
            <dt>{t('inspector.compareDistance')}</dt>
            <dd>{comparison.distance.toFixed(3)}</dd>
          </div>
          <div>
            <dt>{t('inspector.compareMap')}</dt>
            <dd>{comparison.mapDistance.toFixed(2)}</dd>
          </div>
        </dl>
      )}
      <p className="hint">{t('inspector.compareHint')}</p>
    </Section>
  );
}

/** The nearest words of the whole dictionary; pressed, one joins the map. */
function Dictionary() {
  const { t } = useTranslation();
  const dictionary = useInspection(({ dictionary }) => dictionary);
  if (dictionary.length === 0) return null;
  return (
    <Section title={t('inspector.dictionary')}>
      <p className="chips" data-testid="dictionary">
        {dictionary.map((word) => (
          <button key={word} type="button" className="chip" onClick={() => lookUp(word)}>
            {word}
          </button>
        ))}
      </p>
    </Section>
  );
}

/** The numbers wait for a download that the browser asks to avoid. */
function Withheld() {
  const { t } = useTranslation();
  const withheld = useInspection(({ withheld }) => withheld);
  const card = useMap(({ cards }) => cards[modelOf(useLink.getState().link)]);
  if (!withheld || !card) return null;
  return (
    <p className="hint">
      {t('inspector.withheld', { size: megabytes(cardBytes(card)) })}{' '}
      <button
        type="button"
        className="text-button"
        onClick={() => {
          const { selected, compared } = useSelection.getState();
          void inspect(selected, compared, true);
        }}
      >
        {t('inspector.load')}
      </button>
    </p>
  );
}

/** For a static word: the glosses that its vector was made of. */
function Origin() {
  const { t, i18n } = useTranslation();
  const origin = useInspection(({ origin }) => origin);
  if (!origin || origin.glosses.length === 0) return null;
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <Section title={t('inspector.origin')}>
      <ul className="origin" lang="en">
        {origin.glosses.map(([gloss, weight]) => (
          <li key={gloss}>
            <span>{gloss}</span> <span className="score">{share.format(weight)}</span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('inspector.originShare', { share: share.format(origin.glossShare) })}</p>
    </Section>
  );
}
