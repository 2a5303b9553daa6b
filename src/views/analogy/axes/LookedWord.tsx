import { useTranslation } from 'react-i18next';
import type { AxesAnswer } from '../../../pipeline/words/axes/askAxes.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useWords } from '../../../stores/wordsStore.ts';
import { signed } from './axisScale.ts';

interface LookedWordProps {
  readonly answer: AxesAnswer;
  readonly axis: number;
}

/** Where the word stands that was typed, and the one whose point was clicked. */
export function LookedWord({ answer, axis }: LookedWordProps) {
  const { t } = useTranslation('analogy');
  const change = useLink(({ change }) => change);
  const picked = useWords(({ frame, picked }) =>
    picked === null ? null : (frame?.figure?.points[picked]?.text ?? null),
  );
  const { looked, placed } = answer;
  const clicked = placed.find(({ text }) => text === picked);
  const rows = [
    ...(looked && 'places' in looked ? [{ text: looked.word, ...looked }] : []),
    ...(clicked && clicked.text !== looked?.word ? [clicked] : []),
  ];
  return (
    <>
      {rows.map(({ text, places, scores }) => (
        <p key={text} className="axis-looked" aria-live="polite">
          <strong dir="auto">{text}</strong>{' '}
          {t('axes.stands', { place: signed(places[axis], 2), z: signed(scores[axis], 1) })}
        </p>
      ))}
      {looked && 'spellings' in looked && (
        <div className="chips" aria-live="polite">
          <span>{t('unknown.word', { word: looked.word })}</span>
          {looked.spellings.map((word) => (
            <button key={word} type="button" className="chip" onClick={() => change({ word })}>
              {word}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
