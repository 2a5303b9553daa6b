import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { AxesAnswer, PlacedWord } from '../../../pipeline/words/axes/askAxes.ts';
import { hoverWord, pickWord } from '../hoverWord.ts';
import { signed } from './axisScale.ts';

interface EndWordsProps {
  readonly answer: AxesAnswer;
  readonly axis: number;
  readonly names: readonly [string, string];
}

const LISTED = 10;

/** The words farthest towards each pole, and those that stand at 0. */
export function EndWords({ answer, axis, names }: EndWordsProps) {
  const { t } = useTranslation('analogy');
  const { mean, sd, low, high, count } = answer.axes[axis].reference;
  const ordered = answer.placed.toSorted((a, b) => a.places[axis] - b.places[axis]);
  const middle = answer.placed
    .toSorted((a, b) => Math.abs(a.places[axis]) - Math.abs(b.places[axis]))
    .slice(0, LISTED);
  const lists = [
    { title: t('axes.towards', { pole: names[0] }), words: ordered.slice(0, LISTED) },
    { title: t('axes.towards', { pole: names[1] }), words: ordered.slice(-LISTED).reverse() },
  ];
  return (
    <section className="answer-part">
      <div className="axis-ends" data-testid="axis-ends">
        {lists.map(({ title, words }) => (
          <WordList key={title} title={title} words={words} axis={axis} />
        ))}
      </div>
      <p className="hint">
        {t('axes.numbers', {
          count,
          mean: twoDecimals(mean),
          sd: twoDecimals(sd),
          low: signed(low, 2),
          high: signed(high, 2),
        })}
      </p>
      <details className="axis-middle">
        <summary>{t('axes.middle')}</summary>
        <WordList title={t('axes.middle')} words={middle} axis={axis} quiet />
        <p className="hint">{t('axes.middleHint')}</p>
      </details>
    </section>
  );
}

interface WordListProps {
  readonly title: string;
  readonly words: readonly PlacedWord[];
  readonly axis: number;
  readonly quiet?: boolean;
}

function WordList({ title, words, axis, quiet }: WordListProps) {
  const { t } = useTranslation('analogy');
  return (
    <table className="axis-words">
      <caption className={quiet ? 'visually-hidden' : undefined}>{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('shell.word')}</th>
          <th scope="col">{t('axes.place')}</th>
        </tr>
      </thead>
      <tbody>
        {words.map(({ text, places }) => (
          <tr key={text} onPointerEnter={() => hoverWord(text)} onPointerLeave={() => hoverWord(null)}>
            <th scope="row" dir="auto">
              <button type="button" className="row-button" onClick={() => pickWord(text)}>
                {text}
              </button>
            </th>
            <td>{signed(places[axis], 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
