import type { NewRecord } from '../../crm/changeset';
import type { Value } from '../../crm/snapshot';
import type { IdSource } from '../../shared/ids';
import { fold } from '../../shared/text';
import type { ColumnDef, TableDef } from '../../template/types';
import { cellKey, type Assignments } from './applyUserMap';
import { requiredColumns } from './mapHeaders';
import type { CellParser } from './parsed';
import { isBlank, rawText } from './rawCell';
import type { Source } from './readSource';
import type { ImportProblem, ImportProblemCode, RawCell, SourceRow } from './types';

/** The column a header is mapped to, and how its cells are read. */
export interface OwnColumn {
  readonly column: ColumnDef;
  readonly parse: CellParser;
}

/** A header that brings values: to its column, by a person's own words to several, or both. */
export interface SourceColumn {
  readonly index: number;
  readonly own: OwnColumn | null;
  readonly words?: ReadonlyMap<string, Assignments>;
}

/** Where a problem is: line of the file and record. */
type Place = Pick<ImportProblem, 'row'> & { readonly id: string };

/** Remarks on how a column was read; a hundred thousand of them would hide everything else. */
const oncePerColumn: ReadonlySet<ImportProblemCode> = new Set([
  'ambiguousDates',
  'timeDropped',
  'percentPoints',
  'unitFromHeader',
]);

/** Turns source rows into records, one each, and lists what a person should look at. */
export class RecordBuilder {
  readonly records: NewRecord[] = [];
  readonly problems: ImportProblem[] = [];
  private readonly idColumn: ColumnDef | undefined;
  private readonly idIndex: number;
  private readonly required: readonly ColumnDef[];
  private readonly brokenQuotes: ReadonlySet<number>;
  /** Ids of records that come before; of later rows too in `taken`, so that a minted id meets none. */
  private readonly seen: Set<string>;
  private readonly taken: Set<string>;
  private readonly remarked = new Set<string>();

  constructor(
    private readonly table: TableDef,
    private readonly source: Source,
    private readonly columns: readonly SourceColumn[],
    private readonly ids: IdSource,
    knownIds: Iterable<string>,
  ) {
    this.idColumn = table.columns.find(({ type }) => type === 'id');
    this.idIndex = columns.find(({ own }) => own && own.column === this.idColumn)?.index ?? -1;
    this.required = requiredColumns(table);
    this.brokenQuotes = new Set(source.brokenQuotes);
    this.seen = new Set([...knownIds].map(fold));
    this.taken = new Set([...this.seen, ...source.rows.map(({ cells }) => fold(this.idIn(cells)))]);
  }

  /** Adds the record of one row. */
  add(row: SourceRow): void {
    const given = this.idIn(row.cells);
    const place: Place = { row: row.line, id: given || this.mint() };
    this.checkRow(row, place);
    this.checkId(place);
    const values = this.valuesOf(row, place);
    this.checkRequired(values, place);
    this.records.push({ table: this.table.id, id: place.id, values });
  }

  private idIn(cells: readonly RawCell[]): string {
    return rawText(cells[this.idIndex] ?? null).trim();
  }

  private mint(): string {
    let id = this.ids(this.table.idPrefix);
    while (this.taken.has(fold(id))) id = this.ids(this.table.idPrefix);
    this.taken.add(fold(id));
    return id;
  }

  private checkRow({ line, cells }: SourceRow, place: Place): void {
    const width = this.source.headers.length;
    const surplus = cells.slice(width).filter((cell) => !isBlank(cell));
    const isRagged = surplus.length > 0 || cells.length < width;
    if (isRagged) this.list(place, '', 'raggedRow', surplus.map(rawText).join(' | '));
    if (this.brokenQuotes.has(line)) this.list(place, '', 'brokenQuotes', '');
  }

  private checkId(place: Place): void {
    const key = fold(place.id);
    if (this.seen.has(key)) this.list(place, this.idColumn?.id ?? '', 'duplicateId', place.id);
    this.seen.add(key);
  }

  private checkRequired(values: Readonly<Record<string, Value>>, place: Place): void {
    for (const { id } of this.required) {
      if ((values[id] ?? null) === null) this.list(place, id, 'missingRequired', '');
    }
  }

  private valuesOf(row: SourceRow, place: Place): Record<string, Value> {
    const values: Record<string, Value> = {};
    const assigned: Assignments[] = [];
    for (const source of this.columns) {
      const cell = row.cells[source.index] ?? null;
      const words = source.words?.get(cellKey(rawText(cell)));
      if (words) assigned.push(words);
      else if (source.own) values[source.own.column.id] = this.read(cell, source.own, place);
    }
    // What a person said about a text outranks what another header happens to hold.
    return Object.assign(values, ...assigned, this.idColumn && { [this.idColumn.id]: place.id }) as Record<
      string,
      Value
    >;
  }

  private read(cell: RawCell, { column, parse }: OwnColumn, place: Place): Value {
    const { value, code } = parse(cell);
    if (code) this.list(place, column.id, code, rawText(cell));
    return value;
  }

  private list(place: Place, column: string, code: ImportProblemCode, value: string): void {
    if (oncePerColumn.has(code) && this.remarked.has(`${code} ${column}`)) return;
    this.remarked.add(`${code} ${column}`);
    this.problems.push({ table: this.table.id, ...place, column, code, value });
  }
}
