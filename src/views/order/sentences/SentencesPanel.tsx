import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import { MOST_MODELS, type SentencesAnswer } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useOrder } from '../../../stores/order/orderStore.ts';
import { MissesPart } from './MissesPart.tsx';
import { ScoresTable } from './ScoresTable.tsx';
import { lookOf, numbersOf, type SentenceLook, SHORT_NAMES } from './shownGroup.ts';

interface PartProps {
  readonly answer: SentencesAnswer;
  readonly look: SentenceLook;
}

/** Which model keeps paraphrases together and near misses apart, in words and numbers. */
export function SentencesPanel({ answer }: { readonly answer: SentencesAnswer }): ReactNode {
  const { t } = useTranslation('order');
  const centre = useLink(({ link }) => link.centre);
  const finished = useOrder(({ job }) => job === null);
  const look = lookOf(answer, centre);
  useEffect(() => {
    if (finished) useOrder.getState().tick('sentences');
  }, [finished]);
  const { leftOut, own, models, asked } = answer;
  return (
    <>
      <section className="answer-part" data-testid="sentence-verdict">
        <h2>{t(own ? 'sentences.panel.ownTitle' : 'sentences.panel.title')}</h2>
        {own ? <OwnPart answer={answer} look={look} /> : <Verdict answer={answer} look={look} />}
        {!own && <Nearest answer={answer} look={look} />}
        {models.length < asked.length && <p className="hint">{t('sentences.panel.waiting')}</p>}
        {leftOut.length > 0 && (
          <p className="hint">
            {t('sentences.panel.leftOut', {
              most: MOST_MODELS,
              models: leftOut.map((id) => SHORT_NAMES[id]).join(', '),
            })}
          </p>
        )}
        {models.map(
          ({ model, missing }) =>
            missing.length > 0 && (
              <p key={model} className="hint">
                {t('sentences.panel.missing', { model: SHORT_NAMES[model], count: missing.length })}
              </p>
            ),
        )}
      </section>
      {!own && <ScoresTable answer={answer} look={look} />}
      {!own && <Anisotropy answer={answer} look={look} />}
      {!own && <MissesPart answer={answer} look={look} />}
    </>
  );
}

/** Which model is best, and beside which of the others that may be chance. */
function Verdict({ answer, look }: PartProps) {
  const { t } = useTranslation('order');
  const best = answer.best[look];
  if (!best) return null;
  const names = (level: boolean) =>
    best.behind
      .filter(({ difference }) => difference.low <= 0 === level)
      .map(({ model }) => SHORT_NAMES[model])
      .join(', ');
  const { value, low, high } = best.auc;
  return (
    <p data-best={best.model}>
      {t(low > 0.5 ? 'sentences.panel.best' : 'sentences.panel.lowBest', {
        model: SHORT_NAMES[best.model],
        percent: Math.round(value * 100),
        auc: twoDecimals(value),
        low: twoDecimals(low),
        high: twoDecimals(high),
      })}{' '}
      {names(false) && t('sentences.panel.ahead', { models: names(false) })}{' '}
      {names(true) && t('sentences.panel.level', { models: names(true) })}
    </p>
  );
}

/** How often the nearest sentence is a paraphrase, by the best and the worst of the models. */
function Nearest({ answer, look }: PartProps) {
  const { t } = useTranslation('order');
  const found = answer.models
    .flatMap((said) => {
      const { scores } = numbersOf(said, look);
      return scores?.accuracy ? [{ name: SHORT_NAMES[said.model], value: scores.accuracy.value }] : [];
    })
    .sort((a, b) => b.value - a.value);
  const [best] = found;
  const last = found.at(-1);
  if (!best || !last || found.length < 2) return null;
  return (
    <p>
      {t('sentences.panel.nearest', {
        best: best.name,
        bestShare: Math.round(best.value * 100),
        last: last.name,
        lastShare: Math.round(last.value * 100),
      })}
    </p>
  );
}

/** The closest two of a person's sentences by each model. */
function OwnPart({ answer, look }: PartProps) {
  const { t } = useTranslation('order');
  const n = answer.lines.length;
  if (n < 2) return <p>{t('sentences.panel.ownOne')}</p>;
  return (
    <ul className="answer-list">
      {answer.models.map((said) => {
        const [cosines] = numbersOf(said, look).cosines;
        let found: { a: number; b: number; cosine: number } | null = null;
        for (let a = 0; a < n; a++) {
          for (let b = a + 1; b < n; b++) {
            const cosine = cosines[a * n + b];
            if (cosine !== null && (!found || cosine > found.cosine)) found = { a: a + 1, b: b + 1, cosine };
          }
        }
        return (
          found && (
            <li key={said.model}>
              {t('sentences.panel.ownClosest', {
                ...found,
                model: SHORT_NAMES[said.model],
                cosine: twoDecimals(found.cosine),
              })}
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Why bare cosines of two models must not be held against each other. */
function Anisotropy({ answer, look }: PartProps) {
  const { t } = useTranslation('order');
  const means = answer.models
    .flatMap((said) => {
      const { spread } = numbersOf(said, look);
      return spread ? [{ name: SHORT_NAMES[said.model], mean: spread.mean }] : [];
    })
    .sort((a, b) => b.mean - a.mean);
  const [high] = means;
  const low = means.at(-1);
  if (!high || !low) return null;
  const said = {
    high: high.name,
    highMean: twoDecimals(high.mean),
    low: low.name,
    lowMean: twoDecimals(low.mean),
  };
  return (
    <section className="answer-part">
      <h2>{t('sentences.panel.anisotropy')}</h2>
      <p>
        {look === 'shown'
          ? t('sentences.panel.centred')
          : t(means.length > 1 ? 'sentences.panel.range' : 'sentences.panel.rangeOne', said)}
      </p>
    </section>
  );
}
