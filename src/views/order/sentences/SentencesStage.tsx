import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDecimals } from '../../../language/decimals.ts';
import { bundledModel } from '../../../models/registry.ts';
import type { SentencesAnswer } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useOrder } from '../../../stores/order/orderStore.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { FigureScene } from '../../figure/FigureScene.tsx';
import { groupFigure } from './groupFigure.ts';
import { PairDetail } from './PairDetail.tsx';
import { PairsTable } from './PairsTable.tsx';
import { SentenceMatrix } from './SentenceMatrix.tsx';
import { lookOf, MARKS, numbersOf, type SentencePair, shownGroup } from './shownGroup.ts';

/** A group's sentences, a matrix for each model, the pair looked at, and the map of the model in focus. */
export function SentencesStage({ answer }: { readonly answer: SentencesAnswer }): ReactNode {
  const { t } = useTranslation('order');
  const { relation, show, lang, centre } = useLink(({ link }) => link);
  const whole = useOrder(({ frame }) => (frame?.answer.face === 'sentences' ? frame.figure : null));
  const finished = useOrder(({ job }) => job === null);
  const index = shownGroup(answer, relation);
  const look = lookOf(answer, centre);
  const group = answer.groups[index];
  const n = group.rows.length;
  const [hovered, setHovered] = useState<SentencePair | null>(null);
  const [picked, setPicked] = useState<{ readonly group: string; readonly pair: SentencePair } | null>(null);
  const [drawable, setDrawable] = useState(true);
  const fits = (pair: SentencePair | null) => (pair?.every((place) => place < n) ? pair : null);
  const kept = fits(picked?.group === group.id ? picked.pair : null);
  const pair = fits(hovered) ?? kept ?? (n > 1 ? ([0, 1] as const) : null);
  const pick = (chosen: SentencePair) => setPicked({ group: group.id, pair: chosen });

  const bare = show === 'table' || !drawable || whole === null;
  // a map that is still to come draws itself
  const drawn = bare && (whole !== null || finished);
  useEffect(() => {
    if (drawn) useStatus.getState().setDrawn();
  }, [drawn]);
  const drawing = useMemo(() => (whole ? groupFigure(answer, index, whole) : null), [answer, index, whole]);
  const empty = !bare && drawing === null;
  useEffect(() => {
    if (empty) useStatus.getState().setDrawn();
  }, [empty]);

  const low = lowestOf(answer, index, look);
  const focusName = bundledModel(answer.focus)?.names[lang] ?? answer.focus;
  const waiting = answer.asked.filter((id) => !answer.models.some(({ model }) => model === id));
  const placeOf = (place: number) => drawing?.places.indexOf(place) ?? -1;
  const onMap = (place: number | undefined) => {
    const at = place === undefined ? -1 : placeOf(place);
    return at < 0 ? null : at;
  };
  return (
    <div className="sentences-stage">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="sentences-numbers" tabIndex={0} aria-label={t('sentences.stage.numbers')}>
        <ol className="sentence-list" aria-label={t('sentences.stage.sentences')}>
          {group.rows.map((row, place) => {
            const role = group.roles[place];
            return (
              <li key={row} data-lit={pair?.includes(place) || undefined} data-role={role}>
                <span className="order-number">{place + 1}</span> <bdi>{answer.lines[row].text}</bdi>{' '}
                <small>
                  <span aria-hidden>{MARKS[role]}</span> {t(`sentences.roles.${role}`)}
                </small>
              </li>
            );
          })}
        </ol>
        {pair && <PairDetail answer={answer} index={index} look={look} pair={pair} />}
        <div className="sentence-matrices">
          {answer.models.map((said) => (
            <SentenceMatrix
              key={said.model}
              said={said}
              group={group}
              index={index}
              look={look}
              low={low}
              pair={pair}
              onHover={setHovered}
              onPick={pick}
            />
          ))}
          {waiting.map((id) => (
            <div key={id} className="sentence-matrix">
              <h3>{bundledModel(id)?.names[lang] ?? id}</h3>
              <p className="hint">{t('sentences.stage.waiting')}</p>
            </div>
          ))}
        </div>
        <p className="hint">{t('sentences.stage.scale', { low: shortDecimals(low) })}</p>
      </section>
      <div className="sentences-picture">
        {bare ? (
          <PairsTable answer={answer} index={index} look={look} onPick={pick} />
        ) : drawing ? (
          <FigureScene
            figure={drawing.figure}
            label={t('sentences.stage.map', { count: drawing.figure.points.length, model: focusName })}
            hovered={hovered ? onMap(hovered[0]) : null}
            picked={onMap(kept?.[0])}
            onHover={(at) => {
              const place = at === null ? undefined : drawing.places[at];
              setHovered(place === undefined ? null : [place, place]);
            }}
            onPick={(at) => {
              const place = at === null ? undefined : drawing.places[at];
              // from the sentence that is chosen already to the one that is pressed now
              if (place !== undefined) pick([place === kept?.[0] ? place : (kept?.[0] ?? place), place]);
            }}
            onUnavailable={() => setDrawable(false)}
          />
        ) : (
          <p className="hint sentences-none">{t('sentences.stage.noMap', { model: focusName })}</p>
        )}
      </div>
    </div>
  );
}

/** The lowest cosine of a group by any model, down to a multiple of 0.1: all matrices have one scale. */
function lowestOf(answer: SentencesAnswer, index: number, look: 'none' | 'shown'): number {
  const all = answer.models.flatMap((said) =>
    numbersOf(said, look).cosines[index].filter((cosine) => cosine !== null),
  );
  return Math.min(0.9, Math.floor(Math.min(1, ...all) * 10 + 1e-6) / 10);
}
