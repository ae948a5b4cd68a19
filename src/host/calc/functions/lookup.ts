import { asMatrix, asScalar, broadcast, type Read } from '../evaluate/broadcast';
import type { Scope } from '../evaluate/scope';
import { parseStored } from '../language/parse';
import type { Node } from '../language/tree';
import { toNumber, toText } from '../values/convert';
import { Matrix } from '../values/matrix';
import { columnLetters, LAST_COLUMN, LAST_ROW, Reference } from '../values/reference';
import { errors, isError, type ErrorValue, type Scalar } from '../values/scalar';
import type { Value } from '../values/value';
import { isLeftOut, lazy, numberAt, reading, scalar, type Library } from './define';
import { findExact, findNearest, findSorted } from './search';

/** Finding values and places. INDEX, OFFSET, INDIRECT and XLOOKUP return references, so that `:` works with them. */
export const lookup: Library = {
  INDEX: lazy(2, 4, index),
  MATCH: reading(2, 3, match),
  XMATCH: reading(2, 4, ([wanted, line, mode, search]) =>
    broadcast([wanted!], (value) => position(xfind(value!, asMatrix(line!), mode, search))),
  ),
  VLOOKUP: reading(3, 4, ([wanted, table, column, sorted]) => across(wanted!, asMatrix(table!), column!, sorted)),
  HLOOKUP: reading(3, 4, ([wanted, table, row, sorted]) => across(wanted!, asMatrix(table!).transpose(), row!, sorted)),
  LOOKUP: reading(2, 3, lookUp),
  XLOOKUP: lazy(3, 6, xlookup),
  OFFSET: lazy(3, 5, offset),
  INDIRECT: lazy(1, 2, indirect),
  ROW: lazy(0, 1, (nodes, scope) => places(nodes[0], scope, 'top', 'rows')),
  COLUMN: lazy(0, 1, (nodes, scope) => places(nodes[0], scope, 'left', 'columns')),
  ROWS: lazy(1, 1, ([node], scope) => extent(node!, scope, 'rows')),
  COLUMNS: lazy(1, 1, ([node], scope) => extent(node!, scope, 'columns')),
  AREAS: lazy(1, 1, () => 1),
  ADDRESS: scalar(['number', 'number', 'number?', 'logical?', 'text?'], address),
  TRANSPOSE: reading(1, 1, ([value]) => asMatrix(value!).transpose()),
  HYPERLINK: reading(1, 2, ([link, text]) => asScalar(text ?? link!)),
};

function wholeNumber(node: Node | undefined, scope: Scope, fallback: number): number | ErrorValue {
  if (isLeftOut(node)) return node ? 0 : fallback;
  const number = toNumber(asScalar(scope.read(node!)));
  return isError(number) ? number : Math.trunc(number);
}

/** Row or column 0 is the whole column or row; with one line only, the single index runs along it. */
function index(nodes: readonly Node[], scope: Scope): Value {
  const source = scope.value(nodes[0]!);
  if (isError(source)) return source;
  const array = source instanceof Reference || source instanceof Matrix ? source : new Matrix(1, 1, [source]);
  const picks = nodes.slice(1, 3).map((node) => (node.kind === 'missing' ? 0 : scope.read(node)));
  if (picks.some((pick) => pick instanceof Matrix && pick.size > 1)) return indexEach(array, picks, scope);
  const [first = 0, second] = picks.map((pick) => toNumber(asScalar(pick)));
  if (isError(first)) return first;
  if (isError(second)) return second;
  const alongRow = second === undefined && array.rows === 1;
  return part(
    array,
    Math.trunc(alongRow ? 0 : first),
    Math.trunc(alongRow ? first : (second ?? (array.columns === 1 ? 1 : 0))),
  );
}

function part(array: Reference | Matrix, row: number, column: number): Value {
  if (row < 0 || column < 0) return errors.value;
  if (row > array.rows || column > array.columns) return errors.ref;
  const [top, rows] = row === 0 ? [0, array.rows] : [row - 1, 1];
  const [left, columns] = column === 0 ? [0, array.columns] : [column - 1, 1];
  if (array instanceof Reference) return array.part(top, left, rows, columns);
  const cut = Matrix.build(rows, columns, (r, c) => array.at(top + r, left + c));
  return cut.size === 1 ? cut.at(0, 0) : cut;
}

/** INDEX with arrays of positions gives an array. */
function indexEach(array: Reference | Matrix, picks: readonly Read[], scope: Scope): Value {
  const matrix = asMatrix(scope.dereference(array));
  return broadcast(picks, (row, column) => {
    const alongRow = column === undefined && matrix.rows === 1;
    const found = part(
      matrix,
      alongRow ? 1 : Math.trunc(Number(row)),
      Math.trunc(Number(alongRow ? row : (column ?? 1))),
    );
    return found instanceof Matrix || found instanceof Reference ? errors.value : found;
  });
}

type Finder = (wanted: Exclude<Scalar, null | ErrorValue>) => number;

/** Blank wanted values count as 0; an error stays; nothing found is `#N/A`. */
function found(wanted: Scalar, find: Finder): number | ErrorValue {
  if (isError(wanted)) return wanted;
  const at = find(wanted ?? 0);
  return at < 0 ? errors.na : at;
}

function position(at: number | ErrorValue): Scalar {
  return isError(at) ? at : at + 1;
}

function match([wanted, line, type]: Read[]): Value {
  const kind = numberAt([type ?? null], 0, type === null ? 0 : 1);
  if (isError(kind)) return kind;
  const values = asMatrix(line!);
  if (values.rows > 1 && values.columns > 1) return errors.na;
  const find: Finder = (value) =>
    kind === 0 ? findExact(values, value, true) : findSorted(values, value, kind > 0 ? 1 : -1);
  return broadcast([wanted!], (value) => position(found(value!, find)));
}

function across(wanted: Read, table: Matrix, column: Read, sorted: Read | undefined): Value {
  const keys = Matrix.build(table.rows, 1, (row) => table.at(row, 0));
  const approximate =
    sorted === undefined || (asScalar(sorted) !== null && asScalar(sorted) !== false && asScalar(sorted) !== 0);
  const find: Finder = (value) => (approximate ? findSorted(keys, value, 1) : findExact(keys, value, true));
  return broadcast([wanted, column], (value, number) => {
    const place = toNumber(number!);
    if (isError(place)) return place;
    if (place < 1) return errors.value;
    if (place > table.columns) return errors.ref;
    const at = found(value!, find);
    return isError(at) ? at : table.at(at, Math.trunc(place) - 1);
  });
}

function lookUp([wanted, line, results]: Read[]): Value {
  const table = asMatrix(line!);
  const flat = table.columns > table.rows ? table.transpose() : table;
  const keys = Matrix.build(flat.rows, 1, (row) => flat.at(row, 0));
  const values =
    results === undefined ? flat.cells.filter((_, at) => (at + 1) % flat.columns === 0) : asMatrix(results).cells;
  return broadcast([wanted!], (value) => {
    const at = found(value!, (filled) => findSorted(keys, filled, 1));
    return isError(at) ? at : (values[at] ?? null);
  });
}

/** Match modes: 0 exact, -1 or next smaller, 1 or next larger, 2 wildcards. Search mode -1 runs from the end. */
function xfind(wanted: Scalar, line: Matrix, mode: Read | undefined, search: Read | undefined): number | ErrorValue {
  const kind = numberAt([mode ?? null], 0, 0);
  const backwards = asScalar(search ?? 1) === -1;
  return found(wanted, (value) => {
    if (kind === 1 || kind === -1) return findNearest(line, value, kind);
    return findExact(line, value, kind === 2, backwards);
  });
}

function xlookup(nodes: readonly Node[], scope: Scope): Value {
  const [wanted, line] = nodes.slice(0, 2).map((node) => scope.read(node));
  const [mode, search] = nodes.slice(4, 6).map((node) => (isLeftOut(node) ? undefined : scope.read(node)));
  const keys = asMatrix(line!);
  const results = scope.value(nodes[2]!);
  const find = (value: Scalar) => xfind(value, keys, mode, search);
  if (wanted instanceof Matrix) return xlookupEach(wanted, find, asMatrix(scope.dereference(results)), nodes[3], scope);
  const at = find(wanted!);
  if (isError(at)) return at.error === errors.na.error && !isLeftOut(nodes[3]) ? scope.value(nodes[3]!) : at;
  if (isError(results)) return results;
  const array = results instanceof Reference ? results : asMatrix(scope.dereference(results));
  return keys.rows >= keys.columns ? part(array, at + 1, 0) : part(array, 0, at + 1);
}

function xlookupEach(
  wanted: Matrix,
  find: (value: Scalar) => number | ErrorValue,
  results: Matrix,
  otherwise: Node | undefined,
  scope: Scope,
): Value {
  return wanted.map((value) => {
    const at = find(value);
    if (!isError(at)) return results.cells[results.rows >= results.columns ? at * results.columns : at] ?? null;
    return at.error === errors.na.error && !isLeftOut(otherwise) ? asScalar(scope.read(otherwise!)) : at;
  });
}

function offset(nodes: readonly Node[], scope: Scope): Value {
  const base = scope.value(nodes[0]!);
  if (!(base instanceof Reference)) return isError(base) ? base : errors.value;
  const numbers = nodes.slice(1).map((node) => (isLeftOut(node) ? undefined : wholeNumber(node, scope, 0)));
  const error = numbers.find(isError);
  if (error) return error;
  const [down = 0, right = 0, height = base.rows, width = base.columns] = numbers as (number | undefined)[];
  if (height === 0 || width === 0) return errors.ref;
  const moved = base.part(
    down + Math.min(0, height + 1),
    right + Math.min(0, width + 1),
    Math.abs(height),
    Math.abs(width),
  );
  return inGrid(moved) ? moved : errors.ref;
}

function inGrid({ top, left, bottom, right }: Reference): boolean {
  return top >= 0 && left >= 0 && bottom <= LAST_ROW && right <= LAST_COLUMN;
}

/** Only references and names are allowed in the text, A1 style. */
function indirect(nodes: readonly Node[], scope: Scope): Value {
  const text = toText(asScalar(scope.read(nodes[0]!)));
  if (isError(text)) return text;
  const tree = parseStored(text);
  if (tree.kind !== 'area' && tree.kind !== 'structured' && tree.kind !== 'name') return errors.ref;
  const value = scope.value(tree);
  return value instanceof Reference ? value : errors.ref;
}

/** Row or column numbers of a reference, of the formula's own cell without one; a range gives an array. */
function places(node: Node | undefined, scope: Scope, start: 'top' | 'left', length: 'rows' | 'columns'): Value {
  if (!node) return (start === 'top' ? scope.position.row : scope.position.column) + 1;
  const area = scope.value(node);
  if (!(area instanceof Reference)) return isError(area) ? area : errors.value;
  const first = area[start] + 1;
  if (area[length] === 1) return first;
  const numbers = Array.from({ length: area[length] }, (_, step) => first + step);
  return length === 'rows' ? new Matrix(numbers.length, 1, numbers) : new Matrix(1, numbers.length, numbers);
}

function extent(node: Node, scope: Scope, length: 'rows' | 'columns'): Value {
  const value = scope.value(node);
  if (isError(value)) return value;
  return value instanceof Reference || value instanceof Matrix ? value[length] : 1;
}

/** Kinds: 1 `$A$1`, 2 `A$1`, 3 `$A1`, 4 `A1`. */
function address(row: number, column: number, kind = 1, a1 = true, sheet?: string): Scalar {
  if (row < 1 || column < 1 || !a1) return errors.value;
  const columnSign = kind === 1 || kind === 3 ? '$' : '';
  const rowSign = kind === 1 || kind === 2 ? '$' : '';
  const cell = `${columnSign}${columnLetters(Math.trunc(column) - 1)}${rowSign}${Math.trunc(row)}`;
  return sheet === undefined ? cell : `${/^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${cell}`;
}
