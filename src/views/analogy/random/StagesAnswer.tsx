import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { RandomAnswer } from '../../../pipeline/words/random/showStages.ts';
import type { StageNumbers } from '../../../pipeline/words/random/wordStages.ts';
import { CourseChart } from './CourseChart.tsx';
import { PairsChart } from './PairsChart.tsx';
import { lossText, percent, useStageNames } from './stageWords.ts';

/** What can be measured at the stage shown, beside the trained vectors. */
export function StagesAnswer({ answer }: { readonly answer: RandomAnswer }) {
  const { t } = useTranslation('analogy');
  const nameOf = useStageNames();
  const { stages, stage, chance, expectedSd, neighbours: count } = answer;
  const now = stages[stage];
  const trained = stages[stages.length - 1];
  const columns = now === trained ? [trained] : [now, trained];
  const rows: readonly { name: string; tell: (of: StageNumbers) => string }[] = [
    { name: t('random.share', { count }), tell: ({ neighbourShare }) => shareText(neighbourShare) },
    { name: t('random.same'), tell: ({ same }) => twoDecimals(same.mean) },
    { name: t('random.other'), tell: ({ other }) => twoDecimals(other.mean) },
    { name: t('random.spread'), tell: ({ all }) => twoDecimals(all.sd) },
    { name: t('random.lossLine'), tell: ({ loss }) => lossText(loss) },
    { name: t('random.kept'), tell: ({ kept }) => percent(kept) },
  ];
  return (
    <>
      <h2>{nameOf(now)}</h2>
      <p className="big-answer" data-testid="neighbour-share" data-share={now.neighbourShare ?? ''}>
        {shareText(now.neighbourShare)}{' '}
        <small>{now.neighbourShare === null ? t('random.noneNearer') : t('random.nearest', { count })}</small>
      </p>
      {now.neighbourShare !== null && (
        <p className="hint">{t('random.byChance', { chance: percent(chance) })}</p>
      )}
      <table className="facts-table">
        <caption className="visually-hidden">{t('random.numbers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('random.number')}</th>
            {columns.map((column) => (
              <th key={nameOf(column)} scope="col" className="stage-column">
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, tell }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((column) => (
                <td key={nameOf(column)}>{tell(column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {now.kind === 'random' && (
        <p className="hint">{t('random.expected', { dim: now.dim, sd: twoDecimals(expectedSd) })}</p>
      )}
      <PairsChart stages={stages} shown={columns} />
      <CourseChart stages={stages} stage={stage} chance={chance} />
    </>
  );
}

function shareText(share: number | null): string {
  return share === null ? '–' : percent(share);
}
