import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../../../contract/deepLink.ts';
import { shortDecimals, twoDecimals } from '../../../language/decimals.ts';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { type CosineScale, cellColours } from './cellColours.ts';
import { chooseToken, lightToken, showLayer } from './chooseToken.ts';
import { layerName, percent, tokenName } from './insideWords.ts';

interface LayerRowProps {
  readonly answer: InsideAnswer;
  readonly token: number;
  /** The layer in force. */
  readonly place: number;
  readonly scale: CosineScale;
  readonly theme: Theme;
  /** The cell of this row that the tabulator key reaches; −1 for none. */
  readonly stop: number;
  readonly chosen: boolean;
  readonly lit: boolean;
  /** What the token pointed at gives to this one; null where none is pointed at. */
  readonly share: number | null;
  readonly onCell: (token: number, place: number) => void;
}

/** A token as it is looked at, and how far it stands from its row of the table at every layer. */
export const LayerRow = memo(function LayerRow(props: LayerRowProps): ReactNode {
  const { answer, token, place, scale, theme, stop, chosen, lit, share, onCell } = props;
  const { t } = useTranslation('llm');
  const { tokens, layers, toTable } = answer;
  const name = tokenName(tokens[token].text);
  return (
    <tr
      data-lit={lit || undefined}
      data-chosen={chosen || undefined}
      onPointerEnter={() => lightToken(token)}
      onPointerLeave={() => lightToken(null)}
    >
      <th scope="row" data-kind={tokens[token].kind}>
        {/* the button at the left is the one that keys reach */}
        <button type="button" tabIndex={-1} className="inside-name" onClick={() => chooseToken(token)}>
          <bdi>{name}</bdi>
          <small>{share === null ? '' : percent(share)}</small>
        </button>
      </th>
      {layers.map((layer, column) => {
        const cosine = toTable[column * tokens.length + token];
        return (
          <td key={layer} data-now={column === place || undefined}>
            <button
              type="button"
              data-cell={`${token} ${column}`}
              tabIndex={column === stop ? 0 : -1}
              style={cellColours(theme, scale, cosine)}
              aria-label={t('inside.cell', {
                token: name,
                layer: layerName(t, layer),
                cosine: twoDecimals(cosine),
              })}
              onClick={() => showLayer(answer, column, token)}
              onPointerEnter={() => onCell(token, column)}
              onFocus={() => onCell(token, column)}
            >
              <span aria-hidden="true">{shortDecimals(cosine)}</span>
            </button>
          </td>
        );
      })}
    </tr>
  );
});
