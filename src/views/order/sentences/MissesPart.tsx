import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { SentencesAnswer } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { numbersOf, type SentenceLook, SHORT_NAMES } from './shownGroup.ts';

/** So many are told; the export holds them all. */
const SHOWN = 8;

interface MissesPartProps {
  readonly answer: SentencesAnswer;
  readonly look: SentenceLook;
}

/** The sentences whose nearest is no paraphrase, by the model in focus: press one to see its group. */
export function MissesPart({ answer, look }: MissesPartProps) {
  const { t } = useTranslation('order');
  const { lines, models, focus } = answer;
  const said = models.find(({ model }) => model === focus);
  if (!said) return null;
  const { misses } = numbersOf(said, look);
  const name = SHORT_NAMES[focus];
  if (misses.length === 0) return <p className="hint">{t('sentences.panel.noMisses', { model: name })}</p>;
  return (
    <section className="answer-part" data-testid="sentence-misses">
      <h2>{t('sentences.panel.misses', { model: name, count: misses.length })}</h2>
      <ul className="sentence-misses">
        {misses.slice(0, SHOWN).map(({ line, nearest, cosine }) => (
          <li key={line}>
            <button
              type="button"
              className="row-button"
              onClick={() => useLink.getState().change({ relation: lines[line].group })}
            >
              <span>
                <bdi>{lines[line].text}</bdi> → <bdi>{lines[nearest].text}</bdi>{' '}
                <small>
                  {twoDecimals(cosine)} ·{' '}
                  {t(
                    lines[nearest].near && lines[nearest].group === lines[line].group
                      ? 'sentences.panel.missNear'
                      : 'sentences.panel.missOther',
                  )}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {misses.length > SHOWN && (
        <p className="hint">{t('sentences.panel.more', { count: misses.length - SHOWN })}</p>
      )}
    </section>
  );
}
