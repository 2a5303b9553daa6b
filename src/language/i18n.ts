import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../contract/options.ts';
import type { Dictionary } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: Dictionary };
    returnNull: false;
  }
}

/** Each language is its own chunk: only what is read is fetched. */
const dictionaries: Record<Language, () => Promise<Dictionary>> = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
};

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'app')) return;
  i18next.addResourceBundle(language, 'app', await dictionaries[language]());
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
