import { useCallback, useEffect, useState } from 'react';
import { loadTranslator } from '../../shared/i18n/load';
import type { Translate } from '../../shared/i18n/translate';
import type { Language } from '../../template/types';
import { script } from '../script';
import { remember } from '../storage';

/** A language and the texts in it. */
export interface Spoken {
  readonly language: Language;
  readonly t: Translate;
}

/** The pane's language; another one is spoken as soon as its texts are there. `failure`: why they are not; null = nothing. */
export function useLanguage(first: Spoken) {
  const [spoken, speak] = useState(first);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken]);
  const choose = useCallback((language: Language) => {
    setFailure(null);
    script(() => loadTranslator(language)).then((t) => {
      speak({ language, t });
      remember('language', language);
    }, setFailure);
  }, []);
  return { spoken, choose, failure };
}
