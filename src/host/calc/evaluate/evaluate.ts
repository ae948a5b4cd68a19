import { isOwnRow, keyOf, locate } from '../graph/structure';
import { builtins } from '../functions';
import type { Node, StructuredReference } from '../language/tree';
import { finite, toNumber } from '../values/convert';
import { Matrix } from '../values/matrix';
import { hull, Reference } from '../values/reference';
import { errors, isError, type Scalar } from '../values/scalar';
import type { Value } from '../values/value';
import { asScalar, broadcast } from './broadcast';
import { callCustomFunction } from './customFunction';
import { OPERATORS } from './operators';
import type { Scope } from './scope';

type NodeOf<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;
type Evaluators = { [Kind in Node['kind']]: (node: NodeOf<Kind>, scope: Scope) => Value };

/** One line per kind of expression. */
const EVALUATORS: Evaluators = {
  value: ({ value }) => value,
  missing: () => null,
  array: ({ rows }) => Matrix.fromRows(rows),
  area: ({ area, sheet }, scope) => onSheet(scope, sheet, (id) => Reference.of(id, area)),
  structured: ({ reference }, scope) => structured(reference, scope),
  name: ({ name, sheet }, scope) => named(name, sheet, scope),
  call: (node, scope) => call(node, scope),
  prefix: prefixed,
  percent: ({ operand }, scope) => broadcast([scope.read(operand)], (value) => OPERATORS['/'](value, 100)),
  spill: ({ operand }, scope) => spilled(scope.value(operand), scope),
  binary: binary,
};

/** The value of an expression. References are returned unread; errors are values. */
export function evaluate(node: Node, scope: Scope): Value {
  const evaluator = EVALUATORS[node.kind] as (node: Node, scope: Scope) => Value;
  return evaluator(node, scope);
}

function onSheet(scope: Scope, name: string | undefined, found: (id: string) => Value): Value {
  const id = name === undefined ? scope.position.sheet : scope.sheetId(name);
  return id === undefined ? errors.ref : found(id);
}

function structured(reference: StructuredReference, scope: Scope): Value {
  const { sheet, row, column } = scope.position;
  const { structure } = scope.source;
  const table =
    reference.table === undefined ? structure.tableAround(sheet, row, column) : structure.table(reference.table);
  if (table && isOwnRow(table, reference, row)) scope.dependOnKey(keyOf.rowsOf(table.sheet));
  else scope.dependOnKey(reference.table === undefined ? keyOf.tablesOf(sheet) : keyOf.table(reference.table));
  return table ? locate(table, reference, row) : errors.ref;
}

/** A LET variable, a defined name, or a table's body, in this order. */
function named(name: string, sheet: string | undefined, scope: Scope): Value {
  const variable = sheet === undefined ? scope.variable(name) : undefined;
  if (variable !== undefined) return variable;
  scope.dependOnKey(keyOf.name(name));
  const home = sheet === undefined ? scope.position.sheet : scope.sheetId(sheet);
  if (home === undefined) return errors.ref;
  const expression = scope.source.structure.name(name, home);
  if (expression) return scope.insideName(name)?.value(expression) ?? errors.name;
  const body = structured({ table: name, parts: [] }, scope);
  return isError(body) ? errors.name : body;
}

function call(node: NodeOf<'call'>, scope: Scope): Value {
  const builtin = builtins.get(node.name);
  if (!builtin) return callCustomFunction(node, scope);
  const count = node.arguments.length;
  return count < builtin.minimum || count > builtin.maximum ? errors.value : builtin.call(node.arguments, scope);
}

function prefixed({ operator, operand }: NodeOf<'prefix'>, scope: Scope): Value {
  if (operator === '@') return intersected(scope.value(operand), scope);
  if (operator === '+') return scope.value(operand);
  return broadcast([scope.read(operand)], negate);
}

function negate(value: Scalar): Scalar {
  const number = toNumber(value);
  return isError(number) ? number : finite(-number);
}

/** Implicit intersection: the cell of a range in the formula's own row or column. */
function intersected(value: Value, scope: Scope): Value {
  if (!(value instanceof Reference)) return asScalar(value);
  if (value.single) return value;
  const { row, column } = scope.position;
  if (value.columns === 1 && row >= value.top && row <= value.bottom) return value.part(row - value.top, 0, 1, 1);
  if (value.rows === 1 && column >= value.left && column <= value.right)
    return value.part(0, column - value.left, 1, 1);
  return errors.value;
}

function spilled(value: Value, scope: Scope): Value {
  if (!(value instanceof Reference) || !value.single) return errors.ref;
  scope.dependOn(value);
  return scope.source.spillOf(value.sheet, value.top, value.left) ?? errors.ref;
}

function binary({ operator, left, right }: NodeOf<'binary'>, scope: Scope): Value {
  if (operator === ':') return joined(scope.value(left), scope.value(right));
  return broadcast([scope.read(left), scope.read(right)], OPERATORS[operator]);
}

/** `INDEX(..):INDEX(..)`: any two references on one sheet. */
function joined(left: Value, right: Value): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (!(left instanceof Reference) || !(right instanceof Reference)) return errors.value;
  return left.sheet === right.sheet ? Reference.of(left.sheet, hull(left, right)) : errors.value;
}
