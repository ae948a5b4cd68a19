import type { Changeset } from '../../crm/changeset';
import type { Snapshot, Value } from '../../crm/snapshot';
import { Computation, type Frozen } from '../compute';
import type { RfmPolicy } from '../customerPolicy';
import { todayOf } from '../environment';
import { isComputed, tableDef } from '../load';
import type { Environment } from '../twins';
import { rfmView } from '../views/rfm';
import { Book, sheetRow } from './book';
import { changesBetween, changesIn } from './difference';
import { Graph } from './graph';
import { Propagation } from './propagation';
import { reaches } from './reach';
import { Sums } from './sums';

/** What was typed into one record: decoded values by column. `row` is 0-based; the one after the last is a new record. */
export interface RowChange {
  readonly table: string;
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
  /** Of a new record: 1-based; otherwise the row below the last one. */
  readonly sheetRow?: number;
}

/**
 * A computed snapshot that can follow single changes. One edited, added or archived record costs what it concerns - its
 * own formulas, the roll-ups of the records it leaves and joins, the scores of that customer - and not the size of the
 * workbook: the dependencies come from the declarations of the columns ({@link Graph}), the values from the same twins,
 * roll-ups and views that compute whole columns, run on a few rows ({@link Slice}).
 *
 * Cut points and medians of the whole book stay as they were when the analysis began (decision 12): {@link frozen} is
 * what `computeAll` needs to come to the same figures, {@link stale} what would come out differently by now. Columns that
 * follow from very many rows, such as targets, are computed in full again when they are read next.
 *
 * An analysis moves on; the snapshots that it gave stay as they were. It belongs to one day and to one state of the
 * settings: a change of either needs a new one, see {@link follows}. `problems` are those of the last reading.
 */
export class Analysis {
  /** The rules, with the cut points that stay. */
  readonly environment: Environment;
  private readonly first: Computation;
  private readonly book: Book;
  private readonly graph: Graph;
  private readonly sums: Sums;
  private readonly outOfDate = new Set<string>();
  private current: Snapshot | null = null;

  /** @param clock today's serial by the caller's clock */
  constructor(
    private start: Snapshot,
    clock: number,
  ) {
    this.first = new Computation(start, clock);
    this.environment = withFrozenCuts(this.first);
    this.graph = new Graph(this.environment);
    this.book = new Book(this.first);
    this.sums = new Sums(this.book, start, this.environment);
  }

  /** The figures of the whole book that stay: with them `computeAll` comes to the same values. */
  get frozen(): Frozen {
    const columns = frozenPlaces.map((place): [string, readonly Value[]] => {
      const [table, column] = place.split('.') as [string, string];
      return [place, this.first.column(table, column)];
    });
    return { environment: this.environment, columns: new Map(columns) };
  }

  /** Frozen figures by `table.column` that the changes since the beginning may have moved: a review is due. */
  get stale(): readonly string[] {
    return [...this.outOfDate];
  }

  /** Every column as it is now; each is put together when it is read. It never changes. */
  get snapshot(): Snapshot {
    this.current ??= this.book.version().snapshot(this.start);
    return this.current;
  }

  /** One cell as it is now, at no cost. */
  cell(table: string, column: string, row: number): Value {
    return this.book.column(table, column).at(row);
  }

  /** 0-based row of the record with this id; the first one where ids are not unique. */
  rowOf(table: string, id: string): number | null {
    return this.book.reference(table).rowsOfId(id)[0] ?? null;
  }

  rows(table: string): number {
    return this.book.rows(table);
  }

  /**
   * Brings everything up to date with a new reading of the workbook. `false`: it cannot (another day, other settings, rows
   * gone or moved, very many changes), nothing was done, and a new analysis is needed.
   */
  follows(reading: Snapshot, clock: number): boolean {
    const changes = todayOf(reading, clock) === this.environment.today ? changesBetween(this.snapshot, reading) : null;
    if (!changes) return false;
    this.start = reading;
    this.current = null;
    for (const change of changes) this.follow(change);
    return true;
  }

  /**
   * Brings everything up to date with a change that was written as a whole, before anything is read again. `false` as for
   * {@link follows}: nothing was done.
   */
  followsChange(changeset: Changeset): boolean {
    const changes = changesIn(changeset, this);
    changes?.forEach((change) => this.follow(change));
    return changes !== null;
  }

  /** Builds the indexes that following changes needs; otherwise the first change of a kind does. */
  prepare(): void {
    for (const { table, column, children } of this.graph.nodes) {
      if (!this.book.has(table.id)) continue;
      if (column.lookup) this.book.prepare([[table.id, column.lookup.reference]]);
      this.book.prepare(children);
    }
  }

  /** Brings everything up to date that follows from one record. */
  follow({ table, row, values, sheetRow: position }: RowChange): void {
    const { book, graph, sums, start, environment } = this;
    const def = tableDef(table);
    const isNew = row === book.rows(table);
    book.begin();
    this.current = null;
    if (isNew) this.addRow(table, position);
    const typed = def.columns.filter((column) => !isComputed(column) && (isNew || column.id in values));
    const changed = typed.filter(
      ({ id }) => isNew || !Object.is(this.cell(table, id, row), (values[id] as Value | undefined) ?? null),
    );
    for (const { id } of changed) {
      book.type(def, id, row, values[id] ?? null);
      sums.notice(graph, `${table}.${id}`, values[id] ?? null);
    }
    const bench = { book, graph, sums, snapshot: start, environment, stale: this.outOfDate };
    const columns = changed.map(({ id }) => id);
    if (columns.length) new Propagation(bench, isNew ? { table, row } : null).run(table, row, columns);
  }

  private addRow(table: string, position: number | undefined): void {
    const row = this.book.grow(table);
    const rows = this.book.column(table, sheetRow);
    this.book.replace(table, sheetRow, rows.with([row], [position ?? Number(rows.at(row - 1) ?? 1) + 1]));
  }
}

const frozenPlaces = Object.keys(reaches).filter((place) => reaches[place]!.unit === 'frozen');

/** The environment with the cut points that a computation finds, looked for when somebody asks. */
function withFrozenCuts(first: Computation): Environment {
  const { environment } = first;
  const { customers } = environment;
  const rfm: RfmPolicy = {
    ...customers.rfm,
    get frozen() {
      return rfmView(first, environment);
    },
  };
  return { ...environment, customers: { ...customers, rfm } };
}
