import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FutureAnswer } from '../../../pipeline/llm/future/futureAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { tokenName } from './futureGroups.ts';
import { shareText } from './shareText.ts';

const ROW_HEIGHT = 36;
const COLUMNS = ['text', 'says', 'next', 'guess'] as const;

/** All beginnings with what they say, the word written for them, and the model's first guess. */
export default function FutureTable({ answer }: { readonly answer: FutureAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const language = useLink(({ link }) => link.lang);
  const picked = useLlm((state) => state.picked);
  const scroller = useRef<HTMLDivElement>(null);
  const { beginnings, says } = answer;
  const names = new Map(says.map(({ id, names }) => [id, names[language]]));
  useEffect(() => useStatus.getState().setDrawn(), []);
  const virtual = useVirtualizer({
    count: beginnings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-view" ref={scroller} tabIndex={0} aria-label={t('future.table.title')}>
      <table aria-rowcount={beginnings.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column}>{t(`future.table.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const { id, text, says: topic, next, top } = beginnings[index];
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
                    onClick={() => useLlm.getState().pick(index)}
                    title={text}
                  >
                    <span dir="auto">{text}</span>
                  </button>
                </td>
                <td>{names.get(topic) ?? t('future.table.own')}</td>
                <td>{next || '–'}</td>
                <td>
                  {tokenName(top[0].text)} <small>{shareText(top[0].score)}</small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
