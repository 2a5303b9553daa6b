import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextAnswer } from '../../../pipeline/llm/next/nextAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { NextList } from './NextList.tsx';
import { PathMap } from './PathMap.tsx';
import { TokenRow } from './TokenRow.tsx';
import { typedText } from './writeText.ts';

/** The tokens, what comes after one of them, and the way of the last state. */
export function NextStage({ answer }: { readonly answer: NextAnswer }): ReactNode {
  const { t } = useTranslation('llm');
  const empty = useLink(typedText).trim() === '';
  return (
    <div className="next-stage" data-empty={empty || undefined}>
      {empty && <p className="previous">{t('next.empty', { text: answer.text })}</p>}
      <TokenRow answer={answer} />
      <div className="next-columns">
        <NextList answer={answer} />
        <section className="next-part next-path" aria-labelledby="next-path">
          <h2 id="next-path">{t('next.path.title')}</h2>
          <p className="hint">{t('next.path.about')}</p>
          <div className="next-map">
            <PathMap answer={answer} />
          </div>
        </section>
      </div>
    </div>
  );
}
