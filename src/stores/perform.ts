import { faultFrom, isAbort } from '../contract/fault.ts';
import type { Note } from '../pipeline/activity.ts';
import type { Job } from '../pipeline/job.ts';
import type { WorkHooks } from '../pipeline/modelSessions.ts';
import { latest } from './latest.ts';
import { useLink } from './linkStore.ts';
import { askConsent } from './mapStore.ts';
import { useStatus } from './statusStore.ts';

/** How a view makes what it shows, and where it puts it. */
export interface Performance<F, R> {
  build(hooks: Omit<WorkHooks, 'signal'> & { readonly onFrame: (frame: F) => void }): Job<R>;
  /** The job under way is this one from now on. */
  take(job: Job<R>): void;
  isCurrent(job: Job<R>): boolean;
  show(frame: F): void;
  finish(result: R): void | Promise<void>;
  /** The job failed: what stood before stands again. */
  fail(error: unknown): void;
  /** Does the same work again, after a fault. */
  retry(): void;
}

/** Progress and settling maps are shown about 30 times a second. */
const FRAME_MS = 33;

/** Drops the messages about what was shown before, and tells what is wrong with the link. */
export function announceLink(): void {
  const status = useStatus.getState();
  status.clear();
  status.setPaused(false);
  const { problems, fault } = useLink.getState();
  if (problems.length > 0) status.say({ kind: 'link', problems });
  if (fault) status.report(fault);
  useLink.setState({ problems: [], fault: null });
}

/** What was computed is shown again or in another way: ready once that is drawn, and has moved for so long. */
export function redraw(moving = 0): void {
  const end = useStatus.getState().begin();
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(end, moving)));
}

/** A view is come back to, and nothing of it has changed: what the other view said is not its business. */
export function comeBack(): void {
  redraw();
  announceLink();
  useStatus.getState().setFailed(false);
}

/** Does the work that a view's link asks for: shows it as it goes on, and tells its notes or its fault. */
export async function perform<F, R extends { readonly notes: readonly Note[] }>(
  { build, take, isCurrent, show, finish, fail, retry }: Performance<F, R>,
  end: () => void,
): Promise<void> {
  const status = useStatus.getState();
  useStatus.setState({ retry });
  const activity = latest(status.setActivity, FRAME_MS);
  const frames = latest(show, FRAME_MS);
  const job = build({ onActivity: activity.push, onFrame: frames.push, consent: askConsent });
  take(job);
  try {
    const result = await job.result;
    frames.drop();
    if (!isCurrent(job)) return;
    status.setFailed(false);
    for (const note of result.notes) status.say({ kind: 'note', note });
    await finish(result);
  } catch (error) {
    if (!isCurrent(job) || isAbort(error)) return;
    frames.drop();
    fail(error);
    status.setFailed(true);
    status.report(faultFrom(error));
  } finally {
    frames.drop();
    activity.drop();
    end();
  }
}
