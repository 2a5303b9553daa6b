import { Search, Split, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shownRows } from '../../pipeline/lab/separation.ts';
import { labelLine } from '../../stores/labLines.ts';
import { askLikeSentences, askWhatMoved, stopAsking } from '../../stores/labQuestions.ts';
import { useLab } from '../../stores/labStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Marker } from '../../ui/Marker.tsx';
import { cosineSimilarity } from '../../vectors/similarity.ts';
import { rowOf } from '../../vectors/vectorSet.ts';
import { MovedBars } from './detail/MovedBars.tsx';
import { TokenStrip } from './detail/TokenStrip.tsx';
import { MarkedSentence } from './MarkedSentence.tsx';
import { SenseInput } from './SenseInput.tsx';
import { senseOf } from './senseLook.ts';
import type { LabLook } from './useLabLook.ts';

const NEAREST = 5;
const MOST_LIKE = 40;

/** One occurrence looked at, or two compared. */
export function Detail(props: LabLook) {
  const picked = useLab(({ picked }) => picked);
  const pair = useLab(({ pair }) => pair);
  if (pair) return <Pair {...props} a={pair[0]} b={pair[1]} />;
  return picked === null ? null : <One {...props} row={picked} />;
}

function Head({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="panel-head">
      <h2>{title}</h2>
      <IconButton icon={X} label={t('app.close')} side="left" className="small" onClick={onClose} />
    </div>
  );
}

function StopButton() {
  const { t } = useTranslation('context');
  return (
    <button type="button" className="text-button" onClick={stopAsking}>
      {t('detail.stop')}
    </button>
  );
}

function Sentence({ frame, look, row }: LabLook & { readonly row: number }) {
  const { sentence, start, end } = frame.vectors.occurrences[row];
  const sense = senseOf(look, row);
  return (
    <p className="sentence">
      <Marker shape={sense.shape} colour={sense.colour} /> <MarkedSentence {...{ sentence, start, end }} />
      {sense.name && <small className="sense-name"> {sense.name}</small>}
    </p>
  );
}

/** Two sentences and one number. */
function Pair(props: LabLook & { readonly a: number; readonly b: number }) {
  const { t } = useTranslation('context');
  const { frame, layer, a, b } = props;
  const { vectors, centre, entry } = frame;
  const raw = cosineOf(vectors.data[layer], vectors.dim, a, b);
  const [first, second] = [vectors.occurrences[a], vectors.occurrences[b]];
  const still = first.word === second.word ? 1 : (entry?.similarity ?? null);
  const without = useMemo(
    () =>
      centre === 'shown'
        ? cosineOf(shownRows(vectors.data[layer], vectors.dim, centre), vectors.dim, a, b)
        : null,
    [vectors, layer, centre, a, b],
  );
  return (
    <>
      <Head title={t('detail.pair')} onClose={() => useLab.getState().compare(null)} />
      <Sentence {...props} row={a} />
      <Sentence {...props} row={b} />
      <dl className="facts">
        <div>
          <dt>{t('detail.raw')}</dt>
          <dd className="big-number">{raw.toFixed(3)}</dd>
        </div>
        {without !== null && (
          <div>
            <dt>{t('detail.centred')}</dt>
            <dd>{without.toFixed(3)}</dd>
          </div>
        )}
        {still !== null && (
          <div>
            <dt>{t('detail.static')}</dt>
            <dd>{still.toFixed(3)}</dd>
          </div>
        )}
      </dl>
      <p className="hint">{t('detail.pairHint')}</p>
    </>
  );
}

function One(props: LabLook & { readonly row: number }) {
  const { t } = useTranslation('context');
  const { frame, layer, look, row } = props;
  const moved = useLab(({ moved }) => moved);
  const like = useLab(({ like }) => like);
  const { vectors, list } = frame;
  const occurrence = vectors.occurrences[row];
  const reading = vectors.readings[row];
  const language = useLink(({ link }) => link.lang);
  const given = frame.given[row];
  const nameOf = (sense: number | null) => (sense === null ? null : (look.senses[sense]?.name ?? null));
  const movedHere = moved?.index === row && moved.layer === layer ? moved : null;
  const likeHere = like?.index === row && like.layer === layer ? like : null;
  return (
    <>
      <Head title={t('detail.one')} onClose={() => useLab.getState().pick(null)} />
      <Sentence {...props} row={row} />
      <div className="detail-actions">
        <button type="button" className="button" onClick={() => void askWhatMoved(look.labels)}>
          <Split aria-hidden size={16} /> {t('moved.title')}
        </button>
        <button type="button" className="button" onClick={() => void askLikeSentences()}>
          <Search aria-hidden size={16} /> {t('detail.find')}
        </button>
      </div>
      {movedHere?.items === null && <StopButton />}
      {movedHere && (
        <MovedBars
          sentence={occurrence.sentence}
          span={occurrence}
          parts={(movedHere.items ?? []).map((part) => ({ ...part, sense: nameOf(part.sense) }))}
          busy={movedHere.items === null}
        />
      )}
      {likeHere && (
        <section className="detail-part">
          <h3>{t('detail.findTitle')}</h3>
          {likeHere.items !== null && (
            <p className="hint">{t(frame.centre === 'shown' ? 'detail.findCentred' : 'detail.rawHint')}</p>
          )}
          {likeHere.items === null ? (
            <p className="hint">
              {t('detail.finding')} <StopButton />
            </p>
          ) : (
            <ol className="like-sentences">
              {likeHere.items.slice(0, MOST_LIKE).map(({ id, sentence, start, end, names, score }) => (
                <li key={id}>
                  <span className="score">{score.toFixed(2)}</span>
                  <span>
                    <MarkedSentence {...{ sentence, start, end }} />
                    <small className="sense-name"> {names[language]}</small>
                  </span>
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
      {reading.range && (
        <section className="detail-part">
          <h3>{t('tokens.title')}</h3>
          <TokenStrip
            tokens={reading.tokens}
            from={reading.range.from}
            to={reading.range.to}
            truncated={reading.truncated}
          />
        </section>
      )}
      <Nearest {...props} row={row} />
      <SenseInput
        key={`${occurrence.line} ${given}`}
        value={given < 0 ? '' : list.senses[given].names[language]}
        known={list.senses.map(({ names }) => names[language])}
        onChange={(sense) => labelLine(list, occurrence.line, sense)}
      />
    </>
  );
}

/** The other occurrences that lie nearest, in the space that is shown; of two words, those of the other one too. */
function Nearest({ frame, layer, look, row }: LabLook & { readonly row: number }) {
  const { t } = useTranslation('context');
  const { vectors, centre, list } = frame;
  const { occurrences } = vectors;
  const ranked = useMemo(() => {
    const shown = shownRows(vectors.data[layer], vectors.dim, centre);
    return occurrences
      .map((_, other) => ({ other, score: cosineOf(shown, vectors.dim, row, other) }))
      .filter(({ other }) => other !== row)
      .sort((a, b) => b.score - a.score);
  }, [vectors, occurrences, layer, centre, row]);
  // before any context all of them are one point
  if (vectors.layers[layer] === 'table' && list.words.length === 1) return null;
  const own = occurrences[row].word;
  const parts = list.words.length > 1 ? [own, 1 - own] : [own];
  return parts.map((word) => {
    const shown = ranked.filter(({ other }) => occurrences[other].word === word).slice(0, NEAREST);
    if (shown.length === 0) return null;
    return (
      <section className="detail-part" key={word}>
        <h3>{parts.length > 1 ? t('detail.nearestOf', { word: list.words[word] }) : t('detail.nearest')}</h3>
        <p className="hint">{t(centre === 'shown' ? 'detail.centredHint' : 'detail.rawHint')}</p>
        <ol className="like-sentences">
          {shown.map(({ other, score }) => {
            const { sentence, start, end } = occurrences[other];
            const sense = senseOf(look, other);
            return (
              <li key={other}>
                <span className="score">{score.toFixed(2)}</span>
                <button
                  type="button"
                  onPointerEnter={() => useLab.getState().hover(other)}
                  onPointerLeave={() => useLab.getState().hover(null)}
                  onClick={() => useLab.getState().compare([row, other])}
                >
                  <Marker shape={sense.shape} colour={sense.colour} />{' '}
                  <MarkedSentence {...{ sentence, start, end }} />
                </button>
              </li>
            );
          })}
        </ol>
      </section>
    );
  });
}

function cosineOf(data: Float32Array<ArrayBuffer>, dim: number, a: number, b: number): number {
  return cosineSimilarity(rowOf(data, dim, a), rowOf(data, dim, b));
}
