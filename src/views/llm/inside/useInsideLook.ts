import { useMemo } from 'react';
import { llmOf } from '../../../contract/insideLinks.ts';
import { attentionAt, type HeadChoice, headOf } from '../../../pipeline/llm/inside/attentionAt.ts';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { placeOfLayer } from '../../../pipeline/llm/inside/placeOfLayer.ts';
import { useLink } from '../../../stores/linkStore.ts';

/** What of an answer is looked at. */
export interface InsideLook {
  /** Of the layer in force among the answer's layers. */
  readonly place: number;
  readonly head: HeadChoice;
  /** The head that the link names is none of this model's. */
  readonly headAbsent: boolean;
  /** The chosen token; null: none. */
  readonly at: number | null;
  /** Who looks at whom here, n × n; null before layer 1. */
  readonly matrix: Float32Array | null;
}

/** The part of an answer that the link points at. */
export function useInsideLook(answer: InsideAnswer): InsideLook {
  const link = useLink(({ link }) => link);
  const asked = llmOf(link).head;
  const place = placeOfLayer(answer.layers, link.layer);
  const head = headOf(answer, asked);
  const matrix = useMemo(() => attentionAt(answer, place, head), [answer, place, head]);
  const at = link.at !== null && link.at < answer.tokens.length ? link.at : null;
  return { place, head, headAbsent: head !== asked, at, matrix };
}
