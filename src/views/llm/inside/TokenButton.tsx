import { memo, type ReactNode } from 'react';
import type { InsideToken } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { chooseToken, lightToken } from './chooseToken.ts';
import { tokenName } from './insideWords.ts';

interface TokenButtonProps {
  readonly token: InsideToken;
  readonly place: number;
  readonly chosen: boolean;
  readonly lit: boolean;
}

/** A token at the left: pointing at it shows where it looks, choosing it follows it through the layers. */
export const TokenButton = memo(function TokenButton({
  token,
  place,
  chosen,
  lit,
}: TokenButtonProps): ReactNode {
  return (
    <li data-text={token.text} data-id={token.id}>
      <button
        type="button"
        className="inside-token"
        data-kind={token.kind}
        data-lit={lit || undefined}
        aria-pressed={chosen}
        title={token.text}
        onClick={() => chooseToken(place)}
        onPointerEnter={() => lightToken(place)}
        onPointerLeave={() => lightToken(null)}
        onFocus={() => lightToken(place)}
        onBlur={() => lightToken(null)}
      >
        <bdi>{tokenName(token.text)}</bdi>
      </button>
    </li>
  );
});
