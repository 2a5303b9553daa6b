import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabOccurrence } from '../../pipeline/lab/occurrenceList.ts';
import type { Reading } from '../../pipeline/lab/occurrenceVectors.ts';
import { useLab } from '../../stores/labStore.ts';
import { Marker } from '../../ui/Marker.tsx';
import { TokenStrip } from './detail/TokenStrip.tsx';
import { MarkedSentence } from './MarkedSentence.tsx';
import { type SenseLook, senseOf } from './senseLook.ts';
import type { LabLook } from './useLabLook.ts';

interface OccurrenceRowsProps extends LabLook {
  readonly tokens: boolean;
}

/** Every occurrence as its sentence, sense by sense; the one under the pointer lights up in both panes. */
export function OccurrenceRows({ frame, look, tokens }: OccurrenceRowsProps) {
  const { t } = useTranslation('context');
  const { occurrences, readings } = frame.vectors;
  let last: SenseLook | null = null;
  return (
    <ul className="occurrences" aria-label={t('lab.occurrences')}>
      {Array.from(look.order, (row) => {
        const sense = senseOf(look, row);
        const head = sense !== last && (look.senses.length > 0 || sense.name !== '');
        last = sense;
        return (
          <Row
            key={occurrences[row].id + occurrences[row].word}
            row={row}
            head={head}
            sense={sense}
            occurrence={occurrences[row]}
            reading={tokens ? readings[row] : null}
          />
        );
      })}
    </ul>
  );
}

interface RowProps {
  readonly row: number;
  readonly head: boolean;
  readonly sense: SenseLook;
  readonly occurrence: LabOccurrence;
  readonly reading: Reading | null;
}

const Row = memo(function Row({ row, head, sense, occurrence, reading }: RowProps) {
  const hovered = useLab(({ hovered }) => hovered === row);
  const picked = useLab(({ picked }) => picked === row);
  const { t } = useTranslation('context');
  const item = useRef<HTMLLIElement>(null);
  const { sentence, start, end, inside } = occurrence;
  useEffect(() => {
    if (picked) item.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <>
      {head && (
        <li className="occurrence-head">
          <Marker shape={sense.shape} colour={sense.colour} />
          <span>{sense.name || t('lab.noSense')}</span>
          <span className="count">{sense.count}</span>
        </li>
      )}
      <li
        ref={item}
        className="occurrence"
        data-lit={hovered || undefined}
        onPointerEnter={() => useLab.getState().hover(row)}
        onPointerLeave={() => useLab.getState().hover(null)}
      >
        <button
          type="button"
          aria-pressed={picked}
          onFocus={() => useLab.getState().hover(row)}
          onBlur={() => useLab.getState().hover(null)}
          onClick={() => useLab.getState().pick(picked ? null : row)}
        >
          <Marker shape={sense.shape} colour={sense.colour} />
          <span>
            <MarkedSentence {...{ sentence, start, end }} />
            {inside && <small className="inside"> {t('lab.insideOf', { word: inside })}</small>}
          </span>
        </button>
        {reading?.range && (
          <TokenStrip
            tokens={reading.tokens}
            from={reading.range.from}
            to={reading.range.to}
            truncated={reading.truncated}
            compact
          />
        )}
      </li>
    </>
  );
}, sameRow);

/** A sense that is looked up anew at each layer is the same as long as it looks the same. */
function sameRow(before: RowProps, after: RowProps): boolean {
  const { sense, ...rest } = before;
  const { name, colour, shape, count } = after.sense;
  const same = sense.name === name && sense.colour === colour && sense.shape === shape;
  return (
    same &&
    (!after.head || sense.count === count) &&
    rest.row === after.row &&
    rest.head === after.head &&
    rest.occurrence === after.occurrence &&
    rest.reading === after.reading
  );
}
