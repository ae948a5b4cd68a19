import { ReferenceIndex } from '../../crm/reference';
import type { Snapshot, TableRows, Value } from '../../crm/snapshot';
import { fold } from '../../shared/text';
import type { Computation } from '../compute';
import { columnOf } from '../environment';
import { keyColumnId } from '../keys';
import { keyPrefix } from '../keyText';
import { columnDef, isComputed, tableDef, template } from '../load';
import type { TableDef } from '../types';
import { Children } from './children';
import { Column } from './column';

/** Where cells are read from: what the workbook holds now, before the edit in hand, or at some earlier moment. */
export interface View {
  column(table: string, column: string): Column;
  rows(table: string): number;
  reference(table: string): ReferenceIndex;
}

/** Position in the sheet, which `#sheetRow` of a twin reads. */
export const sheetRow = '#sheetRow';

/** The columns of one table by id. */
type Columns = ReadonlyMap<string, Column>;

const noColumn = Column.of([]);

/** One moment of the workbook, for good. */
export class Version implements View {
  private readonly references = new Map<string, ReferenceIndex>();

  constructor(
    private readonly columns: ReadonlyMap<string, Columns>,
    private readonly counts: ReadonlyMap<string, number>,
  ) {}

  column(table: string, column: string): Column {
    return this.columns.get(table)?.get(column) ?? noColumn;
  }

  rows(table: string): number {
    return this.counts.get(table) ?? 0;
  }

  reference(table: string): ReferenceIndex {
    const known = this.references.get(table) ?? indexOf(this, table);
    this.references.set(table, known);
    return known;
  }

  /** Columns become arrays when somebody reads them. */
  snapshot(reading: Snapshot): Snapshot {
    const tables = [...this.counts].map(([table, count]) => [table, this.tableRows(table, count)] as const);
    return {
      settings: reading.settings,
      tables: Object.fromEntries(tables),
      get problems() {
        return reading.problems;
      },
    };
  }

  private tableRows(table: string, count: number): TableRows {
    const columns = {};
    for (const { id } of tableDef(table).columns) {
      Object.defineProperty(columns, id, { enumerable: true, get: () => this.column(table, id).toArray() });
    }
    const sheetRows = this.column(table, sheetRow);
    return {
      count,
      columns,
      get sheetRows() {
        return sheetRows.toArray() as readonly number[];
      },
    };
  }
}

/**
 * The workbook as it is now, with the indexes that lead from a record to those it refers to and back. Columns are never
 * changed, only replaced ({@link Column}); indexes are, since nobody but the edit in hand looks at them.
 */
export class Book implements View {
  private readonly columns = new Map<string, Map<string, Column>>();
  /** What the edit in hand found. */
  private found: ReadonlyMap<string, Columns> = new Map();
  private readonly counts = new Map<string, number>();
  private readonly references = new Map<string, ReferenceIndex>();
  private readonly children = new Map<string, Children>();

  constructor(computation: Computation) {
    const { snapshot } = computation;
    for (const table of template.tables.filter(({ id }) => snapshot.tables[id])) {
      this.counts.set(table.id, computation.rows(table.id));
      this.columns.set(table.id, columnsOf(computation, table));
    }
  }

  /** Starts an edit: from here on, {@link before} is what the workbook holds now. */
  begin(): void {
    this.found = new Map(this.columns);
  }

  readonly before: View = {
    column: (table, column) => this.found.get(table)?.get(column) ?? noColumn,
    rows: (table) => this.rows(table),
    reference: (table) => this.reference(table),
  };

  /** What the workbook holds now, for good: no edit is in hand, and the next one leaves these columns alone. */
  version(): Version {
    return new Version(new Map(this.columns), new Map(this.counts));
  }

  column(table: string, column: string): Column {
    return this.columns.get(table)?.get(column) ?? noColumn;
  }

  rows(table: string): number {
    return this.counts.get(table) ?? 0;
  }

  has(table: string): boolean {
    return this.counts.has(table);
  }

  reference(table: string): ReferenceIndex {
    const known = this.references.get(table) ?? indexOf(this, table);
    this.references.set(table, known);
    return known;
  }

  /** One row more, its cells still blank; returns it. */
  grow(table: string): number {
    const row = this.rows(table);
    this.counts.set(table, row + 1);
    return row;
  }

  replace(table: string, column: string, next: Column): void {
    const known = this.columns.get(table)!;
    const own = known === this.found.get(table) ? new Map(known) : known;
    own.set(column, next);
    this.columns.set(table, own);
  }

  /** Writes a cell that people type into, and keeps the indexes right. */
  type(table: TableDef, column: string, row: number, value: Value): void {
    const known = this.column(table.id, column);
    const before = known.at(row);
    this.replace(table.id, column, known.with([row], [value]));
    const index = this.references.get(table.id);
    if (column === 'id') index?.change(row, 'id', before, value);
    if (column === table.nameColumn) index?.change(row, 'name', before, value);
    this.children.get(`${table.id}.${column}`)?.change(row, before, value);
  }

  /** Builds the indexes that lead from records to those that refer to them, and back. */
  prepare(references: Iterable<readonly [table: string, reference: string]>): void {
    for (const [table, reference] of references) {
      this.reference(columnDef(tableDef(table), reference).to!);
      this.childrenBy(table, reference);
    }
  }

  /** Rows of a parent that a child's key means: several where ids are not unique. */
  rowsOfKey(table: string, key: Value): readonly number[] {
    return key === null ? [] : this.reference(table).rowsOfId(String(key).slice(keyPrefix.length));
  }

  /** Rows that refer to one of these records of the same id, ascending. */
  childRows(parent: TableDef, rows: readonly number[], child: string, reference: string): readonly number[] {
    const id = this.column(parent.id, 'id').at(rows[0]!);
    if (id === null) return [];
    const [wanted, keys] = [fold(keyPrefix + id), this.column(child, keyColumnId(reference))];
    return this.rowsThatSay(this.textsOf(parent, rows), child, reference).filter((row) => {
      const key = keys.at(row);
      return key !== null && fold(String(key)) === wanted;
    });
  }

  /** Ids and names of records: what a reference to one of them may say. */
  textsOf(table: TableDef, rows: Iterable<number>, view: View = this): Value[] {
    const columns = ['id', ...(table.nameColumn ? [table.nameColumn] : [])].map((id) => view.column(table.id, id));
    return [...rows].flatMap((row) => columns.map((column) => column.at(row)));
  }

  /** Rows whose reference says one of these texts, ascending. */
  rowsThatSay(texts: readonly Value[], child: string, reference: string): number[] {
    const children = this.childrenBy(child, reference);
    return [...new Set(texts.flatMap((text) => children.of(text)))].sort((a, b) => a - b);
  }

  private childrenBy(child: string, reference: string): Children {
    const place = `${child}.${reference}`;
    const known = this.children.get(place) ?? new Children(this.column(child, reference).toArray());
    this.children.set(place, known);
    return known;
  }
}

function columnsOf(computation: Computation, { id: table, columns }: TableDef): Map<string, Column> {
  const { snapshot } = computation;
  const pending = (id: string) =>
    Column.pending(
      () => computation.column(table, id),
      () => computation.isDone(table, id),
    );
  return new Map([
    [sheetRow, Column.of(snapshot.tables[table]!.sheetRows)],
    ...columns.map((column): [string, Column] => [
      column.id,
      isComputed(column) ? pending(column.id) : Column.of(columnOf(snapshot, table, column.id)),
    ]),
  ]);
}

function indexOf(view: View, table: string): ReferenceIndex {
  const { nameColumn } = tableDef(table);
  const values = (column: string) => view.column(table, columnDef(tableDef(table), column).id).toArray();
  return new ReferenceIndex(values('id'), nameColumn ? values(nameColumn) : null);
}
