import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { FutureAnswer, NearestShown } from '../../../pipeline/llm/future/futureAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { tokenName } from './futureGroups.ts';
import { shareText } from './shareText.ts';

/** The beginning looked at: what may come next, and its neighbours in both models. */
export function FutureInspector({ answer }: { readonly answer: FutureAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const picked = useLlm((state) => state.picked);
  const section = useRef<HTMLElement>(null);
  // chosen in a list farther down, it would be read of out of sight
  useEffect(() => {
    if (picked !== null) section.current?.scrollIntoView({ block: 'start' });
  }, [picked]);
  return (
    <section className="inspector answer-part" data-testid="inspector" ref={section}>
      {picked === null || picked >= answer.beginnings.length ? (
        <p className="hint">{t('future.inspector.empty')}</p>
      ) : (
        <Picked answer={answer} row={picked} />
      )}
    </section>
  );
}

interface RowProps {
  readonly answer: FutureAnswer;
  readonly row: number;
}

function Picked({ answer, row }: RowProps) {
  const { t } = useTranslation('llm');
  const { t: app } = useTranslation();
  const language = useLink(({ link }) => link.lang);
  const { beginnings, says, nearest, other, layer } = answer;
  const { text, says: topic, next, top } = beginnings[row];
  const name = says.find(({ id }) => id === topic)?.names[language];
  return (
    <>
      <div className="panel-head">
        <h2 className="point-text" dir="auto" lang="en">
          {text} …
        </h2>
        <IconButton icon={X} label={app('app.close')} onClick={() => useLlm.getState().pick(null)} />
      </div>
      <p className="hint">
        {name ? t('future.inspector.labels', { says: name, next }) : t('future.inspector.own')}
      </p>
      <h3>{t('future.inspector.top')}</h3>
      <ol className="neighbours" data-testid="next-tokens">
        {top.map((token) => (
          <li key={token.id} data-text={token.text} data-id={token.id} data-score={token.score}>
            <span className="neighbour">
              <span className="neighbour-bar" style={{ inlineSize: `${100 * token.score}%` }} />
              <span className="neighbour-text">{tokenName(token.text)}</span>
              <span className="score">{shareText(token.score)}</span>
            </span>
          </li>
        ))}
      </ol>
      <Nearest
        {...{ answer, row, nearest }}
        title={t('future.inspector.language', { layer })}
        testId="neighbours"
      />
      <Nearest
        {...{ answer, row }}
        nearest={other.nearest}
        title={t('future.inspector.sentence')}
        testId="neighbours2"
      />
      <p className="hint">{t('future.inspector.signs')}</p>
    </>
  );
}

interface NearestProps extends RowProps {
  readonly nearest: NearestShown;
  readonly title: string;
  readonly testId: string;
}

function Nearest({ answer: { beginnings }, row, nearest, title, testId }: NearestProps) {
  const { t } = useTranslation('llm');
  const { hover, pick } = useLlm.getState();
  const own = beginnings[row];
  const ranks = Array.from({ length: nearest.k }, (_, rank) => row * nearest.k + rank);
  return (
    <div>
      <h3>{title}</h3>
      <ol className="neighbours" data-testid={testId}>
        {ranks.map((at) => {
          const other = nearest.indices[at];
          const { text, says, top } = beginnings[other];
          const sameNext = top[0].text === own.top[0].text;
          const sameSays = says !== '' && says === own.says;
          return (
            <li
              key={other}
              data-text={text}
              data-score={nearest.scores[at]}
              data-next={sameNext}
              data-says={sameSays}
            >
              <button
                type="button"
                className="neighbour"
                title={text}
                onClick={() => pick(other)}
                onPointerEnter={() => hover(other)}
                onPointerLeave={() => hover(null)}
              >
                <span className="future-sign" aria-hidden>
                  {sameNext ? '→' : ''}
                  {sameSays ? '=' : ''}
                </span>
                <span className="neighbour-text" lang="en">
                  {text}
                </span>
                <em>{tokenName(top[0].text)}</em>
                {sameNext && <span className="visually-hidden">, {t('future.inspector.sameNext')}</span>}
                {sameSays && <span className="visually-hidden">, {t('future.inspector.sameSays')}</span>}
                <span className="score">{twoDecimals(nearest.scores[at])}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
