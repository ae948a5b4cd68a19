import { duplicates as findDuplicates } from '../../crm/duplicate';
import { companyKey, isCreditCode, phoneKey as phoneDigits } from '../../crm/normalise';
import { similarity as likeness } from '../../crm/similarity';
import { isBlank } from '../arguments';
import { cellError } from '../error';

const textOf = (cell: unknown): string => (isBlank(cell) ? '' : String(cell));

/**
 * Share of the given cells that are filled in.
 * @customfunction COMPLETENESS
 * @param cells Cells of one record that should be filled in.
 * @returns A fraction; format the cell as a percentage.
 * @example =CRM.COMPLETENESS(Customers[@[Customer]:[Phone]])
 */
export function completeness(cells: unknown[][]): number {
  const all = cells.flat();
  return all.filter((cell) => !isBlank(cell)).length / all.length;
}

/**
 * Comparison form of a company's or person's name: without legal form, case, punctuation and order of words.
 * @customfunction NAMEKEY
 * @param name The name. Blank gives an empty cell.
 * @returns Text that two spellings of one name share.
 * @example =CRM.NAMEKEY([@Customer])
 */
export function nameKey(name: unknown): string {
  return companyKey(textOf(name));
}

/**
 * Digits of a phone number without country code and extension.
 * @customfunction PHONEKEY
 * @param phone The number as it was typed. Blank, or too short to tell people apart, gives an empty cell.
 * @returns Text of digits.
 * @example =CRM.PHONEKEY([@Phone])
 */
export function phoneKey(phone: unknown): string {
  return phoneDigits(textOf(phone));
}

/**
 * How alike two texts are: 1 when equal, 0 when they have nothing in common (Jaro-Winkler).
 * @customfunction SIMILARITY
 * @param text1 A text. Blank gives an empty cell.
 * @param text2 The text to compare it with.
 * @returns 0 to 1.
 * @example =CRM.SIMILARITY([@Customer], A1)
 */
export function similarity(text1: unknown, text2: unknown): number | string {
  return isBlank(text1) || isBlank(text2) ? '' : likeness(String(text1).toLowerCase(), String(text2).toLowerCase());
}

/**
 * Whether a text is a valid unified social credit code: 18 characters whose check digit is right.
 * @customfunction CREDITCODEVALID
 * @param code The code. Blank gives an empty cell.
 * @returns TRUE or FALSE.
 * @example =CRM.CREDITCODEVALID([@[Credit code]])
 */
export function creditCodeValid(code: unknown): unknown {
  return isBlank(code) ? '' : isCreditCode(String(code).trim().toUpperCase());
}

/**
 * Groups of customers that look like one and the same; spills beside the names. Chinese names are compared character by
 * character; the task pane also knows traditional characters and pinyin.
 * @customfunction DUPLICATES
 * @param names Names, one column.
 * @param [phones] Phones of the same rows.
 * @param [emails] E-mail addresses of the same rows.
 * @param [creditCodes] Unified social credit codes of the same rows.
 * @returns Number of the group for each row; blank for rows without a double.
 * @example =CRM.DUPLICATES(Customers[Customer], Customers[Phone], Customers[E-mail])
 */
export function duplicates(
  names: unknown[][],
  phones?: unknown[][],
  emails?: unknown[][],
  creditCodes?: unknown[][],
): unknown[][] {
  const columns = [phones, emails, creditCodes];
  if (columns.some((column) => column && column.length !== names.length))
    throw cellError('invalidValue', 'unevenColumns');
  const cell = (column: unknown[][] | undefined, row: number) => textOf(column?.[row]?.[0]) || null;
  const { groups } = findDuplicates(
    names.map((_, row) => ({
      name: cell(names, row),
      phone: cell(phones, row),
      email: cell(emails, row),
      creditCode: cell(creditCodes, row),
    })),
  );
  const numbers = new Map(groups.flatMap((rows, group) => rows.map((row) => [row, group + 1] as const)));
  return names.map((_, row) => [numbers.get(row) ?? '']);
}
