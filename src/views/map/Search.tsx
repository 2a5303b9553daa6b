import { Autocomplete } from '@base-ui/react/autocomplete';
import { Search as SearchIcon } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inspect } from '../../stores/inspection.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { findItems, type Hit } from './findItems.ts';

const ADD = -1;

/** Finds a point by its text and flies to it; a word that is not on the map can be put there. */
export default function Search() {
  const { t } = useTranslation();
  const items = useMap(({ frame }) => frame?.items);
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const hits = useMemo(() => findItems(items ?? [], query), [items, query]);
  const wanted = query.trim();
  const exact = hits.some(({ text }) => text.toLowerCase() === wanted.toLowerCase());
  const choices: Hit[] =
    wanted && !exact ? [...hits, { index: ADD, text: t('search.add', { text: wanted }), detail: '' }] : hits;

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);

  const choose = ({ index }: Hit) => {
    if (index === ADD) addWord(wanted);
    else {
      void inspect(index, null);
      useSelection.getState().fly(index);
    }
    setQuery('');
  };

  return (
    <search className="search">
      <Autocomplete.Root
        items={choices}
        filter={null}
        value={query}
        autoHighlight="always"
        itemToStringValue={({ text }: Hit) => text}
        onValueChange={(value, { reason }) => {
          if (reason !== 'item-press') setQuery(value);
        }}
      >
        <SearchIcon aria-hidden size={16} />
        <Autocomplete.Input
          ref={input}
          data-testid="search"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          type="search"
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

/** Puts a word beside what is shown, and looks at it. */
function addWord(text: string): void {
  const { own, setOwn, change } = useLink.getState();
  change({ word: text });
  setOwn({ texts: [...(own?.texts ?? []), text], add: own ? own.add : true });
}
