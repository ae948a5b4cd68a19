import { meantKey, tableMeant } from '../actions/repoint';
import { betweenCells } from '../actions/report/problems';
import type { Problem } from '../crm/snapshot';
import { columnOf } from '../template/environment';
import type { Language } from '../template/types';
import type { PaneData } from './context';
import type { Format } from './format';
import { countOf } from './namesakes';
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

/** Cells that say the same about the same table: one mistake, however often it was made. */
export interface MeantLine {
  /** Table that they refer to. */
  readonly table: string;
  readonly text: string;
  /** Name of the record that is probably meant. */
  readonly suggestion: string | null;
  readonly problems: readonly Problem[];
}

/** References that lead nowhere, or to several records, by what they say; the most frequent first. */
export function meantLines(problems: readonly Problem[]): MeantLine[] {
  const lines = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = meantKey(tableMeant(problem), problem.value);
    const line = lines.get(key);
    if (line) line.push(problem);
    else lines.set(key, [problem]);
  }
  return [...lines.values()]
    .map((same) => ({
      table: tableMeant(same[0]!),
      text: same[0]!.value,
      suggestion: same[0]!.suggestion ?? null,
      problems: same,
    }))
    .sort((a, b) => b.problems.length - a.problems.length);
}

/** How many of the cells each table has, in the order of the list. */
export function cellsByTable(problems: readonly Problem[]): ReadonlyMap<string, number> {
  return countOf(problems.map(({ table }) => table));
}

function shown(snapshot: PaneData['snapshot'], { table, column, row }: Omit<Problem, 'value'>, words: Words): string {
  const at = snapshot.tables[table]?.sheetRows.indexOf(row) ?? -1;
  const value = columnOf(snapshot, table, column)[at] ?? null;
  return value === null ? '' : cellText({ snapshot }, words, { table, column, value });
}
