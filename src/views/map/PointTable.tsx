import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapFrame } from '../../pipeline/buildMap.ts';
import { inspect } from '../../stores/inspection.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { useGrouping } from './useGrouping.ts';

const ROW_HEIGHT = 36;
const COLUMNS = ['text', 'group', 'kept', 'coordinates'] as const;
type Column = (typeof COLUMNS)[number];

/** The points of the map as rows: the same selection, the same hidden groups. */
export default function PointTable({ frame }: { readonly frame: MapFrame }) {
  const { t } = useTranslation();
  const language = useLink(({ link }) => link.lang);
  const result = useMap(({ result }) => (result?.items === frame.items ? result : null));
  const hiddenGroups = useSelection(({ hiddenGroups }) => hiddenGroups);
  const selected = useSelection(({ selected }) => selected);
  const region = useSelection(({ region }) => region);
  const [order, setOrder] = useState<{ column: Column; down: boolean } | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { items, coordinates, dims } = frame;
  const { groups, rows: groupOf } = useGrouping(frame);
  const preservation = result?.preservation;

  const nameOf = useCallback(
    (index: number) => groups[groupOf[index]]?.names[language] ?? '',
    [groups, groupOf, language],
  );
  const shown = useMemo(() => {
    const inRegion = region.length > 0 ? new Set(region) : null;
    const isHidden = groups.map(({ id }) => hiddenGroups.has(id));
    const found: number[] = [];
    for (let index = 0; index < items.length; index++)
      if (!isHidden[groupOf[index]] && (!inRegion || inRegion.has(index))) found.push(index);
    return found;
  }, [items, hiddenGroups, region, groups, groupOf]);
  // frames of a settling map put the rows in another order only where they are ordered by place
  const places = order?.column === 'coordinates' ? coordinates : null;
  const rows = useMemo(() => {
    if (!order) return shown;
    const collator = new Intl.Collator(language);
    const compare: Record<Column, (a: number, b: number) => number> = {
      text: (a, b) => collator.compare(items[a].text, items[b].text),
      group: (a, b) => collator.compare(nameOf(a), nameOf(b)),
      kept: (a, b) => (preservation?.[a] ?? 0) - (preservation?.[b] ?? 0),
      coordinates: (a, b) => (places ? places[a * dims] - places[b * dims] : 0),
    };
    const sign = order.down ? -1 : 1;
    return shown.toSorted((a, b) => sign * compare[order.column](a, b));
  }, [items, shown, order, language, nameOf, preservation, places, dims]);

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
                aria-sort={order?.column === column ? (order.down ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  onClick={() => setOrder({ column, down: order?.column === column && !order.down })}
                >
                  {t(`table.${column}`)}
                  {order?.column === column &&
                    (order.down ? <ArrowDown aria-hidden size={13} /> : <ArrowUp aria-hidden size={13} />)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: place, start }) => {
            const index = rows[place];
            const { id, text, sentence } = items[index];
            return (
              <tr
                key={id}
                aria-rowindex={place + 2}
                aria-selected={index === selected}
                style={{ transform: `translateY(${start}px)`, blockSize: ROW_HEIGHT }}
              >
                <td>
                  <button type="button" className="row-button" onClick={() => void inspect(index, null)}>
                    <span dir="auto">{text}</span>
                    {sentence !== undefined && (
                      <small dir="auto" title={sentence}>
                        {sentence}
                      </small>
                    )}
                  </button>
                </td>
                <td>{nameOf(index)}</td>
                <td>{preservation ? `${Math.round(preservation[index] * 100)} %` : '…'}</td>
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
      {rows.length === 0 && <p className="hint">{t('table.empty')}</p>}
    </section>
  );
}
