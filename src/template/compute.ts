import { fixedReferences, noRow, type FixedReferences } from '../crm/reference';
import type { Snapshot, TableRows, Value } from '../crm/snapshot';
import { environmentOf, columnOf } from './environment';
import { isTestable } from './formula';
import { keyColumnId } from './keys';
import { keyPrefix } from './keyText';
import { columnDef, isComputed, kindOf, tableDef, template } from './load';
import { refreshedColumns } from './refreshed';
import { aggregate, familyByRow, kinOf, type Family } from './rollup';
import { cadenceRuleTwin, twinOf, wholeColumns, type Environment, type Twin } from './twins';
import type { ColumnDef, TableDef } from './types';

/** What stays as it was while single rows change (decision 12): cut points, and columns by `table.column`. */
export interface Frozen {
  readonly environment: Environment;
  readonly columns: ReadonlyMap<string, readonly Value[]>;
}

/**
 * Every computed column of a snapshot, by the same declarations that the native formulas are made from. Columns are
 * computed on demand and once; nothing is read from cached formula cells.
 */
export class Computation {
  readonly environment: Environment;
  private readonly done: Map<string, readonly Value[]>;
  /** By `table.reference`; records of one id by table. */
  private readonly families = new Map<string, Family>();

  constructor(
    readonly snapshot: Snapshot,
    clock: number,
    frozen?: Frozen,
  ) {
    this.environment = frozen?.environment ?? environmentOf(snapshot, clock);
    this.done = new Map(frozen?.columns);
  }

  /** Values of a column in row order, input columns included. */
  column(tableId: string, columnId: string): readonly Value[] {
    const place = `${tableId}.${columnId}`;
    let values = this.done.get(place);
    if (!values) {
      values = this.compute(tableDef(tableId), columnId);
      this.done.set(place, values);
    }
    return values;
  }

  /** Whether a column has been computed already. */
  isDone(tableId: string, columnId: string): boolean {
    return this.done.has(`${tableId}.${columnId}`);
  }

  rows(tableId: string): number {
    return this.snapshot.tables[tableId]?.count ?? 0;
  }

  /** Finds the records of a table that reference cells point at. */
  reference(tableId: string): FixedReferences {
    const { nameColumn } = tableDef(tableId);
    return fixedReferences(this.column(tableId, 'id'), nameColumn ? this.column(tableId, nameColumn) : null);
  }

  /** The parents of all rows of a table by one of its references; many roll-ups follow the same one. */
  family(child: string, reference: string, parent: TableDef): Family {
    const place = `${child}.${reference}`;
    const family = this.families.get(place) ?? familyByRow(this.rowsMeant(child, reference)!, this.kin(parent.id));
    this.families.set(place, family);
    return family;
  }

  private kin(table: string): Family {
    const kin = this.families.get(table) ?? kinOf(this.column(table, 'id'), this.reference(table));
    this.families.set(table, kin);
    return kin;
  }

  /** Row of the record that each cell of a reference column points at, or `noRow`; `null` when some rows are not seen. */
  rowsMeant(tableId: string, reference: string): Int32Array | null {
    return this.parentRows(tableDef(tableId), columnDef(tableDef(tableId), reference));
  }

  protected compute(table: TableDef, columnId: string): readonly Value[] {
    const count = this.rows(table.id);
    if (columnId === '#sheetRow') return this.snapshot.tables[table.id]?.sheetRows ?? [];
    const column = columnDef(table, columnId);
    if (!isComputed(column)) return columnOf(this.snapshot, table.id, columnId);
    if (!count) return [];
    if (kindOf(column) === 'refreshed') return this.refreshed(table, column);
    const whole = wholeColumns[`${table.id}.${column.id}`];
    if (whole) return whole(this, this.environment);
    if (column.rollup) return aggregate(this, table, column);
    if (column.lookup) return this.lookup(table, column.lookup);
    const reference = table.columns.find((candidate) => candidate.to && keyColumnId(candidate.id) === columnId);
    if (reference) return this.keys(table, reference);
    if (columnId === 'uniqueName') return this.uniqueNames(table);
    return this.rowByRow(table, this.twinOf(table, columnId), count);
  }

  private refreshed(table: TableDef, column: ColumnDef): readonly Value[] {
    const values = refreshedColumns[`${table.id}.${column.id}`];
    if (!values) throw new Error(`refreshed column ${table.id}.${column.id} has no source`);
    return values(this, this.environment).map(blankUnlessFinite);
  }

  private rowByRow(table: TableDef, { reads, value }: Twin, count: number): readonly Value[] {
    const inputs = reads.map((id) => this.column(table.id, id));
    // One list of cells for all rows: twins look at it and give it back.
    const cells: Value[] = inputs.map(() => null);
    return listOf(count, (row) => {
      for (let at = 0; at < inputs.length; at += 1) cells[at] = inputs[at]![row] ?? null;
      return value(this.environment, cells, row);
    });
  }

  private twinOf(table: TableDef, columnId: string): Twin {
    if (table.id === 'customers' && columnId === 'cadenceRuleNo') {
      return cadenceRuleTwin(this.environment, (column) => (isTestable(column) ? this.shown(table, column) : null));
    }
    const twin = twinOf(table.id, columnId);
    if (!twin) throw new Error(`column ${table.id}.${columnId} has a formula but no twin`);
    return twin;
  }

  /** What the cells of a column show: the label of a list cell, the text of anything else. */
  private shown(table: TableDef, columnId: string): (row: number) => string {
    const values = this.column(table.id, columnId);
    const { list } = columnDef(table, columnId);
    const labels = new Map<Value, string>([[null, '']]);
    return (row) => {
      const value = values[row] ?? null;
      let text = labels.get(value);
      if (text === undefined) labels.set(value, (text = list ? this.label(list, value) : String(value)));
      return text;
    };
  }

  private label(list: string, value: Value): string {
    return this.environment.label(list, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
  }

  /** Row of the parent that each cell of a reference column points at, or {@link noRow}. */
  private parentRows(table: TableDef, reference: ColumnDef): Int32Array {
    return this.reference(reference.to!).rowsMeant(this.column(table.id, reference.id));
  }

  private keys(table: TableDef, reference: ColumnDef): readonly Value[] {
    const id = this.cells(reference.to!, 'id');
    const parents = this.parentRows(table, reference);
    return listOf(parents.length, (child) => {
      const row = parents[child]!;
      return row === noRow ? null : keyPrefix + (id(row) ?? '');
    });
  }

  private lookup(table: TableDef, lookup: NonNullable<ColumnDef['lookup']>): readonly Value[] {
    const reference = columnDef(table, lookup.reference);
    const [id, value] = [this.cells(reference.to!, 'id'), this.cells(reference.to!, lookup.column)];
    const index = this.reference(reference.to!);
    // By the id of the record, as roll-ups find it: of records with the same id the first, without an id none.
    const parents = this.parentRows(table, reference);
    return listOf(parents.length, (child) => {
      const row = parents[child]!;
      const found = row === noRow ? 'none' : index.find(id(row));
      return typeof found === 'number' ? value(found) : null;
    });
  }

  /** Cells of a column by row of the whole table. */
  protected cells(tableId: string, columnId: string): (row: number) => Value {
    const values = this.column(tableId, columnId);
    return (row) => values[row] ?? null;
  }

  private uniqueNames(table: TableDef): readonly Value[] {
    const index = this.reference(table.id);
    return this.column(table.id, table.nameColumn!).map((name) => (index.isUniqueName(name) ? name : null));
  }
}

/** Values of a column by row. */
function listOf(count: number, value: (row: number) => Value): Value[] {
  const values = new Array<Value>(count);
  for (let row = 0; row < count; row += 1) values[row] = value(row);
  return values;
}

/** A figure that is no number, whatever rule it came from, is not known: a cell can hold neither NaN nor infinity. */
const blankUnlessFinite = (value: Value): Value =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;

/** The snapshot with every computed column filled in, so that views read one kind of column. */
export function computeAll(snapshot: Snapshot, clock: number, frozen?: Frozen): Snapshot {
  const computation = new Computation(snapshot, clock, frozen);
  const tables = template.tables
    .filter((table) => snapshot.tables[table.id])
    .map((table): [string, TableRows] => {
      const rows = snapshot.tables[table.id]!;
      const columns = table.columns.map((column) => [column.id, computation.column(table.id, column.id)] as const);
      return [table.id, { ...rows, columns: { ...rows.columns, ...Object.fromEntries(columns) } }];
    });
  return { ...snapshot, tables: Object.fromEntries(tables) };
}
