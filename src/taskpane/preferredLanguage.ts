import { languages, type Language } from '../template/types';
import { recall } from './storage';

/** The language that a person chose on this machine, else Excel's display language. */
export function preferredLanguage(display: Language): Language {
  const stored = recall('language');
  return languages.find((language) => language === stored) ?? display;
}
