import { betweenCells } from '../actions/report/problems';
import type { Problem } from '../crm/snapshot';
import { toIso } from '../shared/dates';
import { labelOf } from '../template/labels';
import { columnDef, tableDef, template } from '../template/load';
import { columnOf } from '../template/environment';
import type { Language } from '../template/types';
import type { PaneData } from './context';

/** Problems of one kind, most frequent kind first. */
export interface ProblemGroup {
  readonly code: Problem['code'];
  readonly problems: readonly Problem[];
}

/** The workbook's problems with what their cells hold, grouped by code. */
export function problemGroups({ snapshot, figures }: PaneData, language: Language): ProblemGroup[] {
  const all: readonly Problem[] = [
    ...snapshot.problems,
    ...betweenCells(figures).map((problem) => ({ ...problem, value: cellText(snapshot, problem, language) })),
  ];
  return [...new Set(all.map(({ code }) => code))]
    .map((code) => ({ code, problems: all.filter((problem) => problem.code === code) }))
    .sort((a, b) => b.problems.length - a.problems.length);
}

function cellText(snapshot: PaneData['snapshot'], problem: Omit<Problem, 'value'>, language: Language): string {
  const row = snapshot.tables[problem.table]?.sheetRows.indexOf(problem.row) ?? -1;
  const value = columnOf(snapshot, problem.table, problem.column)[row];
  const { list, type } = columnDef(tableDef(problem.table), problem.column);
  if (value === null || value === undefined) return '';
  if (type === 'date' && typeof value === 'number') return toIso(value);
  return list ? labelOf(template, snapshot, language, list, String(value)) : String(value);
}
