import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparisonFrame, ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';
import { createViewLink } from '../../scene/camera/viewLink.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { latePart } from '../late/latePart.tsx';
import { StatusBar } from '../status/StatusBar.tsx';
import { ChangedItems } from './ChangedItems.tsx';
import { CompareGuide } from './CompareGuide.tsx';
import { CompareInspector } from './CompareInspector.tsx';
import { ComparePane, type Flight } from './ComparePane.tsx';
import { CompareSettings } from './CompareSettings.tsx';
import { CompareTools } from './CompareTools.tsx';
import { MorphPane } from './MorphPane.tsx';
import { PairNumbers } from './PairNumbers.tsx';
import { rowOfWord } from './pickItem.ts';
import { SimilarityHistograms } from './SimilarityHistograms.tsx';
import { Suggestions } from './Suggestions.tsx';
import { useCompareLook } from './useCompareLook.ts';
import './compare.css';

const CompareTable = latePart(() => import('./CompareTable.tsx'));

type Sheet = 'settings' | 'answer';

/** The same items as two models see them: two linked maps, and what changed between them. */
export default function CompareView() {
  const { t } = useTranslation('compare');
  const { t: app } = useTranslation();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [morphing, setMorphing] = useState(false);
  const [flight, setFlight] = useState<Flight>(null);
  const frame = useComparison(({ frame }) => frame);
  const result = useComparison(({ result }) => result);
  const job = useComparison(({ job }) => job);
  const picked = useComparison(({ picked }) => picked);
  const failed = useStatus(({ failed, outstanding }) => failed && outstanding === 0);
  const isTable = useLink(({ link }) => link.show === 'table');
  /** The numbers belong to the maps that are shown. */
  const settled = result !== null && result.left.coordinates === frame?.left;
  useLinkedWord(result);
  const open = sheet ?? (picked === null ? null : 'answer');
  return (
    <div className="compare" id="controls" data-sheet={open ?? 'none'}>
      <section className="panel compare-side" data-panel="settings" aria-label={t('panels.settings')}>
        <div className="lead">
          <h1>{t('name')}</h1>
          <p>{t('lead')}</p>
          <p className="hint">{t('try')}</p>
        </div>
        <CompareSettings />
      </section>
      <CompareTools morphing={morphing} onMorph={() => setMorphing(!morphing)} />
      <main className="compare-stage" id="map" data-show={isTable ? 'table' : 'map'}>
        {isTable ? (
          <div inert={!settled}>
            <Suspense>{result && <CompareTable result={result} />}</Suspense>
          </div>
        ) : frame ? (
          <Maps frame={frame} result={settled ? result : null} morphing={morphing} flight={flight} />
        ) : (
          <div className="stage-empty" />
        )}
      </main>
      <div className="compare-right">
        <CompareGuide />
        <section
          className="panel compare-answer"
          data-panel="answer"
          aria-label={t('panels.answer')}
          aria-busy={!settled}
        >
          {result ? (
            <div className="compare-answers" inert={!settled} data-settled={settled}>
              <CompareInspector
                result={result}
                onFly={(index) => setFlight({ index, nonce: (flight?.nonce ?? 0) + 1 })}
              />
              <PairNumbers result={result} />
              <Suggestions suggestions={result.suggestions} groups={result.groups} />
              <ChangedItems result={result} />
              <SimilarityHistograms left={result.left} right={result.right} />
            </div>
          ) : (
            <p className="hint">{failed ? app('status.error') : app('status.working')}</p>
          )}
        </section>
      </div>
      <StatusBar
        job={job}
        count={frame?.items.length ?? 0}
        quality={settled ? result.left.quality : null}
        report={result?.left.report ?? null}
      />
      <nav className="sheet-tabs" aria-label={app('app.panelTabs')}>
        {(['settings', 'answer'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-expanded={open === name}
            onClick={() => {
              if (open === name && name === 'answer' && picked !== null) useComparison.getState().pick(null);
              setSheet(open === name ? null : name);
            }}
          >
            {t(`panels.${name}`)}
          </button>
        ))}
      </nav>
    </div>
  );
}

interface MapsProps {
  readonly frame: ComparisonFrame;
  readonly result: ComparisonResult | null;
  readonly morphing: boolean;
  readonly flight: Flight;
}

/** Two maps, or one that morphs. */
function Maps({ frame, result, morphing, flight }: MapsProps) {
  const look = useCompareLook(frame);
  const { right, dims } = frame;
  const isMorph = morphing && right !== null;
  // flat or in space, narrow or wide, maps are looked at from different distances
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say when a new link is due
  const viewLink = useMemo(createViewLink, [dims, isMorph]);
  const shared = { look, viewLink, flight };
  if (isMorph) return <MorphPane frame={{ ...frame, right }} {...shared} />;
  return (
    <>
      <ComparePane side="left" frame={frame} result={result} {...shared} />
      <ComparePane side="right" frame={frame} result={result} {...shared} />
    </>
  );
}

/** Looks at the item that the link's word names, when the link or the items change. */
function useLinkedWord(result: ComparisonResult | null): void {
  const word = useLink(({ link }) => link.word);
  useEffect(() => {
    if (!result) return;
    const { picked, pick } = useComparison.getState();
    const shown = picked === null ? null : result.items[picked]?.text.slice(0, 200);
    if (shown === word) return;
    const row = rowOfWord(result.items, word);
    if (row !== picked) pick(row);
  }, [result, word]);
}
