import { defaultLink, type LinkState } from './deepLink.ts';
import { narrowed, type Readers, readers } from './linkValues.ts';
import type { Language } from './options.ts';

/** A parameter whose value the contract does not allow; the default is used instead. */
export interface LinkProblem {
  readonly parameter: string;
  readonly value: string;
}

/**
 * Reads the query part of an address. A parameter that the contract does not know is left alone; one with an
 * illegal value gets its default and is reported.
 */
export function parseLink(
  search: string,
  browserLanguage: Language,
): { link: LinkState; problems: LinkProblem[] } {
  const parameters = new URLSearchParams(search);
  const problems: LinkProblem[] = [];
  const read = <K extends keyof LinkState>(
    key: K,
    special: Partial<Readers> = {},
  ): NonNullable<LinkState[K]> | undefined => {
    const text = parameters.get(key);
    if (text === null || (key === 'k' && text === 'auto')) return undefined;
    const value = ((special[key] ?? readers[key]) as Readers[K])(text);
    if (value === undefined) problems.push({ parameter: key, value: text });
    return value;
  };
  const defaults = defaultLink(read('lang') ?? browserLanguage);
  const view = read('view') ?? defaults.view;
  const keys = Object.keys(defaults) as (keyof LinkState)[];
  const rest = keys.filter((key) => key !== 'view' && key !== 'lang');
  const given = Object.fromEntries(rest.map((key) => [key, read(key, narrowed[view]) ?? defaults[key]]));
  return { link: { ...defaults, ...given, view }, problems };
}

/** The query part for a state, with a leading `?`: `lang` always, since it decides the rest, and what is not default. */
export function formatLink(link: LinkState): string {
  const defaults = defaultLink(link.lang);
  const parameters = new URLSearchParams();
  if (link.view !== defaults.view) parameters.set('view', link.view);
  parameters.set('lang', link.lang);
  for (const key of Object.keys(defaults) as (keyof LinkState)[]) {
    if (key === 'view' || key === 'lang') continue;
    const value = link[key];
    if (value !== null && value !== '' && value !== defaults[key]) parameters.set(key, String(value));
  }
  return `?${parameters}`;
}
