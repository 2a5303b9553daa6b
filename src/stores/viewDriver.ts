import type { LinkState } from '../contract/deepLink.ts';
import type { Note } from '../pipeline/activity.ts';
import type { Job } from '../pipeline/job.ts';
import type { WorkHooks } from '../pipeline/modelSessions.ts';
import { useLink } from './linkStore.ts';
import { loadCards } from './mapStore.ts';
import { announceLink, comeBack, perform, redraw } from './perform.ts';
import { useStatus } from './statusStore.ts';

type Linked = ReturnType<typeof useLink.getState>;
type Hooks<F> = Omit<WorkHooks, 'signal'> & { readonly onFrame: (frame: F) => void };

/** How a view follows the link: what it asks for, how that is made, and where it is put. */
export interface ViewDriver<Q, F, R> {
  readonly view: LinkState['view'];
  /** What decides what is computed. */
  requestOf(state: Linked): Q;
  /**
   * The part of a request that may still be being typed, so that the work waits for a pause; `kind` changes with a
   * click, after which nothing has been typed yet.
   */
  typedOf?(request: Q): { readonly kind: string; readonly typed: unknown };
  /** What is drawn anew without being computed anew. */
  lookOf(link: LinkState): unknown;
  build(request: Q, hooks: Hooks<F>): Job<R>;
  job(): Job<R> | null;
  /** The job under way is this one, or none. */
  take(job: Job<R> | null): void;
  show(frame: F): void;
  finish(result: R): void | Promise<void>;
  /** What stood before stands again. */
  fail(error: unknown): void;
  /** Work begins or ends otherwise than by its end: what hangs on what is shown ends with it. */
  interrupt?(): void;
}

/** What of the link can ask for other work; its problems are told once. */
const FOLLOWED = ['link', 'own', 'sentences', 'inside'] as const;
/** A person who types pauses so long before the work begins: half a word is no question. */
const TYPING_MS = 600;

/** Follows the link as long as its view is the driver's. */
export function drive<Q, F, R extends { readonly notes: readonly Note[] }>(
  driver: ViewDriver<Q, F, R>,
): void {
  let lastRequest = '';
  let lastTyped: { readonly kind: string; readonly text: string } | null = null;
  let lastLook = '';
  let lastLang: string | null = null;
  /** Another view is looked at. */
  let away = false;
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** Ends the status of the work that has not begun yet. */
  let waiting: (() => void) | null = null;

  const isTyping = (typed: typeof lastTyped) =>
    typed !== null && typed.kind === lastTyped?.kind && typed.text !== lastTyped.text;

  /** Starts the work that the link asks for, where it is another than the last. */
  const follow = () => {
    const { link } = useLink.getState();
    // another language has begun the run already
    const spoken = lastLang !== null && lastLang !== link.lang;
    lastLang = link.lang;
    if (link.view !== driver.view) {
      leave();
      return;
    }
    const back = away;
    away = false;
    const request = driver.requestOf(useLink.getState());
    const key = JSON.stringify(request);
    const given = driver.typedOf?.(request);
    const typed = given ? { kind: given.kind, text: JSON.stringify(given.typed) } : null;
    const look = JSON.stringify(driver.lookOf(link));
    if (key !== lastRequest) {
      make(request, isTyping(typed), spoken);
      lastRequest = key;
      lastTyped = typed;
    } else if (back) comeBack();
    else if (look !== lastLook) redraw();
    lastLook = look;
  };

  /** Another view is looked at: what is still being made is not waited for. */
  const leave = () => {
    away = true;
    driver.interrupt?.();
    if (!driver.job() && !waiting) return;
    stop();
    lastRequest = '';
  };

  const stop = () => {
    clearTimeout(typing);
    waiting?.();
    waiting = null;
    driver.job()?.cancel();
    driver.take(null);
  };

  const make = (request: Q, pause: boolean, spoken: boolean) => {
    const end = useStatus.getState().begin(spoken ? 'more' : undefined);
    stop();
    driver.interrupt?.();
    waiting = end;
    const start = () => {
      waiting = null;
      if (pause) useLink.getState().write();
      announceLink();
      void perform<F, R>(
        {
          build: (hooks) => driver.build(request, hooks),
          take: driver.take,
          isCurrent: (job) => driver.job() === job,
          show: driver.show,
          async finish(result) {
            await driver.finish(result);
            driver.take(null);
          },
          fail(error) {
            driver.take(null);
            driver.fail(error);
            // the same choice may be tried again at once
            lastRequest = '';
          },
          retry() {
            lastRequest = '';
            follow();
          },
        },
        end,
      );
    };
    if (pause) typing = setTimeout(start, TYPING_MS);
    else start();
  };

  void loadCards();
  follow();
  useLink.subscribe((state, before) => {
    if (FOLLOWED.some((key) => state[key] !== before[key])) follow();
  });
}
