import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../contract/options.ts';
import type { AnalogyDictionary } from './analogy/analogyEn.ts';
import type { CompareDictionary } from './compareEn.ts';
import type { ContextDictionary } from './contextEn.ts';
import type { Dictionary } from './en.ts';
import type { GuideDictionary } from './guideEn.ts';
import type { LlmDictionary } from './llm/llmEn.ts';
import type { OrderDictionary } from './order/orderEn.ts';
import type { ScorecardDictionary } from './scorecardEn.ts';

/** `app`: what every view shares, and the map. A view that comes later brings its own words. */
interface Dictionaries {
  app: Dictionary;
  context: ContextDictionary;
  analogy: AnalogyDictionary;
  compare: CompareDictionary;
  scorecard: ScorecardDictionary;
  guide: GuideDictionary;
  llm: LlmDictionary;
  order: OrderDictionary;
}
type Namespace = keyof Dictionaries;
/** The words that a view brings. */
export type ViewNamespace = Exclude<Namespace, 'app'>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Dictionaries;
    returnNull: false;
  }
}

/** Each language of each part is its own chunk: only what is read is fetched. */
const dictionaries: {
  [N in Namespace]: Record<Language, () => Promise<Dictionaries[N]>>;
} = {
  app: {
    zh: async () => (await import('./zh.ts')).zh,
    en: async () => (await import('./en.ts')).en,
  },
  context: {
    zh: async () => (await import('./contextZh.ts')).contextZh,
    en: async () => (await import('./contextEn.ts')).contextEn,
  },
  analogy: {
    zh: async () => (await import('./analogy/analogyZh.ts')).analogyZh,
    en: async () => (await import('./analogy/analogyEn.ts')).analogyEn,
  },
  compare: {
    zh: async () => (await import('./compareZh.ts')).compareZh,
    en: async () => (await import('./compareEn.ts')).compareEn,
  },
  scorecard: {
    zh: async () => (await import('./scorecardZh.ts')).scorecardZh,
    en: async () => (await import('./scorecardEn.ts')).scorecardEn,
  },
  guide: {
    zh: async () => (await import('./guideZh.ts')).guideZh,
    en: async () => (await import('./guideEn.ts')).guideEn,
  },
  llm: {
    zh: async () => (await import('./llm/llmZh.ts')).llmZh,
    en: async () => (await import('./llm/llmEn.ts')).llmEn,
  },
  order: {
    zh: async () => (await import('./order/orderZh.ts')).orderZh,
    en: async () => (await import('./order/orderEn.ts')).orderEn,
  },
};

const wanted = new Set<Namespace>(['app']);

async function load(language: Language): Promise<void> {
  await Promise.all(
    [...wanted].map(async (namespace) => {
      if (i18next.hasResourceBundle(language, namespace)) return;
      i18next.addResourceBundle(language, namespace, await dictionaries[namespace][language]());
    }),
  );
}

/** Fetches the words of a view in the language in force; they then follow the language as the app's do. */
export async function wantWords(namespace: Namespace): Promise<void> {
  wanted.add(namespace);
  await load(i18next.language === 'zh' ? 'zh' : 'en');
}

/** Switches the app's words, fetching them first where need be, and tells the page its language. */
export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** Starts the app's words in a language. React escapes what it draws, so i18next must not. */
export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    defaultNS: 'app',
    ns: ['app'],
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await switchLanguage(language);
}
