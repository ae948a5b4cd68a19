/**
 * Readers of function arguments: a cell as Excel hands it over -> a typed value, `null` for a blank cell (never 0), or a
 * typed cell error. `name` is the parameter's name in the message.
 */
import { isSerial } from '../shared/dates';
import { fold } from '../shared/text';
import lists from '../../templates/lists.json';
import { cellError, type ErrorKind } from './error';

/** A range argument: rows of cells. */
export type Cells = readonly (readonly unknown[])[];

export const isBlank = (cell: unknown): cell is null | undefined | '' =>
  cell === null || cell === undefined || cell === '';

function refuse(kind: ErrorKind, code: string, name: string, cell: unknown): never {
  throw cellError(kind, code, { name, value: String(cell) });
}

/** A number; text that looks like one is refused, as in Excel's own financial functions. */
export function number(name: string, cell: unknown): number | null {
  if (isBlank(cell)) return null;
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : refuse('invalidValue', 'notANumber', name, cell);
}

/** A number from `low` to `high`, both included; #NUM! outside. */
export function numberWithin(name: string, cell: unknown, low: number, high: number): number | null {
  const value = number(name, cell);
  return value === null || (value >= low && value <= high) ? value : refuse('invalidNumber', 'outOfRange', name, cell);
}

/** A count of at least 1; #NUM! for zero, negative and broken numbers. */
export function wholeNumber(name: string, cell: unknown): number | null {
  const value = numberWithin(name, cell, 1, Number.MAX_SAFE_INTEGER);
  return value === null || Number.isInteger(value) ? value : refuse('invalidNumber', 'outOfRange', name, cell);
}

/** The largest amount whose cents are exact, and far beyond any business. */
const mostMoney = 1e13;

/** An amount of money; #NUM! where cents could no longer be added exactly (decision 5). */
export const money = (name: string, cell: unknown): number | null => numberWithin(name, cell, -mostMoney, mostMoney);

/** Decimals of money, 0 to 4; 2 when left out. */
export const decimals = (cell: unknown): number => Math.trunc(numberWithin('digits', cell, 0, 4) ?? 2);

/** A date or date with time, as a serial. 0 is blank: it is no day, and what `=A1` gives for a blank A1. */
export function moment(name: string, cell: unknown): number | null {
  if (isBlank(cell) || cell === 0) return null;
  if (typeof cell !== 'number') return refuse('invalidValue', 'notADate', name, cell);
  return isSerial(cell) ? cell : refuse('invalidNumber', 'notADate', name, cell);
}

/** A whole day: the time of a {@link moment} is left out. */
export function day(name: string, cell: unknown): number | null {
  const value = moment(name, cell);
  return value === null ? null : Math.floor(value);
}

/** A {@link day} without which nothing can be computed: #VALUE! for a blank cell, too. */
export const neededDay = (name: string, cell: unknown): number =>
  day(name, cell) ?? refuse('invalidValue', 'notADate', name, '');

type ListId = keyof typeof lists;
interface Item {
  readonly code: string;
  readonly label: Readonly<Record<string, string>>;
  readonly synonyms?: readonly string[];
}

const codesByWord = new Map(
  Object.entries(lists).map(([list, items]) => [
    list,
    // Synonyms first: where one is also the label of another item, the label wins.
    new Map([...(items as Item[]).flatMap(synonymsOf), ...(items as Item[]).flatMap(namesOf)]),
  ]),
);

function synonymsOf({ code, synonyms = [] }: Item): [string, string][] {
  return synonyms.map((word) => [fold(word), code]);
}

function namesOf({ code, label }: Item): [string, string][] {
  return [code, ...Object.values(label)].map((word) => [fold(word), code]);
}

/** Code of a list's item, from its code, its label in either language or a synonym; `null` when it is none of them. */
export const codeOf = (list: ListId, cell: unknown): string | null =>
  codesByWord.get(list)?.get(fold(String(cell).trim())) ?? null;

/** {@link codeOf} for arguments that must be an item of the list; #VALUE! otherwise. */
export function choice(list: ListId, name: string, cell: unknown): string | null {
  return isBlank(cell) ? null : (codeOf(list, cell) ?? refuse('invalidValue', 'notInList', name, cell));
}

/** Yes or no, as TRUE/FALSE, 1/0 or a label; a blank cell is no. */
export const flag = (name: string, cell: unknown): boolean => cell === true || choice('boolean', name, cell) === 'yes';

/** Rows of a table argument that are not blank; #VALUE! when it has fewer than `columns` columns, #N/A without rows. */
export function tableRows(name: string, cells: Cells, columns: number): Cells {
  const rows = cells.filter((row) => !row.every(isBlank));
  if (rows.length === 0) throw cellError('notAvailable', 'emptyTable', { name });
  if (rows[0]!.length < columns) throw cellError('invalidValue', 'tooFewColumns', { name, columns });
  return rows;
}
