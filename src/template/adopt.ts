import { CrmError } from '../shared/errors';
import { bind, pendingId, type FoundTable, type MetaRow, type WorkbookState } from './bindings';
import type { Cell } from './codec';
import { tableDef, template } from './load';
import { knownMeta } from './recognise';
import { brokenReference } from './remnants';

/** Cells of a sheet, 0-based. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a person pointed at, before anybody knows what it means. */
export interface SourceSheet {
  readonly sheet: string;
  /** 0-based sheet row and column of the first cell of `rows`. */
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Row of the one cell that the person pointed at, counted within `rows`; null = they marked the whole list. */
  readonly pointer: number | null;
  /** Formulas of the first and the last rows by `row,column`, counted from 0 within `rows`. */
  readonly formulas: Readonly<Record<string, string>>;
  /** Number formats of the first rows. */
  readonly numberFormats: readonly (readonly string[])[];
  /** What the first rows show. */
  readonly texts?: readonly (readonly string[])[];
  /** Merged cells, counted within `rows`. */
  readonly merges: readonly Block[];
  /** The Excel table that the rows are, headers included. */
  readonly table: { readonly name: string; readonly showsTotals: boolean } | null;
  /** Id of the CRM table that the Excel table already is. */
  readonly boundTo: string | null;
  readonly protected: boolean;
  /** A filter hides rows. */
  readonly filtered: boolean;
  /** Plain cells with filter buttons. */
  readonly filterButtons?: boolean;
  /** The person marked a part: the filled cells go on below or on the right of it. */
  readonly goesOn?: boolean;
  /** A chart or picture that lies over the right end of the block, and would be stretched by added columns. */
  readonly across?: string | null;
  /** A formula spills over cells of the block. */
  readonly spills: boolean;
  /** Sheet columns right of the block in which nothing stands, no chart either; null = all of them. */
  readonly freeColumns: number | null;
  readonly date1904: boolean;
}

/** One column of a sheet that becomes a CRM table. */
export interface AdoptedColumn {
  /** The header cell as it is. */
  readonly header: Cell;
  /** The header cell as it will be: Excel wants texts that are filled and unique. */
  readonly caption: string;
  /** Column of the template; null = the person's own. */
  readonly column: string | null;
}

/** A table that a person keeps already, to be used as one of the template's: what they agreed to. */
export interface Adoption extends Block {
  /** Id in the template. */
  readonly table: string;
  readonly sheet: string;
  /** The Excel table that stands there; null = plain cells, which become one. */
  readonly existing: string | null;
  /** The existing table is the person's and keeps its name. */
  readonly keepsName: boolean;
  /** By position; as many as `columns`. `row` is the header's, `rows` counts it. */
  readonly headers: readonly AdoptedColumn[];
  readonly freeColumns: number | null;
  /** The plain cells have filter buttons: the table keeps them. */
  readonly filterButtons?: boolean;
  /** The table of ours for the same records, when nothing was ever entered into it. */
  readonly emptyOwn: string | null;
  /** The person agreed that the empty table goes, with its sheet. */
  readonly replaces: boolean;
  /** The person agreed that what stands on the right moves further right. */
  readonly insertColumns: boolean;
}

/** The `adopt` step of a plan. */
export interface AdoptStep {
  readonly kind: 'adopt';
  readonly table: string;
  /** What the Excel table is or will be called. */
  readonly name: string;
  readonly adoption: Adoption;
  /** Sheet columns to insert at the table's right end, so that the missing columns find room. */
  readonly insert: number;
}

/** A workbook as it will be once the agreed tables are known as the template's. */
export interface AdoptedState {
  readonly state: WorkbookState;
  readonly adopted: readonly { readonly adoption: Adoption; readonly name: string }[];
}

/** A workbook without the empty tables of ours that a person's lists take the place of. */
export interface Cleared {
  readonly state: WorkbookState;
  /** The sheets of those tables. */
  readonly sheets: readonly string[];
}

/**
 * Reads the workbook as it will be when the empty tables are gone: what refers to them is broken and will be written
 * anew. Throws `emptyTableThere` when the person has not agreed, `alreadyKept` when a table of ours holds something.
 */
export function withoutReplaced(state: WorkbookState, adoptions: readonly Adoption[]): Cleared {
  const bound = bind(state);
  return adoptions.reduce<Cleared>(
    (done, { table, existing, emptyOwn, replaces }) => {
      const own = bound.get(table)?.found;
      if (!own || own.name === existing) return done;
      const place = { table: own.name, sheet: own.sheet };
      if (own.name !== emptyOwn) throw new CrmError('alreadyKept', place);
      if (!replaces) throw new CrmError('emptyTableThere', place);
      return { state: withoutTable(done.state, own), sheets: [...done.sheets, own.sheet] };
    },
    { state, sheets: [] },
  );
}

function withoutTable(state: WorkbookState, own: FoundTable): WorkbookState {
  const broken = (formulas: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      Object.entries(formulas).map(([key, text]) => [key, text.replaceAll(`${own.name}[`, `${brokenReference}[`)]),
    );
  return {
    ...state,
    tables: state.tables
      .filter((table) => table !== own)
      .map((table) => ({ ...table, formulas: broken(table.formulas) })),
    names: broken(state.names),
  };
}

/**
 * Reads the agreed tables as if they were bound already, so that the plan finds what they lack as in any other table.
 * An adoption that was done before is passed over. Throws `oneListPerSheet` when two lists would grow into each other.
 */
export function withAdoptions(
  state: WorkbookState,
  adoptions: readonly Adoption[],
  free: (name: string, taken: ReadonlySet<string>) => string,
): AdoptedState {
  const bound = bind(state);
  const sheets = adoptions.map(({ sheet }) => sheet);
  const shared = sheets.find((sheet, index) => sheets.indexOf(sheet) !== index);
  if (shared !== undefined) throw new CrmError('oneListPerSheet', { sheet: shared });
  return adoptions
    .filter(({ table }) => !bound.has(table))
    .map((adoption) => ({ ...adoption, keepsName: adoption.keepsName && !wasCutShort(state, adoption) }))
    .reduce<AdoptedState>(
      (done, adoption) => {
        const name = nameFor(done.state, adoption, free);
        return { state: adopted(done.state, adoption, name), adopted: [...done.adopted, { adoption, name }] };
      },
      { state, adopted: [] },
    );
}

/** A table with a name of Excel's own making, where we were about to make one. */
const wasCutShort = ({ meta }: WorkbookState, { table, existing }: Adoption): boolean =>
  /^[^\d_]+\d+$/.test(existing ?? '') &&
  meta.some(
    (row) => row.kind === 'table' && row.table === table && row.origin === 'adopted' && row.officeId === pendingId,
  );

function nameFor(
  { tables, names }: WorkbookState,
  { table, existing, keepsName }: Adoption,
  free: (name: string, taken: ReadonlySet<string>) => string,
): string {
  if (existing !== null && keepsName) return existing;
  const others = tables.filter(({ name }) => name !== existing).map(({ name }) => name);
  return free(
    tableDef(table).tableName,
    new Set([...others, ...Object.keys(names)].map((taken) => taken.toLowerCase())),
  );
}

function adopted(state: WorkbookState, adoption: Adoption, name: string): WorkbookState {
  const meta = knownMeta(state, template);
  const now = state.tables.find((table) => table.name === adoption.existing);
  const found: FoundTable = {
    name,
    sheet: adoption.sheet,
    columns: adoption.headers.map(({ caption }, index) => ({
      caption,
      officeId: now?.columns[index]?.officeId ?? index + 1,
    })),
  };
  return {
    ...state,
    tables: [...state.tables.filter((table) => table !== now), found],
    meta: [...meta.filter((row) => row.table !== adoption.table), ...metaOf(adoption, found)],
  };
}

function metaOf({ table, headers }: Adoption, found: FoundTable): MetaRow[] {
  const columns = headers.flatMap(({ column }, index): MetaRow[] => {
    const { caption: name, officeId } = found.columns[index]!;
    return column === null ? [] : [{ kind: 'column', table, column, name, officeId, origin: 'adopted' }];
  });
  return [{ kind: 'table', table, column: '', name: found.name, officeId: pendingId, origin: 'adopted' }, ...columns];
}

/** Widest sheet that Excel has. */
const sheetColumns = 16_384;

/** Sheet columns to insert for the columns a table lacks. Throws `noRoomRight` without consent, `sheetTooWide`. */
export function columnsToInsert(adoption: Adoption, missing: number): number {
  const { column, columns, freeColumns, insertColumns, sheet } = adoption;
  if (column + columns + missing > sheetColumns) throw new CrmError('sheetTooWide', { sheet, columns: missing });
  const lacking = freeColumns === null ? 0 : Math.max(0, missing - freeColumns);
  if (lacking > 0 && !insertColumns) throw new CrmError('noRoomRight', { sheet, columns: missing });
  return lacking;
}
