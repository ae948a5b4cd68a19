import { useCallback, useEffect, useState } from 'react';
import { languages, type Language } from '../../template/types';

const storageKey = 'workbook-crm.language';

/** Excel's display language until a person chooses another, which is remembered on this machine. */
export function useLanguage(display: Language): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(() => remembered() ?? display);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    setLanguage(next);
    remember(next);
  }, []);
  return [language, choose];
}

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);

function remembered(): Language | null {
  try {
    const stored = localStorage.getItem(storageKey);
    return isLanguage(stored) ? stored : null;
  } catch {
    // Browsers that block storage in frames throw here: Excel's language then counts each time.
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // See above: the choice then lasts as long as the pane.
  }
}
