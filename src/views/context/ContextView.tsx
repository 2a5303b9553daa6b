import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { labOf } from '../../contract/deepLink.ts';
import { labWords } from '../../pipeline/lab/labRequest.ts';
import { useLab } from '../../stores/labStore.ts';
import { currentAddress, shortAddress, useLink } from '../../stores/linkStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { SwitchField } from '../../ui/SwitchField.tsx';
import { latePart } from '../late/latePart.tsx';
import { StatusBar } from '../status/StatusBar.tsx';
import { Detail } from './Detail.tsx';
import { LabForm } from './LabForm.tsx';
import { LabGuide } from './LabGuide.tsx';
import { LabSettings } from './LabSettings.tsx';
import { LabTable } from './LabTable.tsx';
import { LabTools } from './LabTools.tsx';
import { MatrixPanes } from './MatrixPanes.tsx';
import { OccurrencePane } from './OccurrencePane.tsx';
import { OccurrenceRows } from './OccurrenceRows.tsx';
import { OccurrenceHead, StaticHead } from './PaneHeads.tsx';
import { presentingZoom, usePresenting } from './present/presenting.ts';
import { StaticPane } from './StaticPane.tsx';
import { TimeBar } from './TimeBar.tsx';
import { type LabLook, useLabLook } from './useLabLook.ts';
import './context.css';

const PresentDialog = latePart(() => import('./present/PresentDialog.tsx'), 'over');

type Sheet = 'sentences' | 'detail';

/** One word in many sentences: the static model's one point beside the contextual model's many. */
export default function ContextView() {
  const { t } = useTranslation('context');
  const { t: app } = useTranslation();
  const lab = useLabLook();
  const show = useLink(({ link }) => link.show);
  const looking = useLab(({ picked, pair }) => picked !== null || pair !== null);
  const { presenting, start, stop } = usePresenting();
  const [ways, setWays] = useState(false);
  const [tokens, setTokens] = useState(false);
  const [sharing, setSharing] = useState<string | null>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const open = sheet ?? (looking ? 'detail' : null);

  // A matrix or a table counts as drawn with its first frame, as a scene does.
  useEffect(() => {
    if (lab?.frame.coordinates && show !== 'map') useStatus.getState().setDrawn();
  }, [lab, show]);

  const words = labWords(labOf(useLink(({ link }) => link)).word);
  return (
    <div
      className="lab"
      id="controls"
      data-show={show}
      data-sheet={open ?? 'none'}
      data-looking={looking || undefined}
    >
      <section className="panel lab-side" data-panel="sentences" aria-label={t('lab.sentences')}>
        <div className="lead">
          <h1>{t('lab.name')}</h1>
          <p>
            {words.length === 0
              ? t('lab.leadEmpty')
              : words.length > 1
                ? t('lab.leadTwo', { word: words[0], other: words[1] })
                : t('lab.lead', { word: words[0] })}
          </p>
          <p className="hint">{t('lab.try')}</p>
        </div>
        <LabForm />
        <LabSettings />
        {lab && (
          <>
            <div className="panel-head">
              <h2>{t('lab.occurrences')}</h2>
              <SwitchField label={t('lab.tokens')} checked={tokens} onChange={setTokens} />
            </div>
            <OccurrenceRows {...lab} tokens={tokens} />
          </>
        )}
      </section>
      <LabTools
        ways={ways}
        presenting={presenting}
        onWays={() => setWays(!ways)}
        onPresent={() => (presenting ? stop() : void start())}
        onShare={() => {
          currentAddress().then(setSharing, () => setSharing(shortAddress()));
        }}
      />
      <main className="lab-panes" id="map">
        {lab ? (
          <Panes {...lab} ways={ways} textScale={presenting ? presentingZoom(innerWidth, innerHeight) : 1} />
        ) : (
          <div className="pane stage-empty" />
        )}
      </main>
      {lab && (
        <div className="lab-time">
          <TimeBar {...lab} />
        </div>
      )}
      <div className="lab-right">
        <LabGuide />
        {lab && looking && (
          <section className="panel lab-detail" data-panel="detail" aria-label={t('detail.title')}>
            <Detail {...lab} />
          </section>
        )}
      </div>
      <LabStatus layer={lab?.layer ?? null} />
      <nav className="sheet-tabs" aria-label={app('app.panelTabs')}>
        {(['sentences', 'detail'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-expanded={open === name}
            disabled={name === 'detail' && !looking}
            onClick={() => {
              if (open !== name) setSheet(name);
              else if (name === 'detail') useLab.getState().pick(null);
              if (open === name) setSheet(null);
            }}
          >
            {t(name === 'sentences' ? 'lab.sentencesTab' : 'detail.title')}
          </button>
        ))}
      </nav>
      {sharing && (
        <Suspense>
          <PresentDialog
            address={sharing}
            shortAddress={shortAddress()}
            words={words}
            onClose={() => setSharing(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** The two panes, as maps, as matrices or as tables. */
function Panes(props: LabLook & { readonly ways: boolean; readonly textScale: number }) {
  const { t } = useTranslation('context');
  const show = useLink(({ link }) => link.show);
  const { frame, textScale } = props;
  const { entry } = frame;
  if (show === 'matrix') return <MatrixPanes {...props} />;
  if (show === 'table') return <LabTable {...props} />;
  return (
    <>
      <section className="pane" aria-label={t('panes.static')}>
        {entry && entry.points.length > 0 ? (
          <StaticPane {...props} entry={entry} textScale={textScale} />
        ) : (
          <div className="stage-empty" />
        )}
        <StaticHead {...props} entry={entry} />
      </section>
      <section className="pane" aria-label={t('panes.contextual')}>
        <OccurrencePane {...props} />
        <OccurrenceHead {...props} />
      </section>
    </>
  );
}

function LabStatus({ layer }: { readonly layer: number | null }) {
  const { job, frame, result } = useLab(useShallow(({ job, frame, result }) => ({ job, frame, result })));
  const settled = result !== null && result.vectors.data === frame?.vectors.data;
  return (
    <StatusBar
      job={job}
      count={frame?.vectors.occurrences.length ?? 0}
      quality={settled && layer !== null ? result.quality[layer] : null}
      report={frame?.vectors.report ?? null}
    />
  );
}
