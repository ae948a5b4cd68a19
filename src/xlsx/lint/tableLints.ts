import { cellAddress, parseRange, rangesOverlap, type CellRange } from '../address';
import { getCell, type BookCell, type BookSheet, type BookTable } from '../book';
import { finding, type Finding } from './finding';

/** Looks at the tables of a sheet and at the cells they stand on. */
export const lintTables = (sheet: BookSheet): Finding[] => [
  ...overlaps(sheet),
  ...sheet.tables.flatMap((table) => {
    const range = parseRange(table.range);
    if (!range) return [];
    return [
      ...headers(sheet, table, range),
      ...duplicateColumns(table),
      ...merges(sheet, range),
      ...below(sheet, table, range),
    ];
  }),
];

function overlaps({ name, tables }: BookSheet): Finding[] {
  const ranges = tables.map((table) => ({ table, range: parseRange(table.range) }));
  return ranges.flatMap(({ table, range }, index) =>
    ranges
      .slice(index + 1)
      .filter((other) => range && other.range && rangesOverlap(range, other.range))
      .map((other) => finding('tableOverlap', `${name}!${table.range}`, other.table.name)),
  );
}

/** Excel repairs a file whose header cell and column name differ. */
function headers(sheet: BookSheet, table: BookTable, range: CellRange): Finding[] {
  if (!table.showHeaders) return [];
  return table.columns.flatMap(({ name }, index) => {
    const text = getCell(sheet, range.fromRow, range.fromColumn + index)?.value ?? null;
    const where = `${sheet.name}!${cellAddress(range.fromRow, range.fromColumn + index)}`;
    return text === name ? [] : [finding('tableHeader', where, `${JSON.stringify(text)} / ${JSON.stringify(name)}`)];
  });
}

/** Rows are appended under the body: nothing may stand there (decision 16). */
function below(sheet: BookSheet, table: BookTable, range: CellRange): Finding[] {
  const findings: Finding[] = [];
  for (const [row, rowCells] of sheet.cells) {
    const column = row > range.toRow ? filledColumn(rowCells, range) : undefined;
    if (column !== undefined)
      findings.push(finding('belowTable', `${sheet.name}!${cellAddress(row, column)}`, table.name));
  }
  return findings;
}

function filledColumn(cells: ReadonlyMap<number, BookCell>, range: CellRange): number | undefined {
  for (const [column, { value, formula }] of cells) {
    const inside = column >= range.fromColumn && column <= range.toColumn;
    if (inside && (value !== null || formula !== undefined)) return column;
  }
  return undefined;
}

/** Excel repairs a table with two columns of one name; upper and lower case are the same name. */
function duplicateColumns({ name: table, columns }: BookTable): Finding[] {
  const keys = columns.map(({ name }) => name.toLowerCase());
  const ids = columns.map(({ id }) => id);
  return columns
    .filter(({ id }, index) => keys.indexOf(keys[index]!) !== index || ids.indexOf(id) !== index)
    .map(({ name }) => finding('duplicateColumn', `${table}[${name}]`, name));
}

/** Tables cannot hold merged cells. */
const merges = ({ name, merges: list }: BookSheet, range: CellRange): Finding[] =>
  list
    .filter((text) => {
      const merge = parseRange(text);
      return merge !== undefined && rangesOverlap(merge, range);
    })
    .map((text) => finding('mergeInTable', `${name}!${text}`, text));
