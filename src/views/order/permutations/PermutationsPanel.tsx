import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  OnAndOff,
  PermutationsAnswer,
} from '../../../pipeline/order/permutations/permutationsAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useOrder } from '../../../stores/order/orderStore.ts';
import { FarthestPart } from './FarthestPart.tsx';
import { LessonPart } from './LessonPart.tsx';
import { shortNumber, threeDecimals } from './numberText.ts';
import { shownSet } from './shownSet.ts';

/** Up to here differences are rounding: float32 sums in another order. */
const ROUNDING = 1e-5;

/** How far orders part, with position encoding and without, in words and numbers. */
export function PermutationsPanel({ answer }: { readonly answer: PermutationsAnswer }): ReactNode {
  const { t } = useTranslation('order');
  const language = useLink(({ link }) => link.lang);
  const asked = useLink(({ link }) => link.relation);
  const finished = useOrder(({ job }) => job === null);
  const set = shownSet(answer, asked);
  const { position, own, difference, leastCosine, sets } = answer;
  useEffect(() => {
    if (!finished) return;
    const { tick, done } = useOrder.getState();
    if (position === 'off') tick('off');
    else if (done.has('off')) tick('on');
    if (own && sets[0].orders.length > 1) tick('own');
  }, [finished, position, own, sets]);
  const single = own && sets[0].orders.length === 1;
  const rows = [
    ...(set && sets.length > 1
      ? [
          {
            name: 'thisSet',
            difference: set.difference,
            least: { on: set.farthest.on?.cosine ?? null, off: set.farthest.off?.cosine ?? null },
          } as const,
        ]
      : []),
    { name: sets.length > 1 ? 'allSets' : 'thisSet', difference, least: leastCosine } as const,
  ];
  return (
    <>
      <section className="answer-part" data-testid="order-numbers">
        <h2>{t('permutations.panel.title')}</h2>
        {single ? <p>{t('permutations.panel.one')}</p> : <Verdict answer={answer} />}
        {!single && (
          <table
            className="facts-table"
            data-difference-on={difference.on}
            data-difference-off={difference.off}
          >
            <thead>
              <tr>
                <th scope="col">{t('permutations.panel.measure')}</th>
                <th scope="col">{t('permutations.panel.on')}</th>
                <th scope="col">{t('permutations.panel.off')}</th>
              </tr>
            </thead>
            {rows.map(({ name, difference, least }) => (
              <tbody key={name}>
                <tr>
                  <th scope="rowgroup" colSpan={3}>
                    <strong>{t(`permutations.panel.${name}`)}</strong>
                  </th>
                </tr>
                <Row name={t('permutations.panel.difference')} values={difference} tell={shortNumber} />
                <Row name={t('permutations.panel.least')} values={least} tell={threeDecimals} />
              </tbody>
            ))}
          </table>
        )}
        <Reservations answer={answer} />
      </section>
      {set?.note && (
        <section className="answer-part">
          <h2>{t('permutations.panel.note')}</h2>
          <p>{set.note[language]}</p>
        </section>
      )}
      {set && <FarthestPart set={set} position={position} />}
      {!own && <LessonPart answer={answer} />}
      <BagPart answer={answer} />
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly values: OnAndOff<number | null>;
  readonly tell: (value: number) => string;
}

function Row({ name, values, tell }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {[values.on, values.off].map((value, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two columns have no other name
        <td key={column}>{value === null ? '–' : tell(value)}</td>
      ))}
    </tr>
  );
}

function Verdict({ answer }: { readonly answer: PermutationsAnswer }) {
  const { t } = useTranslation('order');
  const { difference, causal, pooling, layer } = answer;
  if (difference.on === null || difference.off === null) return null;
  const said = { on: shortNumber(difference.on), off: shortNumber(difference.off) };
  const flat = layer === 'table' && Math.max(difference.on, difference.off) <= ROUNDING;
  const equal = difference.off <= ROUNDING;
  const verdict = flat ? 'table' : equal ? 'equal' : causal ? 'causal' : 'unequal';
  return (
    <>
      <p className="order-verdict" data-verdict={verdict}>
        {t(`permutations.panel.${verdict}`, said)}
      </p>
      {pooling === 'last' && !equal && <p>{t('permutations.panel.last')}</p>}
    </>
  );
}

/** What the numbers leave out, and why. */
function Reservations({ answer }: { readonly answer: PermutationsAnswer }) {
  const { t } = useTranslation('order');
  const left = answer.sets.flatMap(({ orders }) => orders.filter(({ sameTokens }) => !sameTokens));
  const otherWords = left.filter(({ sameWords }) => !sameWords).length;
  const otherTokens = left.length - otherWords;
  return (
    <>
      {otherWords > 0 && <p className="hint">{t('permutations.panel.otherWords', { count: otherWords })}</p>}
      {otherTokens > 0 && (
        <p className="hint">{t('permutations.panel.otherTokens', { count: otherTokens })}</p>
      )}
    </>
  );
}

/** The same orders as a static model has them. */
function BagPart({ answer: { bag } }: { readonly answer: PermutationsAnswer }) {
  const { t } = useTranslation('order');
  return (
    <section className="answer-part" data-testid="order-bag">
      <h2>{t('permutations.panel.bag')}</h2>
      <p>
        {bag.difference === null
          ? t('permutations.panel.bagNone')
          : t(bag.difference === 0 ? 'permutations.panel.bagEqual' : 'permutations.panel.bagText', {
              models: bag.models.join(', '),
              count: bag.pairs,
              difference: shortNumber(bag.difference),
            })}
        {bag.otherWords > 0 && ` ${t('permutations.panel.bagOther', { count: bag.otherWords })}`}
      </p>
    </section>
  );
}
