import type { Snapshot, Value } from '../../crm/snapshot';
import { fold } from '../../shared/text';
import { keyColumnId } from '../keys';
import { tableDef } from '../load';
import type { Environment } from '../twins';
import type { Book, Version } from './book';
import { Column } from './column';
import type { Edge, Graph, Node, Way } from './graph';
import { byFrozenCuts } from './reach';
import { Slice } from './slice';
import { isAdditive, type Sums } from './sums';

const noRows: ReadonlySet<number> = new Set();

/** What an edit works on. */
export interface Workbench {
  readonly book: Book;
  readonly graph: Graph;
  readonly sums: Sums;
  readonly snapshot: Snapshot;
  readonly environment: Environment;
  /** Frozen figures that would come out differently by now. */
  readonly stale: Set<string>;
}

/**
 * Carries one changed row through the computed columns: each in an order in which it follows what it reads, only in the
 * rows that the change concerns, and on from there only where a value did change.
 */
export class Propagation {
  private readonly rows = new Map<Node, Set<number>>();
  /** Rows of the child table whose share in a sum changed. */
  private readonly shares = new Map<Node, Set<number>>();
  private readonly pending = new Set<Node>();
  private readonly slices = new Map<string, Slice>();
  private version: Version | null = null;

  constructor(
    private readonly bench: Workbench,
    private readonly added: { readonly table: string; readonly row: number } | null,
  ) {}

  /** @param columns the columns of the row in which something was typed */
  run(table: string, row: number, columns: readonly string[]): void {
    const { graph, book } = this.bench;
    for (const node of graph.nodes) {
      if (!node.reads) this.postpone(node);
      if (this.added && node.table.id === table && node.unit !== 'frozen') this.concern(node, this.ownRows(node, row));
    }
    for (const column of columns) this.follow(table, column, row);
    for (const node of graph.nodes) this.bringUpToDate(node);
    if (this.pending.size) this.version = book.version();
  }

  private ownRows(node: Node, row: number): Iterable<number> {
    return node.unit === 'group' ? this.group(node.table.id, row) : [row];
  }

  private concern(node: Node, rows: Iterable<number>): void {
    const known = this.rows.get(node) ?? new Set<number>();
    for (const row of rows) known.add(row);
    if (known.size) this.rows.set(node, known);
  }

  /** The cell changed: tells every column that reads it which of its rows that concerns. */
  private follow(table: string, column: string, row: number): void {
    for (const edge of this.bench.graph.edgesFrom(`${table}.${column}`)) this.ways[edge.way](edge, table, row);
  }

  private readonly ways: Readonly<Record<Way, (edge: Edge, table: string, row: number) => void>> = {
    row: ({ to }, _, row) => this.concern(to, [row]),
    group: ({ to }, table, row) => this.concern(to, this.group(table, row)),
    names: ({ to }, table, row) => this.concern(to, this.sameName(table, row)),
    down: ({ to, reference }, table, row) => this.concern(to, this.referring(table, row, to.table.id, reference!)),
    up: ({ to, reference }, table, row) => this.share(to, table, row, reference!),
    table: ({ to }) => this.concern(to, Array(this.bench.book.rows(to.table.id)).keys()),
    tally: ({ to }, _, row) => this.addShare(to, row),
    whole: ({ to }) => this.postpone(to),
    stale: ({ to }) => void this.bench.stale.add(to.place),
  };

  /** Values of a cell before the edit and now. */
  private bothValues(table: string, column: string, row: number): readonly Value[] {
    const { book } = this.bench;
    return [book.before.column(table, column).at(row), book.column(table, column).at(row)];
  }

  /** Records with the id that the record has or had, itself included. */
  private group(table: string, row: number): Set<number> {
    const index = this.bench.book.reference(table);
    return new Set([row, ...this.bothValues(table, 'id', row).flatMap((id) => index.rowsOfId(id))]);
  }

  private sameName(table: string, row: number): Set<number> {
    const index = this.bench.book.reference(table);
    const names = this.bothValues(table, tableDef(table).nameColumn!, row);
    return new Set([row, ...names.flatMap((name) => index.rowsOfName(name))]);
  }

  /** Rows that refer, or referred, to a record or to one of the same id. */
  private referring(table: string, row: number, child: string, reference: string): readonly number[] {
    const { book } = this.bench;
    const [parent, rows] = [tableDef(table), this.group(table, row)];
    const texts = [...book.textsOf(parent, rows), ...book.textsOf(parent, [row], book.before)];
    return book.rowsThatSay(texts, child, reference);
  }

  private share(to: Node, table: string, row: number, reference: string): void {
    if (isAdditive(to) && this.bench.sums.isExact(to)) return this.addShare(to, row);
    const keys = this.bothValues(table, keyColumnId(reference), row);
    for (const key of keys) this.concern(to, this.bench.book.rowsOfKey(to.table.id, key));
  }

  private addShare(to: Node, row: number): void {
    this.shares.set(to, (this.shares.get(to) ?? new Set()).add(row));
  }

  /** Leaves a column, and all that read it, to whoever reads it next. */
  private postpone(node: Node): void {
    if (this.pending.has(node)) return;
    this.pending.add(node);
    const { book, graph, snapshot, environment } = this.bench;
    const compute = () => new Slice(this.version!, snapshot, environment).values(node.table.id, node.column.id);
    if (book.has(node.table.id)) book.replace(node.table.id, node.column.id, Column.pending(compute));
    for (const { to, way } of graph.edgesFrom(node.place)) {
      if (way === 'stale') this.bench.stale.add(to.place);
      else this.postpone(to);
    }
  }

  private bringUpToDate(node: Node): void {
    const [rows, shares] = [this.rows.get(node), this.shares.get(node)];
    if ((!rows && !shares) || this.pending.has(node) || !this.bench.book.has(node.table.id)) return;
    if (byFrozenCuts.includes(node.place)) this.bench.stale.add(node.place);
    if (node.unit === 'whole' || this.bench.book.column(node.table.id, node.column.id).isPending) {
      return this.postpone(node);
    }
    if (shares) this.write(node, ...this.bench.sums.moved(node, shares, rows ?? noRows));
    if (!rows) return;
    const ordered = [...rows].sort((a, b) => a - b);
    const groups = node.unit === 'group' ? this.groups(node.table.id, ordered) : [ordered];
    for (const group of groups) this.write(node, group, this.slice(node, group).values(node.table.id, node.column.id));
  }

  /** Rows by id, every one with all rows of that id; records without id stand alone. */
  private groups(table: string, rows: readonly number[]): Iterable<readonly number[]> {
    const { book } = this.bench;
    const [ids, index] = [book.column(table, 'id'), book.reference(table)];
    const groups = new Map<string | number, readonly number[]>();
    for (const row of rows) {
      const id = ids.at(row);
      groups.set(id === null ? row : fold(String(id)), id === null ? [row] : index.rowsOfId(id));
    }
    return groups.values();
  }

  /** What a column sees of the workbook; columns that see the same share what views found there. */
  private slice(node: Node, rows: readonly number[]): Slice {
    const key = `${node.table.id}:${node.unit === 'group' ? rows[0] : rows.join()}:${node.sees}`;
    const known = this.slices.get(key) ?? this.newSlice(node, rows);
    this.slices.set(key, known);
    return known;
  }

  private newSlice(node: Node, rows: readonly number[]): Slice {
    const { book, snapshot, environment } = this.bench;
    const picked = new Map<string, readonly number[]>(node.unit === 'table' ? [] : [[node.table.id, rows]]);
    return new Slice(book, snapshot, environment, (table) => {
      const reference = node.children.get(table);
      if (reference && !picked.has(table)) picked.set(table, book.childRows(node.table, rows, table, reference));
      return picked.get(table) ?? null;
    });
  }

  private write(node: Node, rows: readonly number[], values: readonly Value[]): void {
    const { book, graph, sums } = this.bench;
    const [table, column] = [node.table.id, node.column.id];
    const known = book.column(table, column);
    const isAdded = (row: number) => this.added?.table === table && this.added.row === row;
    const changed = rows.flatMap((row, index) =>
      isAdded(row) || !Object.is(known.at(row), values[index]) ? [index] : [],
    );
    if (!changed.length) return;
    const at = changed.map((index) => rows[index]!);
    const next = changed.map((index) => values[index]!);
    book.replace(table, column, known.with(at, next));
    for (const value of next) sums.notice(graph, node.place, value);
    for (const row of at) this.follow(table, column, row);
  }
}
