import { dashboardName, versionName } from '../../template/definedNames';
import { readGroups } from '../chunks';
import { once, syncEach } from '../gateway';
import type { Layout, LiveTable } from '../layout';

const customFunction = /\bCRM\.\w+\(/i;
const identifier = /[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

/** What a person's own formulas need of ours. */
export class FormulaScan {
  readonly mentioned = new Set<string>();
  readonly sheetsLookedAt = new Set<string>();
  functionCells = 0;
  private readonly known: ReadonlySet<string>;

  constructor(
    { state, tables }: Layout,
    private readonly ourSheets: ReadonlySet<string>,
  ) {
    const names = Object.keys(state.names).filter((name) => name !== dashboardName && name !== versionName);
    this.known = new Set([...names, ...[...tables.values()].map(({ name }) => name)].map((name) => name.toLowerCase()));
  }

  /** Reads the formulas of whole sheets in pieces that fit. */
  async sheets(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
    const used = names.map((name) => ({
      sheet: context.workbook.worksheets.getItem(name),
      range: once(context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true)).load(
        'rowIndex,columnIndex,rowCount,columnCount',
      ),
    }));
    await context.sync();
    const filled = used.filter(({ range }) => !range.isNullObject);
    const groups = readGroups(filled.map(({ range }) => ({ rows: range.rowCount, columns: range.columnCount })));
    await syncEach(
      context,
      groups,
      (group) => {
        const pieces = group.map(({ extent, from, count }) => {
          const { sheet, range } = filled[extent]!;
          const piece = sheet.getRangeByIndexes(range.rowIndex + from, range.columnIndex, count, range.columnCount);
          return once(piece).load('formulas');
        });
        return () =>
          pieces.forEach((piece) => (piece.formulas as unknown[][]).flat().forEach((cell) => this.note(cell, 1)));
      },
      { label: 'uninstall.look' },
    );
  }

  /** Calculated columns of a person's own in our tables: one formula stands for all its rows. */
  ownColumns(tables: readonly LiveTable[]): void {
    for (const { columnIds, formulas, rows } of tables)
      columnIds.forEach((id, position) => id === null && this.note(formulas[position], rows));
  }

  private note(cell: unknown, times: number): void {
    if (typeof cell !== 'string' || !cell.startsWith('=')) return;
    if (customFunction.test(cell)) this.functionCells += times;
    for (const [word] of cell.matchAll(identifier))
      if (this.known.has(word.toLowerCase())) this.mentioned.add(word.toLowerCase());
    for (const sheet of this.ourSheets)
      if (cell.includes(`${sheet}!`) || cell.includes(`'${sheet.replaceAll("'", "''")}'!`))
        this.sheetsLookedAt.add(sheet);
  }
}
