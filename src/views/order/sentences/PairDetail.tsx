import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { SentencesAnswer } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import { threeDecimals } from '../permutations/numberText.ts';
import {
  numbersOf,
  pairKind,
  rankOf,
  type SentenceLook,
  type SentencePair,
  SHORT_NAMES,
  zOf,
} from './shownGroup.ts';

interface PairDetailProps {
  readonly answer: SentencesAnswer;
  readonly index: number;
  readonly look: SentenceLook;
  readonly pair: SentencePair;
}

/** Two sentences, and how alike each model finds them: bare, and held against unrelated pairs. */
export function PairDetail({ answer, index, look, pair }: PairDetailProps) {
  const { t } = useTranslation('order');
  const { lines, models, groups, own } = answer;
  const group = groups[index];
  const n = group.rows.length;
  return (
    <section className="sentence-pair" data-testid="sentence-pair" aria-live="polite">
      <h3>
        {t('sentences.stage.pair')} <small>{t(`sentences.stage.kinds.${pairKind(group, pair)}`)}</small>
      </h3>
      <ol>
        {pair.map((place, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence may stand beside itself
          <li key={at}>
            <span className="order-number">{place + 1}</span>
            <bdi>{lines[group.rows[place]].text}</bdi>
          </li>
        ))}
      </ol>
      <table className="facts-table">
        <thead>
          <tr>
            <th scope="col">{t('sentences.stage.model')}</th>
            <th scope="col">{t('sentences.stage.cosine')}</th>
            <th scope="col">{t('sentences.stage.z')}</th>
            <th scope="col">{t('sentences.stage.rank')}</th>
          </tr>
        </thead>
        <tbody>
          {models.map((said) => {
            const numbers = numbersOf(said, look);
            const cosine = numbers.cosines[index][pair[0] * n + pair[1]];
            const z = cosine === null ? null : zOf(numbers, cosine);
            const rank = cosine === null ? null : rankOf(numbers, cosine);
            return (
              <tr key={said.model} data-model={said.model} data-cosine={cosine ?? undefined}>
                <th scope="row">{SHORT_NAMES[said.model]}</th>
                <td>{cosine === null ? '–' : threeDecimals(cosine)}</td>
                <td>{z === null ? '–' : twoDecimals(z)}</td>
                <td>{rank === null ? '–' : `${rank}%`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="hint">{t(own ? 'sentences.stage.zOwn' : 'sentences.stage.zHint')}</p>
    </section>
  );
}
