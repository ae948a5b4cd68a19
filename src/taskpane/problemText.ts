import type { ImportProblem } from '../actions/import/types';
import type { Translate } from '../shared/i18n';
import { tableDef } from '../template/load';
import type { Language } from '../template/types';

/** A problem in the pane's language, with the caption of its column and what the cell holds. */
export function problemText(
  { table, column, code, value }: Pick<ImportProblem, 'table' | 'column' | 'code' | 'value'>,
  language: Language,
  t: Translate,
): string {
  const found = tableDef(table).columns.find((candidate) => candidate.id === column);
  return t(`problems.${code}`, { column: found?.caption[language] ?? column, value });
}
