import { readdirSync } from 'node:fs';
import path from 'node:path';
import { texts, translator } from '../../../src/shared/i18n';
import { languageOf } from '../../../src/shared/i18n/language';

type Tree = { readonly [key: string]: string | Tree };

/** Every text by its whole key. */
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, node]): [string, string][] =>
    typeof node === 'string' ? [[path + key, node]] : flat(node, `${path}${key}.`),
  );

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();

describe('the languages', () => {
  const english = flat(texts.en);
  const chinese = new Map(flat(texts['zh-CN']));

  it.each(['en', 'zh-CN'] as const)('should load every file of %s', (language) => {
    const files = readdirSync(path.resolve(__dirname, '../../../src/shared/i18n', language)).filter((file) =>
      file.endsWith('.json'),
    );
    expect(Object.keys(texts[language]).sort()).toEqual(files.map((file) => path.basename(file, '.json')).sort());
  });

  it('should have the same keys, none of them empty', () => {
    expect([...chinese.keys()].sort()).toEqual(english.map(([key]) => key).sort());
    expect([...english, ...chinese].filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('should fill in the same values', () => {
    const different = english.filter(([key, text]) => {
      const other = chinese.get(key) ?? '';
      return placeholders(text).join() !== placeholders(other).join();
    });
    expect(different).toEqual([]);
  });

  it.each(['en', 'zh-CN'] as const)('should lead to Today by the name that it has in %s', (language) => {
    const { adopt, pane } = texts[language];

    expect(adopt.done.next).toContain(pane.tab.today);
  });

  it('should count visits that are hardly one in words that fit none', () => {
    const visits = { count: 1, visits: '0' };

    expect(translator('en')('wizard.cadence.total', visits)).toBe('Visits a week, together: about 0.');
  });

  it('should leave a hostile value as the text it is', () => {
    const value = '<img src=x> {{value}} $t(errors.badDate)';
    expect(translator('en')('errors.badDate', { value })).toBe(`"${value}" is not a date.`);
  });

  it.each([
    ['en', 1, '1 thing waits'],
    ['en', 9934, '9,934 things wait'],
    ['zh-CN', 9934, '9,934 项待办'],
  ] as const)(
    'should write a count with its separators and choose the form by it (%s, %i)',
    (language, count, text) => {
      expect(translator(language)('today.count', { count })).toBe(text);
    },
  );

  it('should speak Chinese to zh and English to everybody else', () => {
    expect(['zh-CN', 'zh-TW', 'ZH', 'de-DE', ''].map(languageOf)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'en', 'en']);
  });
});
