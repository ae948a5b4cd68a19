/** One condition over a column of customers (C-59): what a manager writes instead of a filter. */
import type { Value } from './snapshot';

export type Operator =
  'is' | 'isNot' | 'atLeast' | 'atMost' | 'contains' | 'blank' | 'notBlank' | 'withinDays' | 'olderThanDays';

/** How cells compare: texts without case (codes and references are texts here), figures, whole days. */
export type Comparison = 'text' | 'number' | 'date';

export interface Condition {
  readonly comparison: Comparison;
  readonly operator: Operator;
  /** What the cell is compared with, any of them: texts folded, numbers, serials; days for the last two operators. */
  readonly values: readonly (string | number)[];
}

export type Test = (cell: Value) => boolean;

type MakeTest = (condition: Condition, today: number) => Test;

const day = (cell: Value): number => Math.floor(cell as number);
const isBlank = (cell: Value): boolean => cell === null || cell === '';
const first = ({ values }: Condition): number => values[0] as number;
/** Blank cells are neither early nor late, small nor large: they fit `blank`, `isNot` and nothing else. */
const filled =
  (test: Test): Test =>
  (cell) =>
    !isBlank(cell) && test(cell);

const readCell: Readonly<Record<Comparison, (cell: Value) => string | number>> = {
  text: (cell) => String(cell),
  number: (cell) => cell as number,
  date: day,
};

/** Figures and days; texts have no order here. */
const amount = ({ comparison }: Condition, cell: Value): number =>
  comparison === 'date' ? day(cell) : (cell as number);

const isAny: MakeTest = ({ comparison, values }) => filled((cell) => values.includes(readCell[comparison](cell)));

const tests: Readonly<Record<Operator, MakeTest>> = {
  is: isAny,
  isNot: (condition, today) => {
    const test = isAny(condition, today);
    return (cell) => !test(cell);
  },
  atLeast: (condition) => filled((cell) => amount(condition, cell) >= first(condition)),
  atMost: (condition) => filled((cell) => amount(condition, cell) <= first(condition)),
  contains: ({ values }) => filled((cell) => values.some((part) => String(cell).includes(String(part)))),
  blank: () => isBlank,
  notBlank: () => (cell) => !isBlank(cell),
  withinDays: (condition, today) => filled((cell) => day(cell) > today - first(condition) && day(cell) <= today),
  olderThanDays: (condition, today) => filled((cell) => day(cell) <= today - first(condition)),
};

/** Which operators each kind of column understands; the days of the last two are a number. */
const suits: Readonly<Record<Comparison, ReadonlySet<Operator>>> = {
  text: new Set(['is', 'isNot', 'contains', 'blank', 'notBlank']),
  number: new Set(['is', 'isNot', 'atLeast', 'atMost', 'blank', 'notBlank']),
  date: new Set(['is', 'isNot', 'atLeast', 'atMost', 'blank', 'notBlank', 'withinDays', 'olderThanDays']),
};

export const isSuited = (comparison: Comparison, operator: Operator): boolean => suits[comparison].has(operator);

export const needsValue = (operator: Operator): boolean => operator !== 'blank' && operator !== 'notBlank';

export const countsDays = (operator: Operator): boolean => operator === 'withinDays' || operator === 'olderThanDays';

/** The condition as a test of cells; `null` when the operator does not suit the column or there is nothing to compare. */
export function conditionTest(condition: Condition, today: number): Test | null {
  const { comparison, operator, values } = condition;
  if (!isSuited(comparison, operator) || (needsValue(operator) && values.length === 0)) return null;
  return tests[operator](condition, today);
}
