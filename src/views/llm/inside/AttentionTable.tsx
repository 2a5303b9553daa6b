import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { headName, layerName, tokenName } from './insideWords.ts';
import type { InsideLook } from './useInsideLook.ts';

interface AttentionTableProps {
  readonly answer: InsideAnswer;
  readonly look: InsideLook;
}

/** Who looks at whom, as numbers. */
export function AttentionTable({ answer, look }: AttentionTableProps): ReactNode {
  const { t } = useTranslation('llm');
  const { tokens, layers } = answer;
  const { matrix, head, place } = look;
  if (!matrix) return null;
  const n = tokens.length;
  return (
    <table className="facts-table inside-attention">
      <caption>
        {t('inside.tableAttention', { layer: layerName(t, layers[place]), head: headName(t, head) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('inside.tableLooker')}</th>
          {tokens.map(({ text }, to) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
            <th key={to} scope="col">
              <bdi>{tokenName(text)}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ text }, from) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
          <tr key={from}>
            <th scope="row">
              <bdi>{tokenName(text)}</bdi>
            </th>
            {tokens.map((_, to) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
              <td key={to}>{Math.round(matrix[from * n + to] * 100)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
