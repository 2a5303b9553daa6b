import { useTranslation } from 'react-i18next';
import { useLab } from '../../stores/labStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { MarkedSentence } from './MarkedSentence.tsx';
import { foundNames, senseOf } from './senseLook.ts';
import type { LabLook } from './useLabLook.ts';

/** What both panes show, as rows. */
export function LabTable({ frame, layer, look }: LabLook) {
  const { t } = useTranslation('context');
  const language = useLink(({ link }) => link.lang);
  const picked = useLab(({ picked }) => picked);
  const { pick } = useLab.getState();
  const { entry, vectors, list, given, separations, coordinates, dims } = frame;
  const found = separations?.[layer];
  const nameOf = (sense: number) => t('lab.senseNumber', { number: sense + 1 });
  const names = foundNames(frame, layer, { language, nameOf });
  return (
    <>
      <section className="pane table-pane" aria-label={t('panes.static')}>
        <h2>{t('panes.static')}</h2>
        {entry && entry.unknown.length > 0 && (
          <p className="pane-missing">{t('panes.unknown', { word: entry.unknown.join(', ') })}</p>
        )}
        <table>
          <thead>
            <tr>
              <th>{t('table.word')}</th>
              <th>{t('table.kind')}</th>
              <th>{t('table.cosine')}</th>
            </tr>
          </thead>
          <tbody>
            {entry?.points.map(({ text, kind, score }) => (
              <tr key={`${kind} ${text}`}>
                <td>{text}</td>
                <td>{t(`table.kinds.${kind}`)}</td>
                <td className="numbers">{score.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="pane table-pane" aria-label={t('panes.contextual')}>
        <h2>{t('panes.contextual')}</h2>
        <table>
          <thead>
            <tr>
              <th>{t('table.sentence')}</th>
              <th>{t('table.given')}</th>
              <th>{t('table.found')}</th>
              <th>{t('table.coordinates')}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from(look.order, (row) => {
              const { id, word, sentence, start, end } = vectors.occurrences[row];
              const sense = given[row] < 0 ? '' : list.senses[given[row]].names[language];
              const place = coordinates?.[layer].subarray(row * dims, (row + 1) * dims) ?? [];
              return (
                <tr key={id + word} aria-selected={picked === row}>
                  <td>
                    <button type="button" className="row-button" onClick={() => pick(row)}>
                      <MarkedSentence {...{ sentence, start, end }} />
                    </button>
                  </td>
                  <td>{sense}</td>
                  <td style={{ color: look.kind === 'found' ? senseOf(look, row).colour : undefined }}>
                    {found && names[found.labels[row]]}
                  </td>
                  <td className="numbers">{Array.from(place, (value) => value.toFixed(2)).join(', ')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
