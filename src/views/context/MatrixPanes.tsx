import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { wantSimilarity } from '../../stores/labQuestions.ts';
import { useLab } from '../../stores/labStore.ts';
import { useTheme } from '../../stores/theme.ts';
import { SimilarityMatrix } from './matrix/SimilarityMatrix.tsx';
import { snippetOf } from './snippet.ts';
import type { LabLook } from './useLabLook.ts';

/** All occurrences against each other: the dictionary's view beside the contextual model's, raw vectors. */
export function MatrixPanes({ frame, layer, look }: LabLook) {
  const { t } = useTranslation('context');
  const theme = useTheme();
  const { hover, compare, tick } = useLab.getState();
  const { hovered, pair, similarity } = useLab(
    useShallow(({ hovered, pair, similarity }) => ({ hovered, pair, similarity })),
  );
  const { vectors, entry } = frame;
  const { occurrences } = vectors;
  const names = useMemo(() => occurrences.map(snippetOf), [occurrences]);
  const known = similarity?.of.data === vectors.data && similarity.layer === layer ? similarity.matrix : null;
  useEffect(() => {
    if (!known) wantSimilarity(vectors, layer);
  }, [known, vectors, layer]);
  const still = useMemo(() => {
    if (!entry) return null;
    const n = occurrences.length;
    const matrix = new Float32Array(n * n);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        matrix[a * n + b] =
          occurrences[a].word === occurrences[b].word ? 1 : (entry.similarity ?? Number.NaN);
      }
    }
    return matrix;
  }, [entry, occurrences]);
  const senses = useMemo(() => {
    const { senses, without } = look;
    return without.count > 0 ? [...senses, { ...without, name: t('lab.noSense') }] : senses;
  }, [look, t]);
  const shared = {
    order: look.order,
    names,
    senses,
    theme,
    hovered,
    picked: pair,
    onHover: (index: number | null) => hover(index),
    onPick(a: number, b: number) {
      compare([a, b]);
      if (look.labels[a] !== look.labels[b]) tick('matrix');
    },
  };
  const lacking = entry?.unknown ?? [];
  return (
    <>
      <section className="pane matrix-pane" aria-label={t('panes.static')}>
        {lacking.length > 0 ? (
          <p className="pane-missing">{t('panes.unknown', { word: lacking.join(', ') })}</p>
        ) : (
          still && <SimilarityMatrix title={t('panes.static')} similarity={still} {...shared} />
        )}
      </section>
      <section className="pane matrix-pane" aria-label={t('panes.contextual')}>
        {known && <SimilarityMatrix title={t('panes.contextual')} similarity={known} {...shared} />}
      </section>
    </>
  );
}
