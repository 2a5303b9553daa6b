import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { FigureTable } from '../../figure/FigureTable.tsx';
import { AttentionTable } from './AttentionTable.tsx';
import { chooseToken } from './chooseToken.ts';
import { InsideMap } from './InsideMap.tsx';
import { LookBar } from './LookBar.tsx';
import { TokenRows } from './TokenRows.tsx';
import { useInsideLook } from './useInsideLook.ts';

/** The picture of face inside: who looks at whom, layer by layer, and the map of the tokens. */
export function InsideStage({ answer }: { readonly answer: InsideAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const look = useInsideLook(answer);
  const figure = useLlm(({ frame }) => frame?.figure ?? null);
  const asTable = useLink(({ link }) => link.show === 'table');
  const [drawable, setDrawable] = useState(true);
  const bare = asTable || !drawable || figure === null;
  useEffect(() => {
    if (bare) useStatus.getState().setDrawn();
  }, [bare]);
  const { at } = look;
  const marks = t('inside.kindMark');
  return (
    <div className="inside-stage" data-table={asTable || undefined}>
      <LookBar answer={answer} look={look} />
      <TokenRows answer={answer} look={look} />
      {!bare && answer.map ? (
        <InsideMap
          answer={answer}
          look={look}
          figure={figure}
          map={answer.map}
          onUnavailable={() => setDrawable(false)}
        />
      ) : (
        <div className="inside-tables">
          {figure === null && <p className="hint">{t('inside.noMap')}</p>}
          <AttentionTable answer={answer} look={look} />
          {figure && (
            <div className="inside-places">
              <FigureTable
                figure={figure}
                names={{
                  table: t('inside.tableMap'),
                  word: t('inside.tableWord'),
                  part: t('inside.tablePart'),
                  place: t('inside.tablePlace'),
                  kinds: {
                    word: t('inside.kindText'),
                    near: marks,
                    given: marks,
                    answer: marks,
                    target: marks,
                  },
                }}
                picked={at}
                onPick={chooseToken}
              />
            </div>
          )}
        </div>
      )}
    </div>
  );
}
