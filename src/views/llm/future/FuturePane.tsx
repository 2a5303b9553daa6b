import { type ReactNode, type RefObject, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../../contract/fault.ts';
import type { FutureAnswer, NearestShown } from '../../../pipeline/llm/future/futureAnswer.ts';
import type { ViewLink } from '../../../scene/camera/viewLink.ts';
import type { SemanticMapHandle } from '../../../scene/mapProps.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { useMediaQuery } from '../../../stores/mediaQuery.ts';
import { useSelection } from '../../../stores/selectionStore.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { groupCaptions } from '../../map/captions.ts';
import { type Grouping, pointMarks } from '../../map/groupMarks.ts';
import { SemanticMap } from '../../scene/LazySemanticMap.ts';
import { useSceneLook } from '../../scene/useSceneLook.ts';
import { strewnGroups, tokenName } from './futureGroups.ts';

/** What the pane's heading covers, and room for labels. */
const WIDE = { top: 56, right: 10, bottom: 10, left: 10 };
const NARROW = { top: 34, right: 6, bottom: 6, left: 6 };
const NOBODY = new Int32Array(0);
/** How many words of a beginning its label has. */
const WORDS = 3;
/** A person's own beginnings are larger. */
const OWN_SIZE = 1.9;

interface FuturePaneProps {
  readonly answer: FutureAnswer;
  readonly side: 'language' | 'sentence';
  readonly title: string;
  readonly about: string;
  /** n × dims. */
  readonly coordinates: Float32Array;
  readonly dims: 2 | 3;
  readonly nearest: NearestShown;
  readonly grouping: Grouping;
  readonly viewLink: ViewLink;
  readonly scene: RefObject<SemanticMapHandle | null>;
  readonly onUnavailable: () => void;
}

/** One of the two maps of the same beginnings. What is pointed at on one is lit on both. */
export function FuturePane(props: FuturePaneProps): ReactNode {
  const { answer, side, title, about, coordinates, dims, nearest, grouping, viewLink, scene, onUnavailable } =
    props;
  const { t } = useTranslation('llm');
  const look = useSceneLook();
  const { theme } = look;
  const language = useLink(({ link }) => link.lang);
  const narrow = useMediaQuery('(max-width: 860px)');
  const resetNonce = useSelection((state) => state.resetNonce);
  const hovered = useLlm((state) => state.hovered);
  const picked = useLlm((state) => state.picked);
  const { beginnings, bundled } = answer;
  const marks = useMemo(() => pointMarks(grouping.rows, grouping.groups.length, theme), [grouping, theme]);
  const points = useMemo(
    () => ({
      identities: beginnings.map(({ id }) => id),
      labels: beginnings.map(({ text, top }) => `${lastWords(text)} → ${tokenName(top[0].text)}`),
      labelPriority: Float32Array.from(beginnings, (_, row) => (row >= bundled ? 1e4 : 0) - row),
      sizes: Float32Array.from(beginnings, (_, row) => (row >= bundled ? OWN_SIZE : 1)),
    }),
    [beginnings, bundled],
  );
  const captions = useMemo(() => {
    const frame = { items: [], groups: grouping.groups, coordinates, dims };
    return groupCaptions(frame, grouping, strewnGroups(coordinates, dims, grouping), theme, language);
  }, [coordinates, dims, grouping, theme, language]);
  const highlighted = useMemo(
    () => (picked === null ? NOBODY : nearest.indices.slice(picked * nearest.k, (picked + 1) * nearest.k)),
    [nearest, picked],
  );
  const within = (row: number | null) => (row !== null && row < beginnings.length ? row : null);
  return (
    <section className="future-pane" data-side={side} data-points={beginnings.length} aria-label={title}>
      <Suspense fallback={<div className="stage-empty" />}>
        <SemanticMap
          ref={scene}
          positions={coordinates}
          dims={dims}
          {...points}
          {...marks}
          selected={within(picked)}
          compared={null}
          hovered={within(hovered)}
          highlighted={highlighted}
          captions={captions}
          {...look}
          mode="orbit"
          insets={narrow ? NARROW : WIDE}
          resetNonce={resetNonce}
          viewLink={viewLink}
          ariaLabel={t('future.panes.canvas', { name: title, count: beginnings.length })}
          onHover={(row) => useLlm.getState().hover(row)}
          onSelect={(row) => useLlm.getState().pick(row)}
          onReady={useStatus.getState().setDrawn}
          onLost={() => useStatus.getState().report(new Fault('webgl-lost'))}
          onUnavailable={(fault) => {
            if (side === 'language') useStatus.getState().report(fault);
            onUnavailable();
          }}
        />
      </Suspense>
      <header className="future-head">
        <h2>{title}</h2>
        <p>{about}</p>
      </header>
    </section>
  );
}

/** The end of a beginning, as its label. */
function lastWords(text: string): string {
  const words = text.split(' ');
  return words.length <= WORDS ? text : `… ${words.slice(-WORDS).join(' ')}`;
}
