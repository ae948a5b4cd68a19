import type { Problem } from '../crm/snapshot';
import en from '../shared/i18n/en/problems.json';
import { translators } from '../shared/i18n/translate';
import zh from '../shared/i18n/zh-CN/problems.json';
import { tableDef } from '../template/load';
import { publicId } from '../template/publicIds';
import type { Language } from '../template/types';

/** Only the texts of problems, in both languages: reports choose theirs, whatever the pane speaks. */
const translator = translators({ en: { problems: en }, 'zh-CN': { problems: zh } });

type Told = Pick<Problem, 'table' | 'column' | 'code' | 'value' | 'suggestion'>;

/** A problem in words, with the caption of its column, what the cell holds and what it probably means. */
export function problemMessage({ table, column, code, value, suggestion }: Told, language: Language): string {
  const translate = translator(language);
  const caption = tableDef(table).columns.find(({ id }) => id === column)?.caption[language] ?? column;
  const message = translate(`problems.${code}`, { column: caption, value });
  return suggestion === undefined ? message : `${message} ${translate('problems.suggestion', { suggestion })}`;
}

/** Column of a problem as programs outside know it (`customerId`); a header of a source file stays what it is. */
export function problemColumn({ table, column }: Pick<Problem, 'table' | 'column'>): string {
  const def = tableDef(table);
  const found = def.columns.find(({ id }) => id === column);
  return found ? publicId(def, found) : column;
}
