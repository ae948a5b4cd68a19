import { CrmError } from '../shared/errors';
import { fold } from '../shared/text';
import { numberFormats, type Cell } from '../template/codec';
import type { Span } from './chunks';
import { inputColumnsOf, keyColumnOf } from './encode';
import { once, setFormula, setNumberFormat, valuesOf } from './gateway';
import { positionOf, runsOf, type LiveTable } from './layout';
import { probeRules, type RuleProbe, type Rows } from './rules';

const sheetRows = 1_048_576;

/** One new record: cells by position; what stands in computed columns is left out. */
export type NewCells = readonly Cell[];

/**
 * The one append routine (decision 16): values go directly under the body, where the table takes them in; never
 * `rows.add`, which loses rows while others edit. Use: `load`, sync, `check`, then `write` with a sync for each span,
 * then `settle`.
 */
export class TableAppend {
  private readonly excelTable: Excel.Table;
  private readonly sheet: Excel.Worksheet;
  private look!: { readonly header: Excel.Range; readonly last: Excel.Range; readonly used: Excel.Range };
  private readonly probes: { readonly rows: Rows; readonly probe: RuleProbe }[] = [];
  private blankRow = false;
  /** 0-based row that the next record is queued for. */
  private next = 0;
  /** 0-based row below the last one that is known to be written, and below the table's body. */
  private end = 0;
  private bottom = 0;
  private written = 0;

  constructor(
    private readonly context: Excel.RequestContext,
    readonly table: LiveTable,
    private readonly records: readonly NewCells[],
  ) {
    this.excelTable = context.workbook.tables.getItem(table.key);
    this.sheet = context.workbook.worksheets.getItem(table.sheet);
  }

  /** Queues what must be known before anything is written; its size does not depend on the table's. */
  load(): void {
    this.excelTable.load('showTotals');
    this.look = {
      header: once(this.excelTable.getHeaderRowRange()).load('values,rowIndex'),
      last: once(once(this.excelTable.getDataBodyRange()).getLastRow()).load('rowIndex,valueTypes'),
      used: once(this.sheet.getUsedRange(true)).load('rowIndex,rowCount'),
    };
  }

  /**
   * Throws `layoutChanged` (look again), `totalsRowShown`, `sheetFull` before the first write. Returns whether something
   * may stand below the table, which only a further look can tell.
   */
  check(): boolean {
    const { table, records, look } = this;
    if (valuesOf(look.header)[0]!.join('\n') !== table.captions.join('\n'))
      throw new CrmError('layoutChanged', { table: table.name });
    if (this.excelTable.showTotals) throw new CrmError('totalsRowShown', { table: table.name });
    this.blankRow = look.last.rowIndex === look.header.rowIndex + 1 && this.isLastRowBlank();
    this.bottom = look.last.rowIndex + 1;
    this.next = this.blankRow ? look.last.rowIndex : this.bottom;
    if (this.next + records.length > sheetRows)
      throw new CrmError('sheetFull', { table: table.name, rows: records.length });
    return look.used.rowIndex + look.used.rowCount > this.bottom;
  }

  /** Queues the further look: what lies in the rows that the records will take. */
  lookBelow(): () => void {
    const below = this.rangeAt({ top: this.bottom, count: this.records.length }, 0, this.table.captions.length);
    const used = below.getUsedRangeOrNullObject(true).load('address');
    return () => {
      if (!used.isNullObject) throw new CrmError('cellsBelowTable', { table: this.table.name, address: used.address });
    };
  }

  private isLastRowBlank(): boolean {
    const types = this.look.last.valueTypes[0]!;
    return inputColumnsOf(this.table).every((column, position) => !column || types[position] === 'Empty');
  }

  /** Queues some of the records; the returned check runs after the sync and throws `conflict` when others wrote there. */
  write({ from, count }: Span): () => void {
    const records = this.records.slice(from, from + count);
    const rows = { top: this.next, count };
    const inside = this.blankRow && from === 0 ? 1 : 0;
    // The first record goes into the blank row; only a write that starts below the body makes the table grow.
    if (inside) this.writeRows(rows.top, records.slice(0, inside));
    if (count > inside) this.writeRows(rows.top + inside, records.slice(inside));
    this.next += count;
    return this.readBack(rows, records);
  }

  /** Number formats come before values (#12): text must not be read as something to compute. */
  private writeRows(top: number, records: readonly NewCells[]): void {
    const range = this.rangeAt({ top, count: records.length }, 0, this.table.captions.length);
    const rest = { top: top + 1, count: records.length - 1 };
    if (rest.count) this.formatRows({ top, count: records.length });
    else range.numberFormat = [formatsOf(this.table)];
    range.values = records.map((record, row) => this.cellsOf(record, row));
    if (rest.count) this.fillDown(rest);
  }

  private formatRows(rows: Rows): void {
    for (const { from, count, format } of formatRuns(this.table))
      setNumberFormat(this.rangeAt(rows, from, count), format);
  }

  /**
   * Formulas stand in the first row only, {@link fillDown} copies them; but the last cell of every row must hold
   * something, or the table does not grow (#3013).
   */
  private cellsOf(record: NewCells, row: number): (Cell | null)[] {
    const { formulas, columnIds } = this.table;
    return record.map((cell, position) => {
      const formula = formulas[position] ?? null;
      if (formula === null) return columnIds[position] === null ? null : cell;
      if (formula === '') return null;
      if (row === 0) return formula;
      return position === record.length - 1 ? placeholder : null;
    });
  }

  private fillDown(rows: Rows): void {
    this.table.formulas.forEach((formula, position) => {
      if (formula) setFormula(this.rangeAt(rows, position, 1), formula);
    });
  }

  private rangeAt({ top, count }: Rows, position: number, columns: number): Excel.Range {
    return once(this.sheet.getRangeByIndexes(top, this.table.left + position, count, columns));
  }

  private readBack(rows: Rows, records: readonly NewCells[]): () => void {
    const key = positionOf(this.table, keyColumnOf(this.table.id).id);
    const ids = this.rangeAt(rows, key, 1).load('values');
    const body = once(this.excelTable.getDataBodyRange()).load('rowIndex,rowCount');
    this.probes.push({ rows, probe: probeRules(this.context, this.table, rows.top + rows.count - 1) });
    return () => {
      const isOurs = valuesOf(ids).every(([id], row) => fold(String(id)) === fold(String(records[row]![key])));
      if (!isOurs) throw new CrmError('conflict', { platformCode: 'rowsOverwritten', at: this.table.name, detail: '' });
      this.bottom = body.rowIndex + body.rowCount;
      this.end = rows.top + rows.count;
      this.written += rows.count;
    };
  }

  /** Rows that were written and that the table did not take in. */
  private get outside(): Rows {
    return { top: this.bottom, count: Math.max(0, this.end - this.bottom) };
  }

  get appended(): number {
    return this.written;
  }

  /** Makes sure that the table holds what was written; throws `rowsNotTaken` with the cells taken back when it cannot. */
  async settle(): Promise<void> {
    if (this.written === 0 || this.outside.count === 0) return;
    const { top, count } = this.outside;
    const whole = this.excelTable.getRange().getResizedRange(count, 0);
    this.excelTable.resize(whole);
    const body = this.excelTable.getDataBodyRange().load('rowIndex,rowCount');
    await this.context.sync();
    this.bottom = body.rowIndex + body.rowCount;
    if (this.outside.count === 0) return;
    this.rangeAt({ top, count }, 0, this.table.captions.length).clear('Contents');
    await this.context.sync();
    throw new CrmError('rowsNotTaken', { table: this.table.name, rows: count });
  }

  /** Written rows that Excel left without the table's choices or conditional formats. */
  get rowsWithoutRules(): { rows: Rows; validations: boolean; marks: boolean }[] {
    return this.probes
      .map(({ rows, probe }) => ({ rows, validations: probe.validationsMissing(), marks: probe.marksMissing() }))
      .filter(({ validations, marks }) => validations || marks);
  }
}

/** Any value: the formula that belongs there replaces it in the same batch. */
const placeholder = 0;

const general = 'General';

/** Number formats of a new row by position; `null` = leave. */
const formatsOf = (table: LiveTable): (string | null)[] =>
  inputColumnsOf(table).map((column) =>
    column && numberFormats[column.type] !== general ? numberFormats[column.type] : null,
  );

/** Neighbouring columns of one number format. */
function formatRuns(table: LiveTable): { from: number; count: number; format: string }[] {
  const formats = formatsOf(table);
  const wanted = [...new Set(formats)].flatMap((format) => format ?? []);
  return wanted.flatMap((format) =>
    runsOf(formats.length, (position) => formats[position] === format).map((run) => ({ ...run, format })),
  );
}
