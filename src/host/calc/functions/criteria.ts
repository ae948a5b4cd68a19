import { asMatrix, broadcast, type Read } from '../evaluate/broadcast';
import type { Scope } from '../evaluate/scope';
import type { Node } from '../language/tree';
import { compareText } from '../values/compare';
import { sameNumber } from '../values/convert';
import type { Matrix } from '../values/matrix';
import { parseNumber } from '../values/parseNumber';
import { Reference } from '../values/reference';
import { ERROR_TEXTS, errors, isError, type Scalar } from '../values/scalar';
import type { Value } from '../values/value';
import { rowsEqualTo } from './columnIndex';
import { lazy, MANY, mean, sum, type Builtin, type Library } from './define';
import { fits, hasWildcards, wildcardParts } from './wildcards';

/** A compiled criterion such as `">=5"` or `"A*"`; `equals` is set when an index can answer it. */
export interface Criterion {
  matches(value: Scalar): boolean;
  equals?: number | string;
}

/** The functions with conditions on ranges. */
export const criteria: Library = {
  COUNTIF: lazy(2, 2, (nodes, scope) => conditional(nodes, scope, undefined, (found) => found.length)),
  SUMIF: lazy(2, 3, (nodes, scope) => single(nodes, scope, summed)),
  AVERAGEIF: lazy(2, 3, (nodes, scope) => single(nodes, scope, (found) => numeric(found, mean))),
  COUNTIFS: lazy(2, MANY, (nodes, scope) => conditional(nodes, scope, undefined, (found) => found.length)),
  SUMIFS: withValues(summed),
  AVERAGEIFS: withValues((found) => numeric(found, mean)),
  MAXIFS: withValues((found) => numeric(found, (numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0))),
  MINIFS: withValues((found) => numeric(found, (numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0))),
};

type Summary = (found: Scalar[]) => Scalar;

function withValues(summary: Summary): Builtin {
  return lazy(3, MANY, ([values, ...conditions], scope) =>
    conditional(conditions, scope, asMatrix(scope.read(values!)), summary),
  );
}

function numeric(found: Scalar[], body: (numbers: number[]) => Scalar): Scalar {
  const error = found.find(isError);
  return error ?? body(found.filter((value) => typeof value === 'number'));
}

function summed(found: Scalar[]): Scalar {
  return numeric(found, sum);
}

/** SUMIF's third argument only says where the values start; its size is that of the range. */
function single([range, criterion, values]: readonly Node[], scope: Scope, summary: Summary): Value {
  const area = scope.value(range!);
  let from = values ? scope.value(values) : area;
  if (from instanceof Reference && area instanceof Reference) from = from.part(0, 0, area.rows, area.columns);
  return conditional([range!, criterion!], scope, asMatrix(scope.dereference(from)), summary);
}

/** Summarises the values at the positions where every condition holds; an array as criterion gives an array. */
function conditional(nodes: readonly Node[], scope: Scope, values: Matrix | undefined, summary: Summary): Value {
  if (nodes.length % 2 === 1) return errors.value;
  const ranges: Matrix[] = [];
  const wanted: Read[] = [];
  for (let index = 0; index < nodes.length; index += 2) {
    const range = scope.value(nodes[index]!);
    if (isError(range)) return range;
    ranges.push(asMatrix(scope.dereference(range)));
    wanted.push(scope.read(nodes[index + 1]!));
  }
  const target = values ?? ranges[0]!;
  if (ranges.some((range) => !sameShape(range, ranges[0]!)) || !covers(target, ranges[0]!)) return errors.value;
  return broadcast(wanted, (...each) =>
    summary(select(ranges, each.map(compileCriterion)).map((at) => target.cells[at] ?? null)),
  );
}

function sameShape(left: Matrix, right: Matrix): boolean {
  return left.rows === right.rows && left.columns === right.columns;
}

function covers(target: Matrix, range: Matrix): boolean {
  return target.columns === range.columns && target.rows === range.rows;
}

/** Positions that satisfy all criteria. The first criterion that an index answers narrows the search. */
function select(ranges: readonly Matrix[], tests: readonly Criterion[]): number[] {
  const indexed = tests.findIndex((test) => test.equals !== undefined);
  const start = indexed < 0 ? undefined : rowsEqualTo(ranges[indexed]!, tests[indexed]!.equals!);
  const holds = (position: number) =>
    tests.every((test, index) => test.matches(ranges[index]!.cells[position] ?? null));
  if (start) return start.filter(holds);
  const found: number[] = [];
  for (let position = 0; position < ranges[0]!.size; position += 1) if (holds(position)) found.push(position);
  return found;
}

const OPERATOR = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/;

/**
 * Reads a criterion as COUNTIF does: an operator prefix, numbers and dates in text, wildcards, errors. A blank means 0,
 * `""` also finds blanks, `"="` only blanks, `"<>"` everything that is not blank.
 */
export function compileCriterion(criterion: Scalar): Criterion {
  if (typeof criterion !== 'string') return exactly(criterion ?? 0);
  const [, operator = '', text = ''] = OPERATOR.exec(criterion)!;
  if (text === '') return EMPTY[operator] ?? { matches: () => false };
  const equal = equalTo(text);
  if (operator === '' || operator === '=') return equal;
  if (operator === '<>') return { matches: (value) => !equal.matches(value) };
  return ordered(operator, text);
}

const EMPTY: Readonly<Record<string, Criterion>> = {
  '': { matches: (value) => value === null || value === '' },
  '=': { matches: (value) => value === null },
  '<>': { matches: (value) => value !== null },
};

function equalTo(text: string): Criterion {
  const word = text.toUpperCase();
  if (word === 'TRUE' || word === 'FALSE') return exactly(word === 'TRUE');
  if (ERROR_TEXTS.includes(word)) return exactly({ error: word });
  const number = parseNumber(text);
  if (number !== null) return exactly(number);
  if (!hasWildcards(text))
    return { equals: text, matches: (value) => typeof value === 'string' && compareText(value, text) === 0 };
  const parts = wildcardParts(text);
  return { matches: (value) => typeof value === 'string' && fits(value, parts) };
}

/** Numbers also find text that reads as the same number: the known trap with ids. */
function exactly(wanted: Exclude<Scalar, null | string>): Criterion {
  if (isError(wanted)) return { matches: (value) => isError(value) && value.error === wanted.error };
  if (typeof wanted === 'boolean') return { matches: (value) => value === wanted };
  return { equals: wanted, matches: (value) => numberIn(value, wanted) };
}

function numberIn(value: Scalar, wanted: number): boolean {
  const number = typeof value === 'string' ? parseNumber(value) : value;
  return typeof number === 'number' && sameNumber(number, wanted);
}

const HOLDS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Numbers are compared with numbers only, text with text only. */
function ordered(operator: string, text: string): Criterion {
  const holds = HOLDS[operator]!;
  const limit = parseNumber(text);
  if (limit !== null) return { matches: (value) => typeof value === 'number' && holds(value - limit) };
  return { matches: (value) => typeof value === 'string' && holds(compareText(value, text)) };
}
