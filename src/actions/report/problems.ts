import type { Problem } from '../../crm/snapshot';
import { languageOf } from '../../template/environment';
import { problemMessage } from '../problemMessage';
import { calendarProblem } from './calendarProblem';
import { dateProblems } from './dateProblems';
import type { Facts } from './facts';
import { policyProblems } from './policyProblems';
import { recordProblems } from './recordProblems';
import { stageConflicts } from './stageConflicts';

/** A problem as people read it. */
export type ReportedProblem = Omit<Problem, 'value'> & { readonly message: string };

/** Problems between decoded cells; those of single cells are the snapshot's own (C-04). */
export const betweenCells = (facts: Facts): readonly Problem[] => [
  ...stageConflicts(facts),
  ...dateProblems(facts),
  ...recordProblems(facts),
  ...policyProblems(facts),
  ...calendarProblem(facts),
];

/** Everything in the workbook that a person should look at, found in its cells or between them (C-04). */
export function problems(facts: Facts): readonly ReportedProblem[] {
  const { computed } = facts;
  return [...computed.problems, ...betweenCells(facts)].map(({ value, ...problem }) => ({
    ...problem,
    message: problemMessage({ ...problem, value }, languageOf(computed)),
  }));
}
