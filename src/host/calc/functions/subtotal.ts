import { asMatrix } from '../evaluate/broadcast';
import type { Scope } from '../evaluate/scope';
import type { Node } from '../language/tree';
import { toNumber } from '../values/convert';
import { Matrix } from '../values/matrix';
import { Reference } from '../values/reference';
import { errors, isError, type Scalar } from '../values/scalar';
import { isLeftOut, lazy, MANY, type Builtin, type Library } from './define';

/**
 * Totals by function number. The calculator knows no hidden rows: 101-111 count them like 1-11. Both leave out cells
 * that are themselves subtotals.
 */
export function subtotals(library: Library): Library {
  return {
    SUBTOTAL: lazy(2, MANY, ([number, ...areas], scope) => subtotal(library, number!, areas, scope)),
    AGGREGATE: lazy(3, MANY, (nodes, scope) => aggregate(library, nodes, scope)),
  };
}

const SUMMARIES = [
  'AVERAGE',
  'COUNT',
  'COUNTA',
  'MAX',
  'MIN',
  'PRODUCT',
  'STDEV.S',
  'STDEV.P',
  'SUM',
  'VAR.S',
  'VAR.P',
];
/** AGGREGATE goes on with these; those from LARGE on take a position as last argument. */
const MORE = [
  'MEDIAN',
  'MODE.SNGL',
  'LARGE',
  'SMALL',
  'PERCENTILE.INC',
  'QUARTILE.INC',
  'PERCENTILE.EXC',
  'QUARTILE.EXC',
];
const FIRST_WITH_POSITION = 14;
/** AGGREGATE options that pass over errors, and those that pass over nested subtotals. */
const IGNORING_ERRORS = [2, 3, 6, 7];
const IGNORING_SUBTOTALS = [0, 1, 2, 3];

function subtotal(library: Library, number: Node, areas: readonly Node[], scope: Scope): Scalar {
  const code = asNumber(number, scope);
  const name = SUMMARIES[(code > 100 ? code - 100 : code) - 1];
  if (!name) return errors.value;
  return summarise(
    library[name]!,
    areas.map((area) => kept(area, scope, false, true)),
    [],
    scope,
  );
}

function aggregate(library: Library, [number, options, ...rest]: readonly Node[], scope: Scope): Scalar {
  const code = asNumber(number!, scope);
  const option = isLeftOut(options) ? 0 : asNumber(options!, scope);
  const name = [...SUMMARIES, ...MORE][code - 1];
  if (!name || !(option >= 0 && option <= 7)) return errors.value;
  const areas = code >= FIRST_WITH_POSITION ? rest.slice(0, 1) : rest;
  const values = areas.map((area) =>
    kept(area, scope, IGNORING_ERRORS.includes(option), IGNORING_SUBTOTALS.includes(option)),
  );
  return summarise(library[name]!, values, code >= FIRST_WITH_POSITION ? rest.slice(1) : [], scope);
}

function asNumber(node: Node, scope: Scope): number {
  const number = toNumber(asMatrix(scope.read(node)).at(0, 0));
  return isError(number) ? Number.NaN : Math.trunc(number);
}

/** The values of an argument without what has to be passed over; passed-over cells become blanks. */
function kept(node: Node, scope: Scope, skipErrors: boolean, skipSubtotals: boolean): Matrix {
  const value = scope.value(node);
  const matrix = asMatrix(scope.dereference(value));
  return new Matrix(
    matrix.rows,
    matrix.columns,
    matrix.cells.map((cell, index) => {
      if (skipErrors && isError(cell)) return null;
      return skipSubtotals && value instanceof Reference && isSubtotal(value, matrix, index, scope) ? null : cell;
    }),
  );
}

function isSubtotal(area: Reference, { columns }: Matrix, index: number, scope: Scope): boolean {
  const formula = scope.source.formulaAt(
    area.sheet,
    area.top + Math.floor(index / columns),
    area.left + (index % columns),
  );
  return formula !== undefined && /^\s*(?:SUBTOTAL|AGGREGATE)\s*\(/i.test(formula);
}

/** Hands values over as arguments under a name that no formula can write. */
function summarise(builtin: Builtin, values: readonly Matrix[], positions: readonly Node[], scope: Scope): Scalar {
  const inner = values.reduce((outer, matrix, index) => outer.withVariable(`\u0000${index}`, matrix), scope);
  const nodes = values.map((_, index): Node => ({ kind: 'name', name: `\u0000${index}` }));
  const result = builtin.call([...nodes, ...positions], inner);
  return asMatrix(scope.dereference(result)).at(0, 0);
}
