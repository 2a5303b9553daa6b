import { Autocomplete } from '@base-ui/react/autocomplete';
import { Search as SearchIcon } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inspect, lookUp } from '../../stores/inspection.ts';
import { useMap } from '../../stores/mapStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { hasHan } from '../../text/segment.ts';
import { loadSimplifier, type Simplifier } from '../../text/simplify.ts';
import { findItems, type Hit } from './findItems.ts';

const ADD = -1;

export interface SearchProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Takes the focus over from the box that stood here before. */
  readonly autoFocus: boolean;
}

/** Finds a point by its text and flies to it; a word that is not on the map can be put there. */
export default function Search({ input, query, onQuery, autoFocus }: SearchProps) {
  const { t } = useTranslation();
  const items = useMap(({ frame }) => frame?.items);
  const [open, setOpen] = useState(query !== '');
  const simplified = useSimplified(query);
  const hits = useMemo(() => {
    const found = findItems(items ?? [], query);
    return found.length > 0 || simplified === query ? found : findItems(items ?? [], simplified);
  }, [items, query, simplified]);
  const highlighted = useRef<Hit>(undefined);
  const wanted = query.trim();
  const exact = hits.some(({ text }) => text.toLowerCase() === wanted.toLowerCase());
  const choices: Hit[] =
    wanted && !exact ? [...hits, { index: ADD, text: t('search.add', { text: wanted }), detail: '' }] : hits;

  // before the next key
  useLayoutEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus, input]);

  const choose = ({ index }: Hit) => {
    if (index === ADD) lookUp(wanted);
    else {
      void inspect(index, null);
      useSelection.getState().fly(index);
    }
    onQuery('');
  };

  return (
    <search className="search">
      <Autocomplete.Root
        items={choices}
        filter={null}
        value={query}
        open={open}
        onOpenChange={setOpen}
        autoHighlight={hits.length > 0 ? 'always' : false}
        onItemHighlighted={(hit) => {
          highlighted.current = hit;
        }}
        itemToStringValue={({ text }: Hit) => text}
        onValueChange={(value, { reason }) => {
          if (reason !== 'item-press') onQuery(value);
        }}
      >
        <SearchIcon aria-hidden size={16} />
        <Autocomplete.Input
          ref={input}
          data-testid="search"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          type="search"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // whoever types fast presses Enter before the list is there, or while it is still that of the letters before
            event.preventBaseUIHandler();
            const hit = choices.find((choice) => choice === highlighted.current) ?? hits[0];
            if (!hit) return;
            setOpen(false);
            choose(hit);
          }}
        />
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={6} className="layer-popup">
            <Autocomplete.Popup className="popup search-popup" aria-label={t('search.results')}>
              <Autocomplete.List>
                {(hit: Hit) => (
                  <Autocomplete.Item
                    key={hit.index}
                    value={hit}
                    className="option"
                    onClick={() => choose(hit)}
                  >
                    <span dir="auto">{hit.text}</span>
                    {hit.detail && <small dir="auto">{hit.detail}</small>}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </search>
  );
}

/** A query in simplified characters, so that 蘋果 finds 苹果; the same until the converter is loaded. */
function useSimplified(query: string): string {
  const [simplify, setSimplify] = useState<Simplifier | null>(null);
  const needed = hasHan(query) && !simplify;
  useEffect(() => {
    // Without the converter the search still finds what was typed.
    if (needed)
      loadSimplifier()
        .then((loaded) => setSimplify(() => loaded))
        .catch(() => {});
  }, [needed]);
  return simplify ? simplify.text(query) : query;
}
