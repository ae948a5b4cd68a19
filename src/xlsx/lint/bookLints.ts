import { cellAddress, parseRange, rangesOverlap } from '../address';
import type { Book, BookSheet } from '../book';
import { finding, type Finding } from './finding';
import { lintNames } from './nameLints';
import { lintTables } from './tableLints';

/** Looks at cells, tables and names together. */
export function lintBook(book: Book): Finding[] {
  return [
    ...lintNames(book),
    ...book.sheets.flatMap((sheet) => [...cells(sheet), ...validationOverlaps(sheet), ...lintTables(sheet)]),
  ];
}

/** Cached values must be there for readers that do not calculate; no dynamic arrays in files (decisions 9 and 23). */
function cells(sheet: BookSheet): Finding[] {
  const findings: Finding[] = [];
  for (const [row, rowCells] of sheet.cells) {
    for (const [column, cell] of rowCells) {
      const where = `${sheet.name}!${cellAddress(row, column)}`;
      if (cell.formula !== undefined && cell.value === null)
        findings.push(finding('noCachedValue', where, cell.formula));
      if (cell.dynamicArray) findings.push(finding('dynamicArray', where, cell.arrayRange ?? ''));
    }
  }
  return findings;
}

/** Excel keeps one rule per cell; of two it drops one, or repairs the file. */
function validationOverlaps({ name, validations }: BookSheet): Finding[] {
  const blocks = validations.flatMap(({ ranges }) =>
    ranges.split(' ').map((text) => ({ text, range: parseRange(text) })),
  );
  return blocks.flatMap(({ text, range }, index) =>
    blocks
      .slice(index + 1)
      .filter((other) => range && other.range && rangesOverlap(range, other.range))
      .map((other) => finding('validationOverlap', `${name}!${text}`, other.text)),
  );
}
