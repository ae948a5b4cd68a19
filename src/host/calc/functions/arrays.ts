import { asMatrix, asScalar, type Read } from '../evaluate/broadcast';
import { compareFilled } from '../values/compare';
import { toLogical, toNumber } from '../values/convert';
import { Matrix } from '../values/matrix';
import { errors, isError, type ErrorValue, type Scalar } from '../values/scalar';
import type { Value } from '../values/value';
import { MANY, numberAt, reading, type Library } from './define';

/** The dynamic array functions: each takes rectangles and returns one that spills. */
export const arrays: Library = {
  FILTER: reading(2, 3, filter),
  SORT: reading(1, 4, sort),
  SORTBY: reading(2, MANY, sortBy),
  UNIQUE: reading(1, 3, unique),
  SEQUENCE: reading(1, 4, sequence),
  TAKE: reading(2, 3, ([array, rows, columns]) => cut(asMatrix(array!), rows, columns, taken)),
  DROP: reading(2, 3, ([array, rows, columns]) => cut(asMatrix(array!), rows, columns, dropped)),
  CHOOSEROWS: reading(2, MANY, ([array, ...picks]) => chooseRows(asMatrix(array!), picks)),
  CHOOSECOLS: reading(2, MANY, ([array, ...picks]) => transposed(chooseRows(asMatrix(array!).transpose(), picks))),
  VSTACK: reading(1, MANY, (values) => Matrix.fromRows(values.flatMap((value) => asMatrix(value).toRows()))),
  HSTACK: reading(1, MANY, (values) =>
    transposed(Matrix.fromRows(values.flatMap((value) => asMatrix(value).transpose().toRows()))),
  ),
  TOCOL: reading(1, 3, ([array, ignore]) => line(asMatrix(array!), ignore)),
  TOROW: reading(1, 3, ([array, ignore]) => transposed(line(asMatrix(array!), ignore))),
};

function transposed(value: Value): Value {
  return value instanceof Matrix ? value.transpose() : value;
}

/** Rows as an array result; a rectangle without rows is `#CALC!`. */
function fromRows(rows: Scalar[][], ifEmpty: Value = errors.calc): Value {
  return rows.length && rows[0]!.length ? Matrix.fromRows(rows) : ifEmpty;
}

function filter([array, include, otherwise]: Read[]): Value {
  const source = asMatrix(array!);
  const flags = asMatrix(include!);
  if (flags.rows === 1 && flags.columns === source.columns && source.rows !== 1) {
    return transposed(filter([source.transpose(), flags.transpose(), ...(otherwise === undefined ? [] : [otherwise])]));
  }
  if (flags.size !== source.rows)
    return flags.columns === source.columns ? filterColumns(source, flags, otherwise) : errors.value;
  const kept = flags.cells.map(toLogical);
  return (
    kept.find(isError) ??
    fromRows(
      source.toRows().filter((_, row) => kept[row]),
      otherwise,
    )
  );
}

function filterColumns(source: Matrix, flags: Matrix, otherwise: Read | undefined): Value {
  const kept = flags.cells.map(toLogical);
  const rows = source.toRows().map((row) => row.filter((_, column) => kept[column]));
  return kept.find(isError) ?? fromRows(rows, otherwise);
}

/** Ascending with blanks last, as SORT does; errors follow the values. */
function ascending(left: Scalar, right: Scalar): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (isError(left) || isError(right)) return Number(isError(left)) - Number(isError(right));
  return compareFilled(left, right);
}

function directed(direction: number): (left: Scalar, right: Scalar) => number {
  return (left, right) =>
    left === null || right === null ? ascending(left, right) : direction * ascending(left, right);
}

function sort(values: Read[]): Value {
  const [column, direction] = [numberAt(values, 1, 1), numberAt(values, 2, 1)];
  if (isError(column)) return column;
  if (isError(direction)) return direction;
  const byColumn = values[3] !== undefined && asScalar(values[3]) === true;
  const source = byColumn ? asMatrix(values[0]!).transpose() : asMatrix(values[0]!);
  if (column < 1 || column > source.columns || Math.abs(direction) !== 1) return errors.value;
  const order = directed(direction);
  const sorted = fromRows(source.toRows().sort((left, right) => order(left[column - 1]!, right[column - 1]!)));
  return byColumn ? transposed(sorted) : sorted;
}

function sortBy([array, ...by]: Read[]): Value {
  const source = asMatrix(array!);
  const keys = by.filter((_, index) => index % 2 === 0).map((value) => asMatrix(value).cells);
  const orders = keys.map((_, index) => directed(Number(asScalar(by[index * 2 + 1] ?? 1))));
  if (keys.some((key) => key.length !== source.rows)) return errors.value;
  const compareRows = (left: number, right: number) =>
    keys.reduce((order, key, index) => order || orders[index]!(key[left]!, key[right]!), 0);
  const rows = source.toRows();
  return fromRows(
    rows
      .map((_, row) => row)
      .sort(compareRows)
      .map((row) => rows[row]!),
  );
}

function unique([array, byColumn, once]: Read[]): Value {
  if (byColumn !== undefined && asScalar(byColumn) === true)
    return transposed(unique([asMatrix(array!).transpose(), false, once ?? false]));
  const rows = asMatrix(array!).toRows();
  const groups = new Map<string, Scalar[][]>();
  for (const row of rows) {
    const key = JSON.stringify(row.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const exactlyOnce = once !== undefined && asScalar(once) === true;
  const kept = [...groups.values()].filter((group) => !exactlyOnce || group.length === 1);
  return fromRows(kept.map(([row]) => row!));
}

/** A typed number must not exhaust the memory. */
const LARGEST = 4_000_000;

function sequence(values: Read[]): Value {
  const numbers = [numberAt(values, 0, 1), numberAt(values, 1, 1), numberAt(values, 2, 1), numberAt(values, 3, 1)];
  const error = numbers.find(isError);
  if (error) return error;
  const [rows, columns, start, step] = numbers as [number, number, number, number];
  if (rows < 1 || columns < 1) return errors.calc;
  if (rows * columns > LARGEST) return errors.value;
  return Matrix.build(
    Math.trunc(rows),
    Math.trunc(columns),
    (row, column) => start + step * (row * Math.trunc(columns) + column),
  );
}

type Span = [from: number, to: number];

function cut(source: Matrix, rows: Read | undefined, columns: Read | undefined, span: typeof taken): Value {
  const [height, width] = [spanOf(source.rows, rows, span), spanOf(source.columns, columns, span)];
  if (isError(height)) return height;
  if (isError(width)) return width;
  const [[top, bottom], [left, right]] = [height, width];
  return fromRows(
    source
      .toRows()
      .slice(top, bottom)
      .map((row) => row.slice(left, right)),
  );
}

function spanOf(size: number, count: Read | undefined, span: typeof taken): Span | ErrorValue {
  if (count === undefined || count === null) return [0, size];
  const number = toNumber(asScalar(count));
  return isError(number) ? number : span(size, Math.trunc(number));
}

function taken(size: number, count: number): Span {
  return count >= 0 ? [0, Math.min(size, count)] : [Math.max(0, size + count), size];
}

function dropped(size: number, count: number): Span {
  return count >= 0 ? [Math.min(size, count), size] : [0, Math.max(0, size + count)];
}

function chooseRows(source: Matrix, picks: readonly Read[]): Value {
  const numbers = picks.flatMap((pick) => asMatrix(pick).cells.map(Number));
  const rows = numbers.map((number) => (number < 0 ? source.rows + number : number - 1));
  return rows.some((row) => !(row >= 0 && row < source.rows))
    ? errors.value
    : fromRows(rows.map((row) => source.row(row)));
}

/** Ignores: 1 blanks, 2 errors, 3 both. */
function line(source: Matrix, ignore: Read | undefined): Value {
  const kind = Number(asScalar(ignore ?? 0));
  const kept = source.cells.filter((value) => !((kind & 1 && value === null) || (kind & 2 && isError(value))));
  return fromRows(kept.map((value) => [value]));
}
