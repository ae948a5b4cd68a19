import type { Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { fromMinor, minorRest, toMinor, withRest } from '../shared/numbers';
import type { Computation } from './compute';
import { keyColumnId } from './keys';
import { columnDef, tableDef } from './load';
import { rollupConditions } from './rollupFormula';
import type { ColumnDef, Rollup, RollupCondition, TableDef } from './types';

/** One pass over the children of a roll-up: same declaration, same figures as the native formula (decision 8). */
export function aggregate(computation: Computation, table: TableDef, column: ColumnDef): readonly Value[] {
  const rollup = column.rollup!;
  const parents = computation.rows(table.id);
  const parentRows = parentsOf(computation, table, rollup);
  const conditions = rollupConditions(rollup).map((condition) =>
    conditionTest(computation, table, rollup.from, condition),
  );
  const amounts = rollup.of ? computation.column(rollup.from, rollup.of) : [];
  const state = startState(rollup, parents, computation.environment.moneyDigits, column);
  parentRows.forEach((found, child) => {
    for (const parent of found) {
      if (conditions.every((holds) => holds(child, parent))) state.add(parent, amounts[child] ?? null);
    }
  });
  return state.finish();
}

/** Parent rows of each child by reference, for as long as the computation lives: many roll-ups follow the same one. */
const knownParents = new WeakMap<Computation, Map<string, readonly (readonly number[])[]>>();

function parentsOf(computation: Computation, table: TableDef, { from, match }: Rollup): readonly (readonly number[])[] {
  const known = knownParents.get(computation) ?? new Map<string, readonly (readonly number[])[]>();
  knownParents.set(computation, known);
  const reference = `${from}.${match}`;
  let parents = known.get(reference);
  if (!parents) {
    const rows = rowsByKey(computation.column(table.id, 'id'));
    const keys = computation.column(from, keyColumnId(match));
    parents = keys.map((key) => (key === null ? none : (rows.get(fold(String(key).slice(3))) ?? none)));
    known.set(reference, parents);
  }
  return parents;
}

const none: readonly number[] = [];

/** Parent rows by folded id: two ids that differ in case only are one key to Excel, so both get the figure. */
function rowsByKey(ids: readonly Value[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  ids.forEach((id, row) => {
    if (id === null) return;
    const key = fold(String(id));
    rows.set(key, [...(rows.get(key) ?? []), row]);
  });
  return rows;
}

type Holds = (child: number, parent: number) => boolean;

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
  return {
    add(parent, value) {
      if (rollup.aggregate !== 'count' && typeof value !== 'number') return;
      add[rollup.aggregate](parent, value as number);
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
