import type { Consent } from '../actions/home';
import { CrmError } from '../shared/errors';
import { fold } from '../shared/text';
import { numberFormats, type Cell } from '../template/codec';
import { anchorOf, tableDef } from '../template/load';
import type { ColumnDef } from '../template/types';
import type { Span } from './chunks';
import { inputColumnsOf, isTextColumn, keyColumnOf } from './encode';
import { once, setFormula, setNumberFormat, valuesOf } from './gateway';
import { positionOf, runsOf, type LiveTable } from './layout';
import { probeRules, type RuleProbe, type Rows } from './rules';

const sheetRows = 1_048_576;
/** Rows of a piece that get every formula in one write, so that a row is there as a whole or not at all. */
const wholeRows = 50;

/** One new record: cells by position; what stands in computed columns is left out. */
export type NewCells = readonly Cell[];

/**
 * The one append routine (decision 16): values go directly under the body as it is in the moment of writing, where the
 * table takes them in; never `rows.add`, which loses rows while others edit. Use: `load`, sync, `check`, `lookCloser` if
 * it says so, then for each span `guard`, `write`, sync and the check that `write` returned; then `settle`.
 */
export class TableAppend {
  private readonly excelTable: Excel.Table;
  private readonly sheet: Excel.Worksheet;
  private look!: { readonly header: Excel.Range; readonly last: Excel.Range; readonly used: Excel.Range };
  private readonly probes: { readonly rows: Rows; readonly probe: RuleProbe }[] = [];
  private blankRow = false;
  private mustInsert = false;
  /** What stood in the totals row that is hidden for the time of writing. */
  private totals: Cell[][] | null = null;
  /** 0-based sheet row below the table's body. */
  private bottom = 0;
  /** Where the records stand that the table did not take in. */
  private outside: Rows = { top: 0, count: 0 };
  private written = 0;
  private hiddenRows = 0;

  constructor(
    private readonly context: Excel.RequestContext,
    readonly table: LiveTable,
    private readonly records: readonly NewCells[],
    private readonly consent: Consent = {},
  ) {
    this.excelTable = context.workbook.tables.getItem(table.key);
    this.sheet = context.workbook.worksheets.getItem(table.sheet);
  }

  /** Queues what must be known before anything is written; its size does not depend on the table's. */
  load(): void {
    this.excelTable.load('showTotals');
    this.sheet.load('protection/protected');
    this.look = {
      header: once(this.excelTable.getHeaderRowRange()).load('values,rowIndex'),
      last: once(once(this.excelTable.getDataBodyRange()).getLastRow()).load('rowIndex,valueTypes,numberFormat'),
      used: once(this.sheet.getUsedRange(true)).load('rowIndex,rowCount'),
    };
  }

  /**
   * Throws `layoutChanged` (look again), `protected`, `totalsRowShown`, `sheetFull` before the first write. Returns
   * whether {@link lookCloser} is needed: something may stand below the table, or its totals row is to be hidden.
   */
  check(): boolean {
    const { table, records, look } = this;
    if (valuesOf(look.header)[0]!.join('\n') !== table.captions.join('\n'))
      throw new CrmError('layoutChanged', { table: table.name });
    // A table on a protected sheet does not grow, not even over unlocked cells (#1213, #646).
    if (this.sheet.protection.protected)
      throw new CrmError('protected', { platformCode: 'sheetProtected', at: table.name, detail: '' });
    const { showTotals } = this.excelTable;
    if (showTotals && !this.consent.hideTotals) throw new CrmError('totalsRowShown', { table: table.name });
    this.bottom = look.last.rowIndex + 1;
    this.blankRow = look.last.rowIndex === look.header.rowIndex + 1 && this.isLastRowBlank();
    if (this.bottom - this.filled + records.length > sheetRows)
      throw new CrmError('sheetFull', { table: table.name, rows: records.length });
    return showTotals || look.used.rowIndex + look.used.rowCount > this.bottom;
  }

  /** Records that fit into the blank only row. */
  private get filled(): number {
    return this.blankRow ? 1 : 0;
  }

  private isLastRowBlank(): boolean {
    const types = this.look.last.valueTypes[0]!;
    return inputColumnsOf(this.table).every((column, position) => !column || types[position] === 'Empty');
  }

  /** Queues the further look: what lies in the rows that the records will take, and what the totals row holds. */
  lookCloser(): () => void {
    const { showTotals } = this.excelTable;
    const totals = showTotals ? once(this.excelTable.getTotalRowRange()).load('formulas') : null;
    const top = this.bottom + (showTotals ? 1 : 0);
    const below = this.rangeAt({ top, count: this.records.length }, 0, this.table.captions.length);
    const used = below.getUsedRangeOrNullObject(true).load('address');
    return () => {
      this.totals = totals && (totals.formulas as Cell[][]);
      this.mustInsert = !used.isNullObject;
      if (this.mustInsert && !this.consent.insertRows)
        throw new CrmError('cellsBelowTable', { table: this.table.name, address: used.address });
    };
  }

  /**
   * Queues what stops the batch before its first write when the blank row was filled since the look: a search for blanks
   * in a caption and the cell below it fails when that cell is filled (in one cell, it would search the whole sheet).
   * Rows below the body need no guard: they are found anew in the writing batch.
   */
  guard({ from }: Span): void {
    if (!this.blankRow || from > 0) return;
    const def = tableDef(this.table.id);
    const columns = new Set([keyColumnOf(def.id).id, anchorOf(def)]);
    for (const column of columns) {
      const position = positionOf(this.table, column);
      if (position < 0) continue;
      const caption = once(once(this.excelTable.getHeaderRowRange()).getCell(0, position));
      once(caption.getResizedRange(1, 0)).getSpecialCells('Blanks');
    }
  }

  /** Queues some of the records; the returned check runs after the sync and throws `conflict` when others wrote there. */
  write({ from, count }: Span): () => void {
    const records = this.records.slice(from, from + count);
    const inside = from === 0 ? this.filled : 0;
    if (from === 0 && this.totals) this.excelTable.showTotals = false;
    // The rows below the body are those of the last piece when the table did not grow over them.
    if (this.outside.count > 0) this.growOver();
    const checks: (() => void)[] = [];
    // The first record goes into the blank row; only a write that starts below the body makes the table grow.
    if (inside) checks.push(this.writeRows(once(this.excelTable.getDataBodyRange()).getRow(0), records.slice(0, 1)));
    if (count > inside) {
      if (this.mustInsert) once(this.rowsBelow(count - inside)).insert('Down');
      checks.push(this.writeRows(this.rowsBelow(count - inside), records.slice(inside)));
    }
    const body = once(this.excelTable.getDataBodyRange()).load('rowIndex,rowCount');
    return () => {
      this.bottom = body.rowIndex + body.rowCount;
      checks.forEach((check) => check());
      this.written += count;
    };
  }

  private rowsBelow(count: number): Excel.Range {
    return once(this.excelTable.getDataBodyRange()).getRowsBelow(count);
  }

  /** Number formats come before values (#12): text must not be read as something to compute. */
  private writeRows(given: Excel.Range, records: readonly NewCells[]): () => void {
    const range = once(given);
    const formats = formatsOf(this.table, this.look.last.numberFormat[0] as string[]);
    if (records.length === 1) range.numberFormat = [formats];
    else for (const { from, count, format } of formatRuns(formats)) setNumberFormat(part(range, from, count), format);
    const whole = records.length <= wholeRows;
    range.values = records.map((record, row) => this.cellsOf(record, whole || row === 0));
    if (!whole) this.fillDown(range, records.length);
    return this.readBack(range, records);
  }

  /**
   * Large writes have formulas in the first row only, {@link fillDown} copies them; but the last cell of every row must
   * hold something, or the table does not grow (#3013).
   */
  private cellsOf(record: NewCells, withFormulas: boolean): (Cell | null)[] {
    const { formulas, columnIds } = this.table;
    return record.map((cell, position) => {
      const formula = formulas[position] ?? null;
      if (formula === null) return columnIds[position] === null ? null : cell;
      if (formula === '') return null;
      if (withFormulas) return formula;
      return position === record.length - 1 ? placeholder : null;
    });
  }

  private fillDown(range: Excel.Range, rows: number): void {
    this.table.formulas.forEach((formula, position) => {
      const first = once(range.getCell(1, position));
      if (formula) setFormula(once(first.getResizedRange(rows - 2, 0)), formula);
    });
  }

  private rangeAt({ top, count }: Rows, position: number, columns: number): Excel.Range {
    return once(this.sheet.getRangeByIndexes(top, this.table.left + position, count, columns));
  }

  private readBack(range: Excel.Range, records: readonly NewCells[]): () => void {
    const key = positionOf(this.table, keyColumnOf(this.table.id).id);
    const ids = part(range, key, 1).load('values,rowIndex,rowHidden');
    const probe = probeRules(this.table, range, records.length - 1);
    return () => {
      const isOurs = valuesOf(ids).every(([id], row) => fold(String(id)) === fold(String(records[row]![key])));
      if (!isOurs) throw new CrmError('conflict', { platformCode: 'rowsOverwritten', at: this.table.name, detail: '' });
      const rows = { top: ids.rowIndex, count: records.length };
      this.probes.push({ rows, probe });
      // `null` = some of them are hidden: a filter can do that, and so can a person.
      if (ids.rowHidden !== false) this.hiddenRows += records.length;
      this.noteOutside(rows);
    };
  }

  private noteOutside({ top, count }: Rows): void {
    const end = top + count;
    const from = Math.max(this.bottom, this.outside.count ? Math.min(this.outside.top, top) : top);
    this.outside = { top: from, count: Math.max(0, end - from) };
  }

  get appended(): number {
    return this.written;
  }

  /** Written rows that a filter hides. */
  get hidden(): number {
    return this.hiddenRows;
  }

  /** Makes sure that the table holds what was written; throws `rowsNotTaken` with the cells taken back when it cannot. */
  async settle(): Promise<void> {
    if (this.outside.count > 0) await this.takeIn();
    if (!this.totals) return;
    // Excel may have forgotten what stood in the totals row that we hid.
    this.excelTable.showTotals = true;
    this.excelTable.getTotalRowRange().values = this.totals;
    await this.context.sync();
    this.totals = null;
  }

  private growOver(): void {
    const ours = this.rangeAt(this.outside, 0, this.table.captions.length);
    this.excelTable.resize(this.excelTable.getRange().getBoundingRect(ours));
  }

  private async takeIn(): Promise<void> {
    this.growOver();
    const body = this.excelTable.getDataBodyRange().load('rowIndex,rowCount');
    await this.context.sync();
    if (body.rowIndex + body.rowCount >= this.outside.top + this.outside.count) return;
    this.rangeAt(this.outside, 0, this.table.captions.length).clear('Contents');
    await this.context.sync();
    throw new CrmError('rowsNotTaken', { table: this.table.name, rows: this.outside.count });
  }

  /** Written rows that Excel left without the table's choices or conditional formats. */
  get rowsWithoutRules(): { rows: Rows; validations: boolean; marks: boolean }[] {
    return this.probes
      .map(({ rows, probe }) => ({ rows, validations: probe.validationsMissing(), marks: probe.marksMissing() }))
      .filter(({ validations, marks }) => validations || marks);
  }
}

/** Some columns of a range of new rows. */
const part = (range: Excel.Range, position: number, columns: number): Excel.Range => {
  const first = once(range.getColumn(position));
  return columns === 1 ? first : once(first.getResizedRange(0, columns - 1));
};

/** Any value: the formula that belongs there replaces it in the same batch. */
const placeholder = 0;

const general = 'General';

/**
 * Number formats of a new row by position; `null` = leave. A column that a manager kept before goes on as in the row
 * above; only text must be text, and a date must not show as a number.
 */
const formatsOf = (table: LiveTable, above: readonly string[]): (string | null)[] =>
  inputColumnsOf(table).map((column, position) => {
    if (!column) return null;
    const ours = numberFormats[column.type] === general ? null : numberFormats[column.type];
    if (isTextColumn(column) || !table.adopted.has(column.id)) return ours;
    const theirs = above[position] ?? general;
    return theirs === general && isDay(column) ? ours : theirs;
  });

const isDay = ({ type }: ColumnDef): boolean => type === 'date' || type === 'datetime';

/** Neighbouring columns of one number format. */
function formatRuns(formats: readonly (string | null)[]): { from: number; count: number; format: string }[] {
  const wanted = [...new Set(formats)].flatMap((format) => format ?? []);
  return wanted.flatMap((format) =>
    runsOf(formats.length, (position) => formats[position] === format).map((run) => ({ ...run, format })),
  );
}
