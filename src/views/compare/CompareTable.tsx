import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../language/decimals.ts';
import type { ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { pickItem } from './pickItem.ts';

const ROW_HEIGHT = 36;
const COLUMNS = ['text', 'group', 'overlap', 'moved'] as const;
type Column = (typeof COLUMNS)[number];

/** All items, or those of a chosen suggestion, with how much each changed; what changed most comes first. */
export default function CompareTable({ result }: { readonly result: ComparisonResult }) {
  const { t } = useTranslation('compare');
  const language = useLink(({ link }) => link.lang);
  const picked = useComparison(({ picked }) => picked);
  const chosen = useComparison(({ chosen }) => chosen);
  const [order, setOrder] = useState<{ column: Column; down: boolean }>({ column: 'overlap', down: false });
  const scroller = useRef<HTMLDivElement>(null);
  const { items, groups, overlap, moved } = result;
  const names = useMemo(
    () => new Map(groups.map(({ id, names }) => [id, names[language]])),
    [groups, language],
  );
  const rows = useMemo(() => {
    const collator = new Intl.Collator(language);
    const nameOf = (row: number) => names.get(items[row].group) ?? '';
    const compare: Record<Column, (a: number, b: number) => number> = {
      text: (a, b) => collator.compare(items[a].text, items[b].text),
      group: (a, b) => collator.compare(nameOf(a), nameOf(b)),
      overlap: (a, b) => overlap[a] - overlap[b],
      moved: (a, b) => moved[a] - moved[b],
    };
    const sign = order.down ? -1 : 1;
    const shown = chosen.length > 0 ? [...chosen] : [...items.keys()];
    return shown.sort((a, b) => sign * compare[order.column](a, b) || a - b);
  }, [items, names, overlap, moved, chosen, order, language]);

  useEffect(() => useStatus.getState().setDrawn(), []);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-view" ref={scroller} tabIndex={0} aria-label={t('table.title')}>
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                aria-sort={order.column === column ? (order.down ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  onClick={() => setOrder({ column, down: order.column === column && !order.down })}
                >
                  {t(`table.${column}`)}
                  {order.column === column &&
                    (order.down ? <ArrowDown aria-hidden size={13} /> : <ArrowUp aria-hidden size={13} />)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: place, start }) => {
            const row = rows[place];
            const { id, text, sentence, group } = items[row];
            return (
              <tr
                key={id}
                aria-rowindex={place + 2}
                aria-selected={row === picked}
                style={{ transform: `translateY(${start}px)`, blockSize: ROW_HEIGHT }}
              >
                <td>
                  <button type="button" className="row-button" onClick={() => pickItem(row)}>
                    <span dir="auto">{text}</span>
                    {sentence !== undefined && (
                      <small dir="auto" title={sentence}>
                        {sentence}
                      </small>
                    )}
                  </button>
                </td>
                <td>{names.get(group)}</td>
                <td className="numbers">{row < overlap.length && twoDecimals(overlap[row])}</td>
                <td className="numbers">{twoDecimals(moved[row])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
