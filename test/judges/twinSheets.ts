import { functions } from '../../src/functions/table';
import {
  createCalculator,
  type CalcInput,
  type CalcTable,
  type CalcValue,
  type CustomFunction,
} from '../../src/host/calc';
import { renderFormula } from '../../src/template/formula';
import { columnDef, tableDef } from '../../src/template/load';
import type { Language } from '../../src/template/types';
import { parseRange } from '../../src/xlsx/address';
import type { Book } from '../../src/xlsx/book';
import type { Snapshot } from '../../src/crm/snapshot';
import { columnAt, sheetName } from './judge';

/** The functions as the add-in registers them: `CRM.<id>`. */
const registered = new Map(
  Object.entries(functions).map(([id, run]) => [`CRM.${id}`, run as unknown as CustomFunction]),
);

/**
 * The workbook with the given columns switched to other formulas (`table.column` -> template text), calculated by the
 * host's engine; every other cell holds the value that the rules gave it. Answers like {@link Sheets}.
 */
export async function calculated(
  book: Book,
  computed: Snapshot,
  formulas: Readonly<Record<string, string>>,
  language: Language,
): Promise<Map<string, CalcValue[][]>> {
  const cells = new Map(book.sheets.map((sheet) => [sheet.name, [] as CalcValue[][]]));
  const calculator = await createCalculator(registered);
  calculator.setStructure({
    sheets: book.sheets.map(({ name }) => ({ id: name, name })),
    tables: book.sheets.flatMap(({ name, tables }) => tables.map((table) => calcTable(name, table))),
    names: book.names.filter(({ sheet }) => sheet === undefined),
    date1904: false,
  });
  calculator.set([...valuesOf(book), ...formulaInputs(computed, formulas, language)]);
  for (const { sheet, row, column, value } of calculator.recalculate(0).changed) {
    (cells.get(sheet)![row] ??= [])[column] = value;
  }
  calculator.dispose();
  return cells;
}

function calcTable(sheet: string, { name, range, columns, showHeaders, showTotals }: Book['sheets'][0]['tables'][0]) {
  const { fromRow, fromColumn, toRow, toColumn } = parseRange(range)!;
  const place = { sheet, top: fromRow, left: fromColumn, bottom: toRow, right: toColumn };
  return {
    ...{ name, ...place, headerRow: showHeaders, totalsRow: showTotals },
    columns: columns.map((column) => column.name),
  } satisfies CalcTable;
}

const valuesOf = (book: Book): CalcInput[] =>
  book.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([row, columns]) =>
      [...columns].map(([column, { value }]): CalcInput => ({ sheet: name, row, column, input: value ?? null })),
    ),
  );

/** Names of tables and columns as a new workbook has them. */
const namesIn = (language: Language) => ({
  tableName: (id: string) => tableDef(id).tableName,
  caption: (id: string, column: string) => columnDef(tableDef(id), column).caption[language],
});

function formulaInputs(
  computed: Snapshot,
  formulas: Readonly<Record<string, string>>,
  language: Language,
): CalcInput[] {
  return Object.entries(formulas).flatMap(([place, text]) => {
    const [table, column] = place.split('.').map(String) as [string, string];
    const def = tableDef(table);
    const sheet = sheetName(def, language);
    const formula = renderFormula(text, table, namesIn(language), 'file');
    const at = columnAt(def, columnDef(def, column));
    return computed.tables[table]!.sheetRows.map((row) => ({ sheet, row: row - 1, column: at, input: { formula } }));
  });
}
