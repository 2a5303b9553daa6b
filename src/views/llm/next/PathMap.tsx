import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextAnswer } from '../../../pipeline/llm/next/nextAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { FigureScene } from '../../figure/FigureScene.tsx';
import { PathTable } from './PathTable.tsx';

/** The way of the last layer's state through the text, as a map or as a table; a point is a place to ask at. */
export function PathMap({ answer }: { readonly answer: NextAnswer }) {
  const { t } = useTranslation('llm');
  const figure = useLlm(({ frame }) => frame?.figure ?? null);
  const hovered = useLlm(({ hovered }) => hovered);
  const asTable = useLink(({ link }) => link.show === 'table');
  const [drawable, setDrawable] = useState(true);
  const bare = figure === null || asTable || !drawable;
  useEffect(() => {
    if (bare) useStatus.getState().setDrawn();
  }, [bare]);
  if (!figure) return <div className="stage-empty" />;
  // of a text that is too long the first points may be missing
  const from = answer.tokens.length - figure.points.length;
  const picked = answer.at - from;
  const lit = hovered === null ? null : hovered - from;
  const onPick = (row: number | null) => {
    if (row === null) return;
    const at = row + from;
    useLink.getState().change({ at: at === answer.tokens.length - 1 ? null : at });
  };
  if (bare) return <PathTable answer={answer} figure={figure} from={from} onPick={onPick} />;
  return (
    <FigureScene
      figure={figure}
      label={t('next.path.canvas', { count: figure.points.length })}
      hovered={lit !== null && lit >= 0 ? lit : null}
      picked={picked >= 0 ? picked : null}
      onHover={(row) => useLlm.getState().hover(row === null ? null : row + from)}
      onPick={onPick}
      onUnavailable={() => setDrawable(false)}
    />
  );
}
