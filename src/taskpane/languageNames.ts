import type { Language } from '../template/types';

/** Languages in their own words: whoever needs one can read it. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文（简体）' };
