import { useCallback, useEffect, useState } from 'react';
import { languages, type Language } from '../../template/types';
import { recall, remember } from '../storage';

/** Excel's display language until a person chooses another, which is remembered on this machine. */
export function useLanguage(display: Language): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(() => remembered() ?? display);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    setLanguage(next);
    remember('language', next);
  }, []);
  return [language, choose];
}

function remembered(): Language | null {
  const stored = recall('language');
  return languages.find((language) => language === stored) ?? null;
}
