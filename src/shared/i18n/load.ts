import type { Language } from './language';
import { translatorOf, type Translate } from './translate';

/** One language at a time: nobody reads two. */
const files = { en: () => import('./en'), 'zh-CN': () => import('./zh-CN') };

const loaded = new Map<Language, Promise<Translate>>();

/** The translator of a language, over the texts of the pane; rejects when they cannot be loaded, and tries again when asked again. */
export function loadTranslator(language: Language): Promise<Translate> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = files[language]().then(({ texts }) => translatorOf(texts, language));
  loaded.set(language, loading);
  loading.catch(() => loaded.delete(language));
  return loading;
}
