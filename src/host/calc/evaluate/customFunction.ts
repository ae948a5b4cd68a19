import { keyOf } from '../graph/structure';
import type { Node } from '../language/tree';
import { finite } from '../values/convert';
import { Matrix } from '../values/matrix';
import { ERROR_TEXTS, errors, isError, type ErrorValue, type Scalar } from '../values/scalar';
import type { Value } from '../values/value';
import type { Read } from './broadcast';
import type { Scope } from './scope';

/**
 * Calls a registered JavaScript function as Excel does: a single cell arrives as a scalar, a range as
 * rows of scalars, a missing argument and an empty cell as `null`. With an error among the arguments the function is
 * not called and the error is the result. An unknown function is `#NAME?`.
 */
export function callCustomFunction(node: Extract<Node, { kind: 'call' }>, scope: Scope): Value {
  scope.dependOnKey(keyOf.function(node.name));
  const body = scope.source.functions.get(node.name);
  if (!body) return errors.name;
  const read = node.arguments.map((argument) => scope.read(argument));
  const failed = read.map(firstError).find((error) => error !== undefined);
  if (failed) return failed;
  const values: unknown[] = read.map((value) => (value instanceof Matrix ? value.toRows() : value));
  while (values.length < body.length) values.push(null);
  const identity = `${node.name}(${JSON.stringify(values)})`;
  return toValue(scope.source.remember(scope.position, identity, () => attempt(() => body(...values))));
}

function firstError(value: Read): ErrorValue | undefined {
  return value instanceof Matrix ? value.cells.find(isError) : isError(value) ? value : undefined;
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (thrown) {
    return thrownError(thrown);
  }
}

/** `CustomFunctions.Error` carries its cell error in `code`; every other throw is `#VALUE!`. */
export function thrownError(thrown: unknown): ErrorValue {
  const code = (thrown as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && ERROR_TEXTS.includes(code) ? { error: code } : errors.value;
}

/** What a function returned, as a value of the sheet: a scalar or rows of scalars; a flat array is `#VALUE!`. */
export function toValue(result: unknown): Read {
  if (!Array.isArray(result)) return toScalar(result);
  if (!result.every(Array.isArray)) return errors.value;
  const rows = (result as unknown[][]).map((row) => row.map(toScalar));
  return rows.length > 0 && rows[0]!.length > 0 ? Matrix.fromRows(rows) : errors.calc;
}

function toScalar(result: unknown): Scalar {
  if (result === null || result === undefined) return '';
  if (typeof result === 'number') return finite(result);
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  return isError(result) && ERROR_TEXTS.includes(result.error) ? { error: result.error } : thrownError(result);
}
