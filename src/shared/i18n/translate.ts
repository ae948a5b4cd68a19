import { createInstance, type Resource } from 'i18next';
import type { Language } from './language';

/**
 * Text of a key with its `{{values}}` filled in; `count` chooses among `key_one` and `key_other`, and stands in the text as
 * people of the language write numbers.
 * A key that does not exist comes back as it is; a test compares the languages, so none is missing in only one of them.
 */
export type Translate = (key: string, values?: Values) => string;

type Values = Readonly<Record<string, string | number>>;

export type Texts = Readonly<Record<Language, Resource[string][string]>>;

/** Translators over some texts, one for each language, made when first asked for. */
export function translators(texts: Texts): (language: Language) => Translate {
  const made = new Map<Language, Translate>();
  return (language) => {
    const translate = made.get(language) ?? translatorOf(texts[language], language);
    made.set(language, translate);
    return translate;
  };
}

/** The translator over the texts of one language. Values are not escaped: texts reach the screen as text, never as HTML. */
export function translatorOf(texts: Texts[Language], language: Language): Translate {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    // No advertisement in our users' consoles.
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: texts } },
  });
  // Most texts are asked for again and again, for each card of a list, and i18next looks them up anew each time.
  const fixed = new Map<string, string>();
  return (key, values) => {
    if (values) return i18n.t(key, { ...values, replace: written(values, language) });
    const text = fixed.get(key) ?? i18n.t(key);
    fixed.set(key, text);
    return text;
  };
}

/** What the text shows: the number that chooses its form has its separators there. */
const written = (values: Values, language: Language): Values =>
  typeof values['count'] === 'number' ? { ...values, count: values['count'].toLocaleString(language) } : values;
