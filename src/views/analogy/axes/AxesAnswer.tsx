import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { AxesAnswer as Answered } from '../../../pipeline/words/axes/askAxes.ts';
import { parsePoles, poleName } from '../../../pipeline/words/axes/poles.ts';
import type { SpaceInfo } from '../../../pipeline/words/wordsResult.ts';
import { AxisWorth } from './AxisWorth.tsx';
import { EndWords } from './EndWords.tsx';
import { GroupReading } from './GroupReading.tsx';
import { GroupSpreads } from './GroupSpreads.tsx';
import { LookedWord } from './LookedWord.tsx';

interface AxesAnswerProps {
  readonly answer: Answered;
  readonly space: SpaceInfo;
}

/** What an axis says: its ends, the groups along it, one group word by word, and how far to believe it. */
export function AxesAnswer({ answer, space }: AxesAnswerProps) {
  const { t } = useTranslation('analogy');
  const [chosen, setChosen] = useState(0);
  const { axes, asked, between } = answer;
  const at = Math.min(chosen, axes.length - 1);
  const names = asked.map((axis) => {
    const { a, b } = parsePoles(axis);
    return [poleName(a), poleName(b)] as const;
  });
  const [from, to] = names[at];
  return (
    <>
      {between !== null && (
        <>
          <fieldset className="toggles axis-choice">
            <legend className="visually-hidden">{t('axes.which')}</legend>
            {names.map(([a, b], index) => (
              <label key={asked[index]} className="toggle">
                <input
                  type="radio"
                  name="axis-read"
                  className="visually-hidden"
                  checked={at === index}
                  onChange={() => setChosen(index)}
                />
                {index === 0 ? '↔' : '↕'} {a} – {b}
              </label>
            ))}
          </fieldset>
          <p>
            {t(Math.abs(between) < 0.3 ? 'axes.betweenFar' : 'axes.betweenNear', {
              cosine: twoDecimals(between),
            })}
          </p>
        </>
      )}
      <h2>{t('axes.along', { a: from, b: to })}</h2>
      <LookedWord answer={answer} axis={at} />
      <EndWords answer={answer} axis={at} names={names[at]} />
      <GroupReading answer={answer} axis={at} names={names[at]} />
      <GroupSpreads answer={answer} axis={at} names={names[at]} />
      <AxisWorth reading={axes[at]} names={names[at]} />
      {space.kind === 'list' && <p className="hint">{t('axes.onlyList')}</p>}
    </>
  );
}
