import type { Book } from '../book';
import { finding, type Finding } from './finding';

const validName = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;
/** What Excel reads as a place in the grid: `Q1`, `R1C1`, `R`, `C`. */
const looksLikeCell = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*)$/;
const builtIn = /^_xlnm\./;

/** Looks at the names of a book: defined names and tables share their rules. */
export function lintNames(book: Book): Finding[] {
  return [...badNames(book), ...duplicateNames(book), ...duplicateTables(book)];
}

function badNames({ names, sheets }: Book): Finding[] {
  const tables = sheets.flatMap((sheet) => sheet.tables);
  return [...names, ...tables]
    .filter(({ name }) => !builtIn.test(name) && (!validName.test(name) || looksLikeCell.test(name)))
    .map(({ name }) => finding('badName', name, name));
}

/** Excel refuses a file with two names of one scope; upper and lower case are the same name. */
function duplicateNames({ names }: Book): Finding[] {
  const keys = names.map(({ name, sheet = '' }) => `${sheet}!${name}`.toLowerCase());
  return names
    .filter((_, index) => keys.indexOf(keys[index]!) !== index)
    .map(({ name }) => finding('duplicateName', name, name));
}

/** Tables share one space of names with workbook-wide defined names, and one of ids. */
function duplicateTables({ sheets, names }: Book): Finding[] {
  const tables = sheets.flatMap((sheet) => sheet.tables);
  const taken = new Set(names.filter(({ sheet }) => sheet === undefined).map(({ name }) => name.toLowerCase()));
  const ids = new Set<number>();
  return tables.flatMap(({ name, id }) => {
    const clash = taken.has(name.toLowerCase()) || ids.has(id);
    taken.add(name.toLowerCase());
    ids.add(id);
    return clash ? [finding('duplicateTable', name, String(id))] : [];
  });
}
