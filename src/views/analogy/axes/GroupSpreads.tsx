import { useTranslation } from 'react-i18next';
import type { AxesAnswer } from '../../../pipeline/words/axes/askAxes.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { AxisTrack } from './AxisTrack.tsx';
import { scaleOf, signed } from './axisScale.ts';

interface GroupSpreadsProps {
  readonly answer: AxesAnswer;
  readonly axis: number;
  readonly names: readonly [string, string];
}

/** The groups by their mean place, with their spread. */
export function GroupSpreads({ answer, axis, names }: GroupSpreadsProps) {
  const { t } = useTranslation('analogy');
  const language = useLink(({ link }) => link.lang);
  const scale = scaleOf(answer, axis);
  const ordered = answer.groups.toSorted((a, b) => a.spreads[axis].mean - b.spreads[axis].mean);
  return (
    <section className="answer-part">
      <h3>{t('axes.groups')}</h3>
      <table className="axis-chart" data-testid="axis-groups">
        <caption className="visually-hidden">{t('axes.along', { a: names[0], b: names[1] })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('axes.group')}</th>
            <th scope="col" className="axis-span">
              <span>← {names[0]}</span>
              <span>{names[1]} →</span>
            </th>
            <th scope="col">{t('axes.mean')}</th>
            <th scope="col">{t('axes.sd')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(({ id, names: called, spreads }) => (
            <tr key={id}>
              <th scope="row">{called[language]}</th>
              <td>
                <AxisTrack scale={scale} place={spreads[axis].mean} sd={spreads[axis].sd} />
              </td>
              <td>{signed(spreads[axis].mean, 2)}</td>
              <td className="axis-z">{spreads[axis].sd.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t('axes.groupsHint')}</p>
    </section>
  );
}
