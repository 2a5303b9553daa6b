import { useTranslation } from 'react-i18next';
import type { SentencesAnswer } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import { threeDecimals } from '../permutations/numberText.ts';
import { numbersOf, pairKind, type SentenceLook, type SentencePair, SHORT_NAMES } from './shownGroup.ts';

interface PairsTableProps {
  readonly answer: SentencesAnswer;
  readonly index: number;
  readonly look: SentenceLook;
  readonly onPick: (pair: SentencePair) => void;
}

/** Every pair of a group as a row, a column a model: the matrices and the map in words and numbers. */
export function PairsTable({ answer, index, look, onPick }: PairsTableProps) {
  const { t } = useTranslation('order');
  const { lines, models, groups } = answer;
  const group = groups[index];
  const n = group.rows.length;
  const pairs = group.rows.flatMap((_, a) =>
    Array.from({ length: n - a - 1 }, (_, after): SentencePair => [a, a + after + 1]),
  );
  const textOf = (place: number) => lines[group.rows[place]].text;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="sentence-pairs" tabIndex={0} aria-label={t('sentences.stage.pairs')}>
      <table className="facts-table" data-testid="sentence-pairs">
        <caption>{t('sentences.stage.pairs')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sentences.stage.sentences')}</th>
            <th scope="col">{t('sentences.stage.kind')}</th>
            {models.map(({ model }) => (
              <th key={model} scope="col">
                {SHORT_NAMES[model]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.join('-')}>
              <th scope="row">
                <button type="button" className="row-button" onClick={() => onPick(pair)}>
                  <span>
                    <bdi>{textOf(pair[0])}</bdi> – <bdi>{textOf(pair[1])}</bdi>
                  </span>
                </button>
              </th>
              <td>{t(`sentences.stage.kinds.${pairKind(group, pair)}`)}</td>
              {models.map((said) => {
                const cosine = numbersOf(said, look).cosines[index][pair[0] * n + pair[1]];
                return <td key={said.model}>{cosine === null ? '–' : threeDecimals(cosine)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
