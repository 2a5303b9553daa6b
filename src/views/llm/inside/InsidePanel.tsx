import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AttentionPart } from './AttentionPart.tsx';
import { CourseTable } from './CourseTable.tsx';
import { chooseToken } from './chooseToken.ts';
import { layerName, lengthText, tokenName } from './insideWords.ts';
import { layerMean } from './layerMean.ts';
import { NearestTable } from './NearestTable.tsx';
import { useInsideLook } from './useInsideLook.ts';

/** How vocabularies write what they do not have. */
const UNKNOWN = /^(\[UNK\]|<unk>)$/;

/** What face inside has found, in words and numbers. */
export function InsidePanel({ answer }: { readonly answer: InsideAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const look = useInsideLook(answer);
  const { at, place, headAbsent } = look;
  const { tokens, layers, toTable, toBefore, norms, truncated, heads, causal } = answer;
  const n = tokens.length;
  const token = at === null ? null : tokens[at];
  const layer = layerName(t, layers[place]);
  const unread = tokens.filter(({ text, kind }) => kind === 'text' && UNKNOWN.test(text)).length;
  return (
    <>
      {truncated && <p className="previous">{t('inside.cut', { count: n })}</p>}
      {unread > 0 && <p className="previous">{t('inside.unread', { count: unread })}</p>}
      {headAbsent && <p className="previous">{t('inside.headAbsent', { heads })}</p>}
      {at === null || token === null ? (
        <>
          <h2>{t('inside.overview')}</h2>
          <p>{t('inside.overviewText', { layer, table: twoDecimals(layerMean(toTable, tokens, place)) })}</p>
        </>
      ) : (
        <>
          <div className="panel-head">
            <p className="big-answer" data-testid="token-chosen">
              <bdi>{tokenName(token.text)}</bdi>
            </p>
            <IconButton icon={X} label={t('inside.closeToken')} onClick={() => chooseToken(null)} />
          </div>
          <p className="hint">
            {t('inside.place', { place: at + 1, count: n, id: token.id })}
            {token.kind !== 'text' && ` · ${t(`inside.${token.kind}`)}`}
          </p>
          <p data-testid="came">
            {t('inside.came', {
              layer,
              table: twoDecimals(toTable[place * n + at]),
              before: twoDecimals(toBefore[place * n + at]),
              norm: lengthText(norms[place * n + at]),
            })}
          </p>
        </>
      )}
      {causal && tokens[0]?.kind === 'special' && (at === null || at === 0) && (
        <p className="hint" data-testid="mark-before">
          {t('inside.markBefore', { mark: tokenName(tokens[0].text) })}
        </p>
      )}
      <AttentionPart answer={answer} look={look} />
      {at !== null && <NearestTable answer={answer} at={at} place={place} />}
      <CourseTable answer={answer} at={at} place={place} />
    </>
  );
}
