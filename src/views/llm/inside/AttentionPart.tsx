import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import {
  attentionEntropy,
  looksMost,
  sharesReceived,
  sinkShare,
  sinksOf,
} from '../../../pipeline/llm/inside/attentionFacts.ts';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { lightToken } from './chooseToken.ts';
import { headName, layerName, percent, tokenName } from './insideWords.ts';
import type { InsideLook } from './useInsideLook.ts';

/** Tokens listed that one looks at most. */
const LISTED = 5;

interface AttentionPartProps {
  readonly answer: InsideAnswer;
  readonly look: InsideLook;
}

/** Attention in words: whom the chosen token looks at, how spread out, and where all the others' rests. */
export function AttentionPart({ answer, look }: AttentionPartProps): ReactNode {
  const { t } = useTranslation('llm');
  const { tokens, layers } = answer;
  const { matrix, at, place, head } = look;
  if (!matrix) return <p className="hint">{t('inside.linesNone')}</p>;
  const n = tokens.length;
  const names = tokens.map(({ text }) => tokenName(text));
  const sinks = sinksOf(tokens);
  const resting = sinkShare(matrix, n, sinks);
  const received = at === null ? null : sharesReceived(matrix, n, at);
  const bits = at === null ? 0 : attentionEntropy(matrix, n, at);
  const marked = sinks.length > 1 ? 'inside.sinksMarks' : 'inside.sinksMark';
  return (
    <section className="answer-part">
      <h3>{at === null ? t('inside.head') : t('inside.attends')}</h3>
      <p className="hint">
        {t('inside.attendsAt', { layer: layerName(t, layers[place]), head: headName(t, head) })}
      </p>
      {at !== null && (
        <>
          <ol className="neighbours" data-testid="looks-most">
            {looksMost(matrix, n, at, LISTED).map(({ token, share }) => (
              <li
                key={token}
                className="neighbour"
                data-text={names[token]}
                data-score={share}
                onPointerEnter={() => lightToken(token)}
                onPointerLeave={() => lightToken(null)}
              >
                <span
                  aria-hidden="true"
                  className="neighbour-bar"
                  style={{ inlineSize: `${share * 100}%` }}
                />
                <bdi className="neighbour-text">{names[token]}</bdi>
                <span className="score">{percent(share)}</span>
              </li>
            ))}
          </ol>
          <p>
            {t('inside.entropy', {
              bits: twoDecimals(bits),
              most: twoDecimals(Math.log2(answer.causal && head !== 'rollout' ? at + 1 : n)),
              alike: (2 ** bits).toFixed(1),
            })}
          </p>
          {received !== null && <p>{t('inside.received', { share: percent(received) })}</p>}
        </>
      )}
      {resting !== null && (
        <p data-testid="sinks">
          {t(tokens[sinks[0]].kind === 'special' ? marked : 'inside.sinksFirst', {
            marks: sinks.map((sink) => names[sink]).join(' '),
            share: percent(resting),
          })}
          {head !== 'rollout' && resting > (2 * sinks.length) / n && ` ${t('inside.sinksWhy')}`}
        </p>
      )}
      {answer.causal && n > 1 && <p className="hint">{t('inside.onlyBack')}</p>}
      {head === 'rollout' && <p className="hint">{t('inside.rolloutHint')}</p>}
    </section>
  );
}
