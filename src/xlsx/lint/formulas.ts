import { cellAddress } from '../address';
import type { Book, BookSheet } from '../book';

/** Where a formula stands decides what it may hold. */
export interface PlacedFormula {
  readonly kind: 'cell' | 'column' | 'name' | 'validation' | 'conditionalFormat';
  readonly where: string;
  readonly formula: string;
}

/** Every formula of a book. */
export function* formulasOf(book: Book): Generator<PlacedFormula> {
  for (const { name, formula } of book.names) yield { kind: 'name', where: name, formula };
  for (const sheet of book.sheets) {
    yield* cellFormulas(sheet);
    yield* columnFormulas(sheet);
    yield* ruleFormulas(sheet);
  }
}

function* cellFormulas(sheet: BookSheet): Generator<PlacedFormula> {
  for (const [row, cells] of sheet.cells) {
    for (const [column, { formula }] of cells) {
      if (formula !== undefined) yield { kind: 'cell', where: `${sheet.name}!${cellAddress(row, column)}`, formula };
    }
  }
}

function* columnFormulas(sheet: BookSheet): Generator<PlacedFormula> {
  for (const table of sheet.tables) {
    for (const { name, formula } of table.columns) {
      if (formula !== undefined) yield { kind: 'column', where: `${table.name}[${name}]`, formula };
    }
  }
}

function* ruleFormulas({ name, validations, conditionalFormats }: BookSheet): Generator<PlacedFormula> {
  for (const { ranges, formula1, formula2 } of validations) {
    for (const formula of [formula1, formula2]) {
      if (formula !== undefined) yield { kind: 'validation', where: `${name}!${ranges}`, formula };
    }
  }
  for (const { ranges, formulas } of conditionalFormats) {
    for (const formula of formulas) yield { kind: 'conditionalFormat', where: `${name}!${ranges}`, formula };
  }
}
