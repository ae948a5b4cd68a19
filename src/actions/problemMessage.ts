import type { Problem } from '../crm/snapshot';
import { translator } from '../shared/i18n';
import { tableDef } from '../template/load';
import type { Language } from '../template/types';

/** A problem in words, with the caption of its column and what the cell holds. */
export function problemMessage(problem: Pick<Problem, 'table' | 'column' | 'code' | 'value'>, language: Language): string {
  const column = tableDef(problem.table).columns.find((candidate) => candidate.id === problem.column);
  return translator(language)(`problems.${problem.code}`, {
    column: column?.caption[language] ?? problem.column,
    value: problem.value,
  });
}
