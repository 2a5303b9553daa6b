import { TriangleAlert, X } from 'lucide-react';
import { type ComponentType, lazy, useEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { statusOf, useStatus } from '../../stores/statusStore.ts';

/**
 * Where the sentence stands while the part is missing: in its place; over the page, for dialogs; or in the middle of
 * all, for what there is nothing to see without: then the page is in error. A view brings the page's status along,
 * so where it is missing, that stands here.
 */
type Place = 'here' | 'over' | 'whole' | 'view';

/**
 * A part of the page that is fetched when it is first shown, within Suspense. Where it cannot be fetched, a sentence
 * stands in its place with a button that tries again, and the rest of the page goes on.
 */
export function latePart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  place: Place = 'here',
): ComponentType<Props> {
  return partOf({ load, place, found: null });
}

interface Source<Props> {
  readonly load: () => Promise<{ default: ComponentType<Props> }>;
  readonly place: Place;
  /** Once it has been fetched. */
  found: ComponentType<Props> | null;
}

function partOf<Props extends object>(source: Source<Props>, load = source.load): ComponentType<Props> {
  return lazy(async () => {
    try {
      const part = await load();
      source.found = part.default;
      return part;
    } catch {
      return { default: (given) => <Again source={source} given={given} /> };
    }
  });
}

interface AgainProps<Props> {
  readonly source: Source<Props>;
  readonly given: Props;
}

/** What could not be fetched stays so for React: this stands in its place, and is the part itself once it is there. */
function Again<Props extends object>({ source, given }: AgainProps<Props>) {
  const [Part, setPart] = useState(() => source.found);
  if (Part) return <Part {...given} />;
  const close = 'onClose' in given && typeof given.onClose === 'function' ? given.onClose : null;
  return (
    <MissingPart
      place={source.place}
      onRetry={() => {
        const fetching = source.load();
        const part = partOf(source, () => fetching);
        setPart(() => part);
        return fetching.catch(() => null);
      }}
      onClose={close && (() => close())}
    />
  );
}

interface MissingPartProps {
  readonly place: Place;
  /** @returns when it has been fetched, or not */
  readonly onRetry: () => Promise<unknown>;
  /** How to do without it: dialogs have it. */
  readonly onClose: (() => void) | null;
}

function MissingPart({ place, onRetry, onClose }: MissingPartProps) {
  const { t } = useTranslation();
  const status = useStatus();
  const found = useRef(() => {});
  useEffect(() => {
    if (place !== 'whole' && place !== 'view') return;
    found.current = useStatus.getState().miss();
    return () => found.current();
  }, [place]);
  const retry = () => {
    const end = useStatus.getState().begin('more');
    // React keeps this mounted, hidden, until what is fetched now is there: what it says of the status must be said before
    flushSync(() => found.current());
    void onRetry().finally(() => setTimeout(end));
  };
  const sentence = (
    <div className="missing-part" data-place={place}>
      {place === 'view' && (
        <span
          className="visually-hidden"
          role="status"
          data-testid="status"
          data-state={statusOf(status)}
          data-run={status.run}
        >
          {t('status.error')}
        </span>
      )}
      <div className="message fault" role="alert" data-testid="message">
        <TriangleAlert aria-hidden size={18} />
        <span>{t('message.faults.worker-missing')}</span>
        <button type="button" className="text-button" onClick={retry}>
          {t('message.retry')}
        </button>
        {onClose && (
          <button
            type="button"
            className="icon-button small"
            aria-label={t('message.dismiss')}
            onClick={onClose}
          >
            <X aria-hidden size={16} />
          </button>
        )}
      </div>
    </div>
  );
  // out of panels, which are narrow and hold what is fixed in them
  return place === 'over' ? createPortal(sentence, document.body) : sentence;
}
