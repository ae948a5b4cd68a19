import { asMatrix, broadcast, type Read } from '../evaluate/broadcast';
import type { Scope } from '../evaluate/scope';
import type { Node } from '../language/tree';
import { finite, toLogical, toNumber, toText } from '../values/convert';
import type { Matrix } from '../values/matrix';
import { Reference } from '../values/reference';
import { errors, isError, type ErrorValue, type Scalar } from '../values/scalar';
import type { Value } from '../values/value';

/** A worksheet function: how many arguments it takes and what it does with the unevaluated ones. */
export interface Builtin {
  readonly minimum: number;
  readonly maximum: number;
  call(nodes: readonly Node[], scope: Scope): Value;
}

/** Functions by their upper-case names. */
export type Library = Readonly<Record<string, Builtin>>;

interface Kinds {
  number: number;
  text: string;
  logical: boolean;
  /** Any single value, blanks included; errors are returned before the body is called. */
  any: Scalar;
  /** Any single value, errors included. */
  raw: Scalar;
}
type Kind = keyof Kinds;
export type Parameter = Kind | `${Kind}?`;
type Argument<P> = P extends `${infer K extends Kind}?` ? Kinds[K] | undefined : P extends Kind ? Kinds[P] : never;
type Arguments<P extends readonly Parameter[]> = { [Index in keyof P]: Argument<P[Index]> };

const CONVERT: Readonly<Record<Kind, (value: Scalar) => Scalar>> = {
  number: toNumber,
  text: toText,
  logical: toLogical,
  any: (value) => value,
  raw: (value) => value,
};

/**
 * A function of single values. Arguments are converted to the declared kinds, an error among them is the result, and
 * arrays are broadcast element by element. Optional parameters (`number?`) are `undefined` when left out.
 */
export function scalar<const P extends readonly Parameter[]>(
  parameters: P,
  body: (...values: Arguments<P>) => Scalar,
): Builtin {
  return scoped(parameters, (_, ...values) => body(...values));
}

/** As {@link scalar}, with the scope as first argument. */
export function scoped<const P extends readonly Parameter[]>(
  parameters: P,
  body: (scope: Scope, ...values: Arguments<P>) => Scalar,
): Builtin {
  const kinds = parameters.map((parameter) => parameter.replace('?', '') as Kind);
  const minimum = parameters.filter((parameter) => !parameter.endsWith('?')).length;
  const call = (nodes: readonly Node[], scope: Scope): Read => {
    const run = (...values: Scalar[]) => {
      const converted = convertAll(kinds, nodes, values);
      return isError(converted) ? converted : settle(body(scope, ...(converted as Arguments<P>)));
    };
    return broadcast(
      nodes.map((node) => scope.read(node)),
      run,
    );
  };
  return { minimum, maximum: parameters.length, call };
}

function convertAll(kinds: readonly Kind[], nodes: readonly Node[], values: readonly Scalar[]): unknown[] | ErrorValue {
  const converted: unknown[] = [];
  for (const [index, kind] of kinds.entries()) {
    if (isLeftOut(nodes[index])) {
      converted.push(nodes[index] ? leftOut(kind) : undefined);
      continue;
    }
    const value = CONVERT[kind](values[index]!);
    if (isError(value) && kind !== 'raw') return value;
    converted.push(value);
  }
  return converted;
}

/** An argument left empty between commas counts as given: 0, "" or FALSE. */
function leftOut(kind: Kind): Scalar {
  return kind === 'any' || kind === 'raw' ? null : CONVERT[kind](null);
}

export function isLeftOut(node: Node | undefined): boolean {
  return node === undefined || node.kind === 'missing';
}

function settle(value: Scalar): Scalar {
  return typeof value === 'number' ? finite(value) : value;
}

/** A function that reads its arguments as single values or rectangles and works on them as a whole. */
export function reading(minimum: number, maximum: number, body: (values: Read[], scope: Scope) => Value): Builtin {
  return {
    minimum,
    maximum,
    call: (nodes, scope) =>
      body(
        nodes.map((node) => scope.read(node)),
        scope,
      ),
  };
}

/** A function that decides itself which arguments it evaluates. */
export function lazy(minimum: number, maximum: number, call: (nodes: readonly Node[], scope: Scope) => Value): Builtin {
  return { minimum, maximum, call };
}

/** As many arguments as Excel allows. */
export const MANY = 255;

/** An optional number among read arguments. */
export function numberAt(values: readonly Read[], index: number, fallback: number): number | ErrorValue {
  const value = values[index];
  return value === undefined || value === null ? fallback : toNumber(asMatrix(value).at(0, 0));
}

/**
 * The numbers among arguments, as SUM sees them: in ranges and arrays only true numbers count, single values that are
 * written into the formula are converted. The first error wins.
 */
export function numbersOf(nodes: readonly Node[], scope: Scope): number[] | ErrorValue {
  const numbers: number[] = [];
  for (const node of nodes) {
    const value = scope.value(node);
    const error =
      value instanceof Reference || !isSingle(value)
        ? collect(scope.dereference(value), numbers)
        : push(value, numbers);
    if (error) return error;
  }
  return numbers;
}

function isSingle(value: Value): value is Scalar {
  return value === null || typeof value !== 'object' || isError(value);
}

function push(value: Scalar, numbers: number[]): ErrorValue | undefined {
  const number = toNumber(value);
  if (isError(number)) return number;
  numbers.push(number);
  return undefined;
}

function collect(value: Read, numbers: number[]): ErrorValue | undefined {
  for (const cell of asMatrix(value).cells) {
    if (typeof cell === 'number') numbers.push(cell);
    else if (isError(cell)) return cell;
  }
  return undefined;
}

/** A function of all numbers among its arguments. */
export function ofNumbers(body: (numbers: number[]) => Scalar): Builtin {
  return lazy(1, MANY, (nodes, scope) => {
    const numbers = numbersOf(nodes, scope);
    return isError(numbers) ? numbers : settle(body(numbers));
  });
}

/** The first error in a rectangle. */
export function errorIn(matrix: Matrix): ErrorValue | undefined {
  return matrix.cells.find(isError);
}

/** Sums with 15-digit rounding left to the display; `#DIV/0!` for the mean of nothing. */
export function mean(numbers: readonly number[]): Scalar {
  return numbers.length ? sum(numbers) / numbers.length : errors.div0;
}

export function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
