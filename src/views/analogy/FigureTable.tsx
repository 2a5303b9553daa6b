import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../pipeline/words/figure.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useWords } from '../../stores/wordsStore.ts';

const ROW_HEIGHT = 34;

/** The points of a figure as rows, with where they stand. */
export function FigureTable({ figure }: { readonly figure: Figure }) {
  const { t } = useTranslation('analogy');
  const language = useLink(({ link }) => link.lang);
  const picked = useWords(({ picked }) => picked);
  const scroller = useRef<HTMLDivElement>(null);
  const { points, groups, coordinates, dims } = figure;
  const names = new Map(groups.map(({ id, names }) => [id, names[language]]));
  const virtual = useVirtualizer({
    count: points.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-view" ref={scroller} tabIndex={0} aria-label={t('shell.table')}>
      <table aria-rowcount={points.length + 1}>
        <thead>
          <tr>
            <th>{t('shell.word')}</th>
            <th>{t('shell.part')}</th>
            <th>{t('shell.place')}</th>
          </tr>
        </thead>
        <tbody style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const { id, text, kind, group } = points[index];
            return (
              <tr
                key={id}
                aria-rowindex={index + 2}
                aria-selected={index === picked}
                style={{ transform: `translateY(${start}px)`, blockSize: ROW_HEIGHT }}
              >
                <td>
                  <button
                    type="button"
                    className="row-button"
                    onClick={() => useWords.getState().pick(index)}
                  >
                    <span dir="auto">{text}</span>
                  </button>
                </td>
                <td>{names.get(group) ?? t(`kinds.${kind}`)}</td>
                <td className="numbers">
                  {Array.from(coordinates.subarray(index * dims, (index + 1) * dims), (value) =>
                    value.toFixed(2),
                  ).join('  ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
