export type Language = 'en' | 'zh-CN';

/** Chinese of any script gets Chinese, everybody else English. `tag` is a BCP 47 language tag. */
export const languageOf = (tag: string): Language => (/^zh\b/i.test(tag) ? 'zh-CN' : 'en');
