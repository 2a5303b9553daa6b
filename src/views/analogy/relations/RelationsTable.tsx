import { ArrowDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { RelationRow } from '../../../pipeline/words/relations/showRelations.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useWords } from '../../../stores/wordsStore.ts';
import { ParallelBar, ShareBar } from './bars.tsx';
import { COLUMNS, type Column, METHODS, ordered, percentOf } from './methods.ts';

interface RelationsTableProps {
  readonly relations: readonly RelationRow[];
  readonly chosen: string;
}

/** Every relation's accuracy and parallelism, as a table whose cells are bars; a row is filled once it is measured. */
export function RelationsTable({ relations, chosen }: RelationsTableProps) {
  const { t } = useTranslation('analogy');
  const id = useId();
  const [by, setBy] = useState<Column>('add');
  return (
    <section className="answer-part" aria-labelledby={id}>
      <h3 id={id}>{t('relations.all')}</h3>
      <p className="hint">{t('relations.allHint')}</p>
      <table className="facts-table relations-table" data-testid="relations-table">
        <caption className="visually-hidden">{t('relations.all')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('relations.name')}</th>
            {COLUMNS.map((column) => {
              const name = t(`relations.columns.${column}`);
              return (
                <th key={column} scope="col" aria-sort={by === column ? 'descending' : undefined}>
                  <button
                    type="button"
                    title={t('relations.sortBy', { column: name })}
                    onClick={() => setBy(column)}
                  >
                    {name}
                    {by === column && <ArrowDown aria-hidden size={11} />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {ordered(relations, by).map((row) => (
            <Row key={row.id} row={row} chosen={row.id === chosen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, chosen }: { readonly row: RelationRow; readonly chosen: boolean }) {
  const { t } = useTranslation('analogy');
  const language = useLink(({ link }) => link.lang);
  const { id, names, measured } = row;
  const name = names[language];
  return (
    <tr data-relation={id} data-measured={measured !== null} aria-current={chosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className="text-button"
          title={t('relations.show', { name })}
          onClick={() => {
            useLink.getState().change({ relation: id });
            useWords.getState().tick('relations');
          }}
        >
          {name}
        </button>
      </th>
      {METHODS.map((method) => (
        <td key={method}>
          {measured ? (
            <ShareBar share={measured.right[method] / Math.max(1, measured.questions)}>
              {t('relations.percent', { percent: percentOf(measured, method) })}
            </ShareBar>
          ) : (
            t('relations.waiting')
          )}
        </td>
      ))}
      <td>
        {measured ? (
          <span className="share-bar">
            <span aria-hidden>{twoDecimals(measured.parallel)}</span>
            <span className="visually-hidden">
              {t('relations.cell', {
                mean: twoDecimals(measured.parallel),
                shuffled: twoDecimals(measured.shuffled),
              })}
            </span>
            <ParallelBar mean={measured.parallel} shuffled={measured.shuffled} />
          </span>
        ) : (
          t('relations.waiting')
        )}
      </td>
    </tr>
  );
}
