import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { QuestionAnswer as Answered } from '../../../pipeline/words/question/askQuestion.ts';
import type { Candidate } from '../../../pipeline/words/wordSpace.ts';
import type { SpaceInfo } from '../../../pipeline/words/wordsResult.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { hoverWord } from '../hoverWord.ts';

interface QuestionAnswerProps {
  readonly answer: Answered;
  readonly space: SpaceInfo;
}

/** The lists of an answer, as the link calls them. */
const RANKINGS = { add: 'candidates', mul: 'byProduct', all: 'including' } as const;
const RANKING_KEYS = ['add', 'mul', 'all'] as const;

/** The ranked answers, by three ways of ranking, and how true the parallelogram is. */
export function QuestionAnswer({ answer, space }: QuestionAnswerProps) {
  const { t } = useTranslation('analogy');
  const asked = useLink(({ link }) => link.ranking);
  const change = useLink(({ change }) => change);
  const ranking = RANKINGS[asked];
  const { analogy, offsets, formula } = answer;
  const best = answer.candidates.at(0);
  const first = answer[ranking].at(0);
  const by = ranking === 'byProduct' ? 'scoreMul' : 'score';
  const given = new Set(answer.terms.map(({ word }) => word));
  return (
    <>
      <h2>{analogy ? t('question.answers', { ...analogy }) : formula}</h2>
      {first && (
        <p className="big-answer">
          <span dir="auto">{first.text}</span> <small>{twoDecimals(first[by])}</small>
        </p>
      )}
      {space.languages.length > 1 && <p className="hint">{t('question.translations')}</p>}
      {offsets && analogy && best && (
        <p>{t('question.parallelSays', { ...analogy, d: best.text, cosine: twoDecimals(offsets.cosine) })}</p>
      )}
      <fieldset className="toggles ranking">
        <legend className="visually-hidden">{t('question.ranking')}</legend>
        {RANKING_KEYS.map((value) => (
          <label key={value} className="toggle">
            <input
              type="radio"
              name="ranking"
              className="visually-hidden"
              checked={asked === value}
              onChange={() => change({ ranking: value })}
            />
            {t(`question.rankings.${RANKINGS[value]}`)}
          </label>
        ))}
      </fieldset>
      <p className="hint">{t(`question.rankingHints.${ranking}`)}</p>
      <AnswerList rows={answer[ranking]} by={by} given={given} />
      {space.kind === 'list' && <p className="hint">{t('question.onlyList', { count: space.size })}</p>}
      {offsets && analogy && best && (
        <section className="answer-part">
          <h3>{t('question.parallel')}</h3>
          <table className="facts-table">
            <caption className="visually-hidden">{t('question.parallel')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('question.arrow')}</th>
                <th scope="col">{t('question.length')}</th>
                <th scope="col">{t('question.kept')}</th>
              </tr>
            </thead>
            <tbody>
              {[
                [analogy.a, analogy.b],
                [analogy.c, best.text],
              ].map(([from, to], index) => (
                <tr key={`${from} ${to}`}>
                  <th scope="row" dir="auto">
                    {from} → {to}
                  </th>
                  <td>{twoDecimals(offsets.lengths[index])}</td>
                  <td>{Math.round(offsets.kept[index] * 100)} %</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="hint">{t('question.keptHint', { miss: twoDecimals(offsets.miss) })}</p>
        </section>
      )}
    </>
  );
}

interface AnswerListProps {
  readonly rows: readonly Candidate[];
  readonly by: 'score' | 'scoreMul';
  /** The words of the question. */
  readonly given: ReadonlySet<string>;
}

function AnswerList({ rows, by, given }: AnswerListProps) {
  const { t } = useTranslation('analogy');
  const most = rows[0]?.[by] ?? 1;
  return (
    <ol className="neighbours" data-testid="analogy-result">
      {rows.map((row, rank) => (
        <li
          key={row.row}
          data-text={row.text}
          data-score={by === 'score' ? row.score : row.scoreMul}
          className="neighbour"
          onPointerEnter={() => hoverWord(row.text)}
          onPointerLeave={() => hoverWord(null)}
        >
          <span
            aria-hidden
            className="neighbour-bar"
            style={{ inlineSize: `${Math.max(0, (row[by] / most) * 100)}%` }}
          />
          <span className="rank">{rank + 1}</span>
          <span className="neighbour-text" dir="auto">
            {row.text}
            {given.has(row.text) && <em> {t('question.given')}</em>}
          </span>
          <span className="score">{row[by].toFixed(3)}</span>
        </li>
      ))}
    </ol>
  );
}
