import { Cpu, Pause, Play, Square } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportDocument } from '../../contract/exportDocument.ts';
import type { DeviceReport } from '../../models/embeddingModel.ts';
import { bundledModel } from '../../models/registry.ts';
import type { Activity } from '../../pipeline/activity.ts';
import { useAfterFirstMap } from '../../stores/afterFirstMap.ts';
import { statusOf, useStatus } from '../../stores/statusStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { latePart } from '../late/latePart.tsx';
import { QualityBadge } from './QualityBadge.tsx';

const QualityPopover = latePart(() => import('./QualityPopover.tsx'), 'over');

interface StatusBarProps {
  /** What is being made, for pause and stop. */
  readonly job: { pause(): void; resume(): void; stop(): void } | null;
  readonly count: number;
  readonly quality: ExportDocument['quality'] | null;
  readonly report: DeviceReport | null;
}

/** What is going on, with pause and stop; how many points, how far to trust them, and on which device. */
export function StatusBar({ job, count, quality, report }: StatusBarProps) {
  return (
    <footer className="status-bar">
      <Status />
      {job && <JobControls job={job} />}
      <span className="spacer" />
      <Count count={count} />
      {quality && <Quality {...quality} />}
      <DeviceBadge report={report} />
    </footer>
  );
}

function Status() {
  const { t } = useTranslation();
  const status = useStatus();
  const state = statusOf(status);
  const text = useActivityText(status.activity);
  const share = progressOf(status.activity);
  const shown = status.paused ? t('status.paused') : state === 'loading' ? text : t(`status.${state}`);
  return (
    <div className="status" data-state={state}>
      <span role="status" data-testid="status" data-state={state} data-run={status.run}>
        {shown}
      </span>
      {state === 'loading' && (
        <progress aria-label={t('status.working')} {...(share === null ? {} : { value: share, max: 1 })} />
      )}
    </div>
  );
}

/** Share done, 0 … 1, where it is known. */
function progressOf(activity: Activity | null): number | null {
  if (!activity || activity.kind === 'data' || activity.total <= 0) return null;
  return Math.min(activity.done / activity.total, 1);
}

function useActivityText(activity: Activity | null): string {
  const { t, i18n } = useTranslation();
  if (!activity) return t('status.working');
  const percent = Math.round((progressOf(activity) ?? 0) * 100);
  switch (activity.kind) {
    case 'data':
      return t('status.data');
    case 'embedding':
      return t('status.embedding', { done: activity.done, total: activity.total });
    case 'counting':
    case 'projecting':
      return t(`status.${activity.stage}`, { percent });
    case 'model': {
      const { model, stage, done, total } = activity;
      const size = (bytes: number) => (bytes / 1e6).toFixed(1);
      const name = bundledModel(model)?.names[i18n.language === 'zh' ? 'zh' : 'en'] ?? model;
      return t(`status.${stage}`, { model: name, done: size(done), total: size(total) });
    }
  }
}

/** Pause, go on and stop, while a map settles. */
function JobControls({ job }: { readonly job: NonNullable<StatusBarProps['job']> }) {
  const { t } = useTranslation();
  const paused = useStatus(({ paused }) => paused);
  const settling = useStatus(({ activity }) => activity?.kind === 'projecting');
  if (!settling) return null;
  const toggle = () => {
    if (paused) job.resume();
    else job.pause();
    useStatus.getState().setPaused(!paused);
  };
  return (
    <>
      <IconButton
        icon={paused ? Play : Pause}
        label={paused ? t('status.resume') : t('status.pause')}
        side="top"
        data-testid="pause"
        onClick={toggle}
      />
      <IconButton
        icon={Square}
        label={t('status.stop')}
        side="top"
        data-testid="stop"
        onClick={() => {
          job.stop();
          useStatus.getState().setPaused(false);
        }}
      />
    </>
  );
}

function Count({ count }: Pick<StatusBarProps, 'count'>) {
  const { t } = useTranslation();
  return (
    <span className="count-badge" data-testid="point-count" data-count={count}>
      {t('quality.points', { count })}
    </span>
  );
}

/** How far the map can be trusted; a click explains the numbers. */
function Quality({ trustworthiness, continuity, k }: ExportDocument['quality']) {
  const later = useAfterFirstMap();
  if (trustworthiness === null || continuity === null) return null;
  if (!later) return <QualityBadge trustworthiness={trustworthiness} />;
  return (
    <Suspense fallback={<QualityBadge trustworthiness={trustworthiness} />}>
      <QualityPopover {...{ trustworthiness, continuity, k }} />
    </Suspense>
  );
}

/** Where vectors are computed, and why there. */
function DeviceBadge({ report }: Pick<StatusBarProps, 'report'>) {
  const { t } = useTranslation();
  const { device, reason, threads } = report ?? { device: 'none', reason: 'static', threads: 0 };
  const why = t(`device.reasons.${reason}`);
  const slow = device === 'wasm' && threads <= 1 ? ` ${t('device.oneThread')}` : '';
  return (
    <span className="badge" data-testid="device" data-device={device} title={why + slow}>
      <Cpu aria-hidden size={15} />
      <span>{device === 'none' ? t('device.none') : t(`device.${device}`, { count: threads })}</span>
      <span className="visually-hidden">
        {why}
        {slow}
      </span>
    </span>
  );
}
