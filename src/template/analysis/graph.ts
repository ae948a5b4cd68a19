import { isTestable } from '../formula';
import { keyColumnId } from '../keys';
import { columnDef, isComputed, kindOf, template } from '../load';
import { rollupConditions } from '../rollupFormula';
import { twinOf, wholeColumns, type Environment } from '../twins';
import type { ColumnDef, TableDef } from '../types';
import { reaches, type Reach } from './reach';

/**
 * Which rows of a column a changed cell concerns: the same `row`; all records with the row's id (`group`); the records
 * that the row refers to (`up`) or that refer to it (`down`); rows of the same name (`names`); all rows of a small table
 * (`table`), by what the row counts there (`tally`) or of any table (`whole`); or none, the figure is only out of date
 * (`stale`).
 */
export type Way = 'row' | 'group' | 'up' | 'down' | 'names' | 'table' | 'tally' | 'whole' | 'stale';

export interface Read {
  /** `table.column` */
  readonly place: string;
  readonly way: Way;
  /** Reference column that `up` and `down` go along: of the table that is read, of the table that reads. */
  readonly reference?: string;
}

/** A computed column and what it reads; `reads` is `null` where nobody knows. */
export interface Node {
  readonly place: string;
  readonly table: TableDef;
  readonly column: ColumnDef;
  readonly unit: Reach['unit'];
  readonly reads: readonly Read[] | null;
  /** Reference column by child table whose rows say something of the record: `group` columns only. */
  readonly children: ReadonlyMap<string, string>;
  /** Table whose rows a `tally` counts. */
  readonly tallies: string | null;
  /** `children` as one text: columns with the same one look at the same rows. */
  readonly sees: string;
}

export interface Edge extends Omit<Read, 'place'> {
  readonly to: Node;
}

/** The computed columns in an order in which each follows what it reads, built from their declarations alone. */
export class Graph {
  readonly nodes: readonly Node[];
  private readonly edges = new Map<string, Edge[]>();

  constructor(environment: Environment) {
    const nodes = template.tables.flatMap((table) =>
      table.columns.filter(isComputed).map((column) => nodeOf(table, column, environment)),
    );
    this.nodes = inOrder(nodes);
    for (const to of this.nodes) {
      for (const { place, ...read } of to.reads ?? []) {
        this.edges.set(place, [...(this.edges.get(place) ?? []), { to, ...read }]);
      }
    }
  }

  edgesFrom(place: string): readonly Edge[] {
    return this.edges.get(place) ?? [];
  }
}

const placeOf = (table: TableDef, column: string) => `${table.id}.${column}`;

function nodeOf(table: TableDef, column: ColumnDef, environment: Environment): Node {
  const place = placeOf(table, column.id);
  const node = { place, table, column, children: new Map<string, string>(), tallies: null, sees: '' };
  const own = (reads: readonly string[]) => reads.map((id): Read => ({ place: placeOf(table, id), way: 'row' }));
  if (kindOf(column) === 'refreshed' || wholeColumns[place]) return reaching(node, reaches[place]);
  if (column.rollup) return reaching(node, rollupReach(column));
  if (column.lookup) {
    const reference = columnDef(table, column.lookup.reference);
    return { ...node, unit: 'row', reads: alongReference(table, reference, [column.lookup.column]) };
  }
  const reference = table.columns.find((candidate) => candidate.to && keyColumnId(candidate.id) === column.id);
  if (reference) return { ...node, unit: 'row', reads: alongReference(table, reference, []) };
  if (column.id === 'uniqueName') {
    return { ...node, unit: 'row', reads: [{ place: placeOf(table, table.nameColumn!), way: 'names' }] };
  }
  if (place === 'customers.cadenceRuleNo') return { ...node, unit: 'row', reads: own(cadenceReads(environment)) };
  return { ...node, unit: 'row', reads: own(twinOf(table.id, column.id)!.reads) };
}

/** A rule looks at the column that it names. */
const cadenceReads = ({ rules }: Environment): string[] => [
  ...['id', 'name'],
  ...rules.flatMap(({ column }) => (column && isTestable(column) ? [column] : [])),
];

/** A reference is found by the id or the name of the record it means. */
function alongReference(table: TableDef, reference: ColumnDef, columns: readonly string[]): Read[] {
  const parent = template.tables.find(({ id }) => id === reference.to)!;
  const names = parent.nameColumn ? [parent.nameColumn] : [];
  return [
    { place: placeOf(table, reference.id), way: 'row' },
    ...['id', ...names, ...columns].map((id): Read => ({
      place: placeOf(parent, id),
      way: 'down',
      reference: reference.id,
    })),
  ];
}

function rollupReach(column: ColumnDef): Reach {
  const rollup = column.rollup!;
  const conditions = rollupConditions(rollup);
  const ofChild = [keyColumnId(rollup.match), ...conditions.map((condition) => condition.column), rollup.of ?? []];
  const ofParent = ['id', ...conditions.flatMap(({ parent }) => parent ?? [])];
  return { unit: 'group', reads: [...ofParent, ...ofChild.flat().map((id) => `${rollup.from}.${id}`)] };
}

function reaching(node: Omit<Node, 'unit' | 'reads'>, reach: Reach | undefined): Node {
  if (!reach) return { ...node, unit: 'whole', reads: null };
  const places = reach.reads.map((read) => (read.includes('.') ? read : placeOf(node.table, read)));
  const children = reach.unit === 'group' ? childTables(node.table, places) : node.children;
  const reads = [...new Set(places)].map((place): Read => {
    const [table] = place.split('.') as [string];
    const reference = children.get(table);
    if (reach.unit === 'frozen') return { place, way: 'stale' };
    if (reach.unit === 'whole') return { place, way: 'whole' };
    if (reach.tallies === table) return { place, way: 'tally' };
    if (reference) return { place, way: 'up', reference };
    return { place, way: table === node.table.id ? ownWay[reach.unit] : 'whole' };
  });
  return { ...node, unit: reach.unit, reads, children, tallies: reach.tallies ?? null, sees: [...children].join() };
}

/** How a column reads other columns of its own table. */
const ownWay = { row: 'row', group: 'group', table: 'table', tally: 'whole' } as const;

/** Tables that are read by the key of their reference to this one. */
function childTables(parent: TableDef, places: readonly string[]): Map<string, string> {
  const references = template.tables.flatMap((table) =>
    table.columns
      .filter(({ id, to }) => to === parent.id && places.includes(placeOf(table, keyColumnId(id))))
      .map(({ id }) => [table.id, id] as const),
  );
  return new Map(references);
}

function inOrder(nodes: readonly Node[]): Node[] {
  const byPlace = new Map(nodes.map((node) => [node.place, node]));
  const ordered = new Set<Node>();
  const visited = new Set<Node>();
  const visit = (node: Node | undefined): void => {
    if (!node || visited.has(node)) return;
    visited.add(node);
    for (const { place, way } of node.reads ?? []) if (way !== 'stale') visit(byPlace.get(place));
    ordered.add(node);
  };
  nodes.forEach(visit);
  return [...ordered];
}
