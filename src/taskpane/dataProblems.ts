import { betweenCells } from '../actions/report/problems';
import type { Problem } from '../crm/snapshot';
import { columnOf } from '../template/environment';
import type { Language } from '../template/types';
import type { PaneData } from './context';
import type { Format } from './format';
import { cellText } from './rows';

interface Words {
  readonly language: Language;
  readonly format: Format;
}

/** Problems of one kind, most frequent kind first. */
export interface ProblemGroup {
  readonly code: Problem['code'];
  readonly problems: readonly Problem[];
}

/** The workbook's problems with what their cells hold, grouped by code. */
export function problemGroups({ snapshot, figures }: PaneData, words: Words): ProblemGroup[] {
  const all: readonly Problem[] = [
    ...snapshot.problems,
    ...betweenCells(figures).map((problem) => ({ ...problem, value: shown(snapshot, problem, words) })),
  ];
  return [...new Set(all.map(({ code }) => code))]
    .map((code) => ({ code, problems: all.filter((problem) => problem.code === code) }))
    .sort((a, b) => b.problems.length - a.problems.length);
}

function shown(snapshot: PaneData['snapshot'], { table, column, row }: Omit<Problem, 'value'>, words: Words): string {
  const at = snapshot.tables[table]?.sheetRows.indexOf(row) ?? -1;
  const value = columnOf(snapshot, table, column)[at] ?? null;
  return value === null ? '' : cellText({ snapshot }, words, { table, column, value });
}
