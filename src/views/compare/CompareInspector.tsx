import { Crosshair, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../language/decimals.ts';
import type { ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { nearestOn } from './changedItems.ts';
import { pickItem } from './pickItem.ts';

interface CompareInspectorProps {
  readonly result: ComparisonResult;
  readonly onFly: (row: number) => void;
}

/** The item looked at, with its neighbours on both sides; a sign marks those that both lists have. */
export function CompareInspector({ result, onFly }: CompareInspectorProps) {
  const { t } = useTranslation('compare');
  const picked = useComparison(({ picked }) => picked);
  const section = useRef<HTMLElement>(null);
  // chosen in a list farther down, it would be read of out of sight
  useEffect(() => {
    if (picked !== null) section.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <section className="compare-part inspector" data-testid="inspector" ref={section}>
      {picked === null || picked >= result.items.length ? (
        <p className="hint">{t('inspector.empty')}</p>
      ) : (
        <Item result={result} picked={picked} onFly={onFly} />
      )}
    </section>
  );
}

function Item({ result, picked, onFly }: CompareInspectorProps & { readonly picked: number }) {
  const { t } = useTranslation('compare');
  const { t: app } = useTranslation();
  const language = useLink(({ link }) => link.lang);
  const { items, groups, overlap, moved, k } = result;
  const { text, group, sentence, start = 0, end = 0 } = items[picked];
  const lists = [nearestOn(result.left, picked, k), nearestOn(result.right, picked, k)] as const;
  const [onLeft, onRight] = lists.map((list) => new Set(list.map(({ row }) => row)));
  const common = [...onLeft].filter((row) => onRight.has(row)).length;
  return (
    <>
      <div className="panel-head">
        <h2 className="point-text" dir="auto">
          {text}
        </h2>
        <IconButton icon={Crosshair} label={t('inspector.fly')} onClick={() => onFly(picked)} />
        <IconButton icon={X} label={app('app.close')} onClick={() => pickItem(null)} />
      </div>
      {sentence !== undefined && (
        <p className="sentence" dir="auto">
          {sentence.slice(0, start)}
          <mark>{sentence.slice(start, end)}</mark>
          {sentence.slice(end)}
        </p>
      )}
      <p className="hint">
        {groups.find(({ id }) => id === group)?.names[language]}
        {groups.some(({ id }) => id === group) && ' · '}
        {t('inspector.overlap', {
          overlap: picked < overlap.length ? twoDecimals(overlap[picked]) : '–',
          moved: twoDecimals(moved[picked]),
        })}
      </p>
      <div className="compare-two">
        <NearestList
          title={t('inspector.left')}
          testId="neighbours"
          list={lists[0]}
          others={onRight}
          items={items}
        />
        <NearestList
          title={t('inspector.right')}
          testId="neighbours2"
          list={lists[1]}
          others={onLeft}
          items={items}
        />
      </div>
      <p className="hint">
        {t('inspector.commonCount', { count: common, k: lists[0].length })} {t('inspector.measured')}
      </p>
    </>
  );
}

interface NearestListProps extends Pick<ComparisonResult, 'items'> {
  readonly title: string;
  readonly testId: string;
  readonly list: readonly { readonly row: number; readonly score: number }[];
  /** Rows of the other list. */
  readonly others: ReadonlySet<number>;
}

function NearestList({ title, testId, list, others, items }: NearestListProps) {
  const { t } = useTranslation('compare');
  const { hover } = useComparison.getState();
  return (
    <div>
      <h3>{title}</h3>
      <ol className="neighbours" data-testid={testId}>
        {list.map(({ row, score }) => {
          const isCommon = others.has(row);
          const { text, sentence } = items[row];
          return (
            <li key={row} data-text={text} data-score={score} data-common={isCommon}>
              <button
                type="button"
                className="neighbour"
                onClick={() => pickItem(row)}
                onPointerEnter={() => hover(row)}
                onPointerLeave={() => hover(null)}
              >
                <span className="compare-sign" aria-hidden>
                  {isCommon ? '=' : ''}
                </span>
                <span className="neighbour-text" dir="auto" title={sentence}>
                  {sentence ?? text}
                </span>
                {isCommon && <span className="visually-hidden">, {t('inspector.common')}</span>}
                <span className="score">{twoDecimals(score)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
