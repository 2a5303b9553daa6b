import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { Cell } from './MatrixCursor.tsx';
import { senseMeans } from './senseMeans.ts';

/** How long the cursor must rest before a screen reader hears of its cell. */
const REST_MS = 350;

interface MatrixWordsProps {
  readonly similarity: Float32Array;
  readonly order: Int32Array;
  readonly counts: readonly number[];
  readonly names: readonly string[];
  readonly allOne: boolean;
  /** The cell told of: under the cursor, else the picked one. */
  readonly cell: Cell | null;
  readonly meansId: string;
}

/** What the map says, in words: the cell pointed at, and how alike one sense and different senses are. */
export function MatrixWords({ similarity, order, counts, names, allOne, cell, meansId }: MatrixWordsProps) {
  const { t } = useTranslation('context');
  const n = order.length;
  const { within, between } = useMemo(
    () => senseMeans(similarity, order, counts),
    [similarity, order, counts],
  );
  const pair = cell && {
    value: twoDecimals(similarity[order[cell.row] * n + order[cell.column]]),
    a: names[order[cell.row]],
    b: names[order[cell.column]],
  };
  const spoken = useRested(pair ? t('matrix.pair', pair) : '');

  const numbers = { within: twoDecimals(within ?? 0), between: twoDecimals(between ?? 0) };
  let means = t('matrix.means', numbers);
  if (n < 2) means = t('matrix.single');
  else if (allOne) means = t('matrix.allOne');
  else if (between === null) means = t('matrix.meansWithin', numbers);
  else if (within === null) means = t('matrix.meansBetween', numbers);
  return (
    <>
      <p className="matrix-pair" aria-hidden="true">
        {pair ? (
          <>
            <strong>{pair.value}</strong> · {pair.a} — {pair.b}
          </>
        ) : (
          t('matrix.idle')
        )}
      </p>
      <p role="status" className="visually-hidden">
        {spoken}
      </p>
      <p id={meansId} className="matrix-means">
        {means}
      </p>
    </>
  );
}

/** A text once it has not changed for a while. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
