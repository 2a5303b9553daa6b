import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AxesAnswer } from '../../../pipeline/words/axes/askAxes.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { SelectField } from '../../../ui/fields.tsx';
import { hoverWord, pickWord } from '../hoverWord.ts';
import { AxisTrack } from './AxisTrack.tsx';
import { scaleOf, signed } from './axisScale.ts';

interface GroupReadingProps {
  readonly answer: AxesAnswer;
  readonly axis: number;
  readonly names: readonly [string, string];
}

/** Groups whose words are people: what a model says of them needs more care. */
const PEOPLE: ReadonlySet<string> = new Set(['professions', 'family', 'royalty']);

/** One group word by word along the axis, with what that does and does not say. */
export function GroupReading({ answer, axis, names }: GroupReadingProps) {
  const { t } = useTranslation('analogy');
  const language = useLink(({ link }) => link.lang);
  const [chosen, setChosen] = useState('professions');
  const { groups, placed } = answer;
  const group = groups.find(({ id }) => id === chosen) ?? groups.at(0);
  if (!group) return null;
  const scale = scaleOf(answer, axis);
  const own = placed
    .filter((word) => word.group === group.id)
    .toSorted((a, b) => a.places[axis] - b.places[axis]);
  return (
    <section className="answer-part">
      <h3>{t('axes.oneGroup')}</h3>
      <SelectField
        label={t('axes.group')}
        testId="axis-group"
        value={group.id}
        options={groups.map(({ id, names }) => ({ value: id, text: names[language] }))}
        onChange={setChosen}
      />
      <p className="axis-care">{t(PEOPLE.has(group.id) ? 'axes.carePeople' : 'axes.careThings')}</p>
      <div className="axis-scroll">
        <table className="axis-chart" data-testid="axis-group-words">
          <caption className="visually-hidden">{t('axes.along', { a: names[0], b: names[1] })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('shell.word')}</th>
              <th scope="col" className="axis-span">
                <span>← {names[0]}</span>
                <span>{names[1]} →</span>
              </th>
              <th scope="col">{t('axes.place')}</th>
              <th scope="col">z</th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ text, places, scores }) => (
              <tr key={text} onPointerEnter={() => hoverWord(text)} onPointerLeave={() => hoverWord(null)}>
                <th scope="row" dir="auto">
                  <button type="button" className="row-button" onClick={() => pickWord(text)}>
                    {text}
                  </button>
                </th>
                <td>
                  <AxisTrack scale={scale} place={places[axis]} />
                </td>
                <td>{signed(places[axis], 2)}</td>
                <td className={Math.abs(scores[axis]) > 2 ? 'axis-z beyond' : 'axis-z'}>
                  {signed(scores[axis], 1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">{t('axes.beyond', { beyond: group.spreads[axis].beyond, count: group.count })}</p>
      <p className="hint">{t('axes.zero')}</p>
    </section>
  );
}
