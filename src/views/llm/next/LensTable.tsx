import { useTranslation } from 'react-i18next';
import type { LensLayer, NextAnswer } from '../../../pipeline/llm/next/nextAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { percent, shortPercent } from './percent.ts';
import { tokenText } from './tokenText.ts';

/** What every layer would say if it were the last; a layer that is chosen is told in full. */
export function LensTable({ answer: { lens, appears } }: { readonly answer: NextAnswer }) {
  const { t } = useTranslation('llm');
  const looked = useLink(({ link }) => link.layer);
  const final = lens[lens.length - 1].top[0];
  const most = Math.max(1e-6, ...lens.map(({ entropy }) => entropy));
  const chosen = lens.find(({ layer }) => layer === looked);
  const markOf = (layer: number) => {
    if (layer === appears.first) return appears.first === appears.stays ? 'firstStays' : 'first';
    return layer === appears.stays ? 'stays' : null;
  };
  return (
    <section className="answer-part" aria-labelledby="next-lens">
      <h2 id="next-lens">{t('next.lens.title')}</h2>
      <p className="hint">{t('next.lens.about')}</p>
      <table className="lens" data-testid="lens">
        <thead>
          <tr>
            <th scope="col">{t('next.lens.layer')}</th>
            {lens[0].top.map(({ id }, place) => (
              <th key={id} scope="col">
                {t('next.lens.place', { place: place + 1 })}
              </th>
            ))}
            <th scope="col">{t('next.lens.entropy')}</th>
          </tr>
        </thead>
        <tbody>
          {lens.map(({ layer, entropy, top }) => {
            const mark = markOf(layer);
            return (
              <tr key={layer} data-layer={layer} data-mark={mark ?? undefined}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={layer === looked}
                    aria-label={t('next.lens.look', {
                      layer,
                      text: tokenText(top[0].text),
                      share: percent(top[0].score),
                      bits: entropy.toFixed(1),
                    })}
                    onClick={() => {
                      useLink.getState().change({ layer: layer === looked ? null : layer });
                      useLlm.getState().tick('lens');
                    }}
                  >
                    {layer}
                  </button>
                </th>
                {top.map(({ id, text, score }) => (
                  <td
                    key={id}
                    data-text={text}
                    data-score={score}
                    data-answer={id === final.id || undefined}
                    title={`${tokenText(text)} ${percent(score)}`}
                    style={{ backgroundSize: `${score * 100}% 100%` }}
                  >
                    <span className="lens-cell">
                      <span>{tokenText(text)}</span> <small>{shortPercent(score)}</small>
                    </span>
                  </td>
                ))}
                <td className="lens-bits" data-entropy={entropy}>
                  <span aria-hidden style={{ inlineSize: `${(entropy / most) * 100}%` }} />
                  <small>{entropy.toFixed(1)}</small>
                  {mark && <em>{t(`next.lens.${mark}`)}</em>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="lens-said" aria-live="polite">
        {chosen && wholeRow(chosen)}
      </p>
    </section>
  );

  function wholeRow({ layer, top, entropy }: LensLayer): string {
    const tokens = top.map(({ text, score }) => `“${tokenText(text)}” ${percent(score)}`).join(', ');
    return t('next.lens.row', { layer, tokens, bits: entropy.toFixed(2) });
  }
}
