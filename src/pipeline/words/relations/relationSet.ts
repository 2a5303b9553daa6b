import type { Language } from '../../../contract/options.ts';
import { loadRelations } from '../../../text/loadData.ts';
import type { RelationSet } from '../../../text/relations.ts';

const sets = new Map<Language, Promise<RelationSet>>();

/** The bundled relations of a language, fetched once; a failed fetch is forgotten. Throws as `loadRelations`. */
export function relationSet(language: Language): Promise<RelationSet> {
  const fetched = sets.get(language);
  if (fetched) return fetched;
  const loading = loadRelations(`relations-${language}`, new URL('.', document.baseURI).href);
  sets.set(language, loading);
  loading.catch(() => sets.delete(language));
  return loading;
}
