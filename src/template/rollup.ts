import { noRow, ReferenceIndex, type FixedReferences } from '../crm/reference';
import type { Value } from '../crm/snapshot';
import { fromMinor, minorRest, toMinor, withRest } from '../shared/numbers';
import type { Computation } from './compute';
import { keyPrefix } from './keyText';
import { columnDef, tableDef } from './load';
import { rollupConditions } from './rollupFormula';
import type { ColumnDef, Rollup, RollupCondition, TableDef } from './types';

/** One pass over the children of a roll-up: same declaration, same figures as the native formula (decision 8). */
export function aggregate(computation: Computation, table: TableDef, column: ColumnDef): readonly Value[] {
  const rollup = column.rollup!;
  const { first, others } = computation.family(rollup.from, rollup.match, table);
  const holds = conditionsTest(computation, table, rollup);
  const amounts = rollup.of ? computation.column(rollup.from, rollup.of) : [];
  const state = startState(rollup, computation.rows(table.id), computation.environment.moneyDigits, column);
  for (let child = 0; child < first.length; child += 1) {
    const parent = first[child]!;
    if (parent === noRow) continue;
    if (holds(child, parent)) state.add(parent, amounts[child] ?? null);
    if (others.size)
      others.get(parent)?.forEach((twin) => holds(child, twin) && state.add(twin, amounts[child] ?? null));
  }
  return state.finish();
}

/**
 * The parents of every child row. Two ids that differ in case only are one key to Excel, so both records get the figure:
 * `first` is the row of the first one ({@link noRow} = none), `others` are the rows after it.
 */
export interface Family {
  readonly first: Int32Array;
  readonly others: ReadonlyMap<number, readonly number[]>;
}

/** Records of one id, as {@link Family} has them: `first` by row of any of them. */
export function kinOf(ids: readonly Value[], index: FixedReferences): Family {
  const others = new Map<number, readonly number[]>();
  const first = new Int32Array(ids.length);
  ids.forEach((id, row) => {
    const rows = index.rowsOfId(id);
    first[row] = rows[0] ?? noRow;
    if (rows.length > 1 && rows[0] === row) others.set(row, rows.slice(1));
  });
  return { first, others };
}

/** Parents by the rows that references mean. */
export const familyByRow = (meant: Int32Array, { first, others }: Family): Family => ({
  first: meant.map((row) => (row === noRow ? noRow : first[row]!)),
  others,
});

/** Parents by the key that children carry. */
export function familyByKey(keys: readonly Value[], ids: readonly Value[]): Family {
  const index = new ReferenceIndex(ids, null);
  const meant = Int32Array.from(keys, (key) => index.rowsOfId(key && String(key).slice(keyPrefix.length))[0] ?? noRow);
  return familyByRow(meant, kinOf(ids, index));
}

type Holds = (child: number, parent: number) => boolean;

function conditionsTest(computation: Computation, table: TableDef, rollup: Rollup): Holds {
  const tests = rollupConditions(rollup).map((condition) => conditionTest(computation, table, rollup.from, condition));
  return (child, parent) => {
    for (const test of tests) if (!test(child, parent)) return false;
    return true;
  };
}

function conditionTest(computation: Computation, table: TableDef, from: string, condition: RollupCondition): Holds {
  const values = computation.column(from, condition.column);
  if (condition.code !== undefined) {
    const isBoolean = columnDef(tableDef(from), condition.column).type === 'boolean';
    const wanted = isBoolean ? condition.code === 'yes' : condition.code;
    return condition.op === '=' ? (child) => values[child] === wanted : (child) => values[child] !== wanted;
  }
  const compare = comparisons[condition.op];
  if (condition.parent) {
    const operands = computation.column(table.id, condition.parent);
    return (child, parent) => compareNumbers(compare, values[child], operands[parent]);
  }
  const operand = condition.number ?? namedNumber(computation, condition);
  return (child) => compareNumbers(compare, values[child], operand);
}

const comparisons: Record<RollupCondition['op'], (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

const compareNumbers = (compare: (a: number, b: number) => boolean, a: Value | undefined, b: Value | undefined) =>
  typeof a === 'number' && typeof b === 'number' && compare(a, b);

/** The defined names that conditions may use, as the environment knows them. */
function namedNumber({ environment }: Computation, condition: RollupCondition): number {
  const named: Record<string, number> = {
    crm_today: environment.today,
    crm_valueWindowDays: environment.valueWindowDays,
  };
  return named[condition.name!]! + (condition.plus ?? 0) - (condition.minusName ? named[condition.minusName]! : 0);
}

interface State {
  add(parent: number, value: Value): void;
  finish(): readonly Value[];
}

function startState(rollup: Rollup, parents: number, digits: number, column: ColumnDef): State {
  const totals = new Float64Array(parents);
  const rests = new Float64Array(parents);
  const counts = new Uint32Array(parents);
  const best = rollup.aggregate === 'min' ? Math.min : Math.max;
  const isMoney = column.type === 'money';
  const sum = (parent: number, value: number) => {
    const whole = isMoney ? toMinor(value, digits) : value;
    totals[parent]! += whole;
    if (isMoney) rests[parent]! += minorRest(value, whole, digits);
  };
  const add: Record<Rollup['aggregate'], (parent: number, value: number) => void> = {
    count: () => {},
    sum,
    sumOrBlank: sum,
    min: (parent, value) => void (totals[parent] = counts[parent] ? best(totals[parent]!, value) : value),
    max: (parent, value) => void (totals[parent] = counts[parent] ? best(totals[parent]!, value) : value),
  };
  const own = add[rollup.aggregate];
  const countsAll = rollup.aggregate === 'count';
  return {
    add(parent, value) {
      if (!countsAll && typeof value !== 'number') return;
      own(parent, value as number);
      counts[parent]! += 1;
    },
    finish: () =>
      Array.from({ length: parents }, (_, parent) =>
        finished(rollup, column, withRest(totals[parent]!, rests[parent]!), counts[parent]!, digits),
      ),
  };
}

function finished(rollup: Rollup, column: ColumnDef, total: number, count: number, digits: number): Value {
  if (rollup.aggregate === 'count') return count;
  if (rollup.aggregate !== 'sum' && !count) return null;
  if (column.type === 'money') return fromMinor(total, digits);
  return column.type === 'date' ? Math.floor(total) : total;
}
