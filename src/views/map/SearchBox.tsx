import { Search as SearchIcon } from 'lucide-react';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAfterFirstMap } from '../../stores/afterFirstMap.ts';
import { inspect } from '../../stores/inspection.ts';
import { useMap } from '../../stores/mapStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { findItems } from './findItems.ts';
import type { SearchProps } from './Search.tsx';

interface Full {
  readonly Search: ComponentType<SearchProps>;
  /** The plain box had the focus when the full one took its place. */
  readonly focused: boolean;
}

/** The search box: plain at first, with a list of hits once its library is there, which the first screen does without. */
export function SearchBox() {
  const { t } = useTranslation();
  const later = useAfterFirstMap();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [touched, setTouched] = useState(false);
  const [full, setFull] = useState<Full | null>(null);
  const wanted = later || touched;

  useEffect(() => {
    if (!wanted) return;
    import('./Search.tsx')
      .then(({ default: Search }) => setFull({ Search, focused: document.activeElement === input.current }))
      // Offline: the plain box goes on finding words.
      .catch(() => {});
  }, [wanted]);

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

  if (full) {
    return <full.Search input={input} query={query} onQuery={setQuery} autoFocus={full.focused} />;
  }
  const chooseFirst = () => {
    const [hit] = findItems(useMap.getState().frame?.items ?? [], query);
    if (!hit) return;
    void inspect(hit.index, null);
    useSelection.getState().fly(hit.index);
    setQuery('');
  };
  return (
    <search className="search">
      <SearchIcon aria-hidden size={16} />
      <input
        ref={input}
        data-testid="search"
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={query}
        onFocus={() => setTouched(true)}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') chooseFirst();
        }}
      />
    </search>
  );
}
