import { bind, namesOf, type BoundTable, type WorkbookState } from './bindings';
import { dashboardName, definedNames, versionName, workbookName } from './definedNames';
import { tableDef } from './load';
import { remnantsOf } from './remnants';

/**
 * What goes with the machinery (dashboard, formulas, names, calendar, meta table): nothing else, the tables of ours that
 * hold no record, or all tables of ours.
 */
export type RemovalScope = 'keep' | 'empty' | 'all';

/** What a look at the workbook must tell besides its state. */
export interface UsedParts {
  /** Records by template id of the table. */
  readonly records: Readonly<Record<string, number>>;
  /** Tables in which a person has filled columns of their own. */
  readonly extended: ReadonlySet<string>;
  /** Sheets on which something stands that is not ours, or that a person's formula looks at. */
  readonly shared: ReadonlySet<string>;
  /** Names and tables that a person's formulas mention, lower case. */
  readonly mentioned: ReadonlySet<string>;
  /** Cells of a person that call functions of the add-in. */
  readonly functionCells: number;
}

export const nothingUsed: UsedParts = {
  records: {},
  extended: new Set(),
  shared: new Set(),
  mentioned: new Set(),
  functionCells: 0,
};

/** One numbered part of a removal; doing it twice does no more than doing it once. */
export type RemovalStep =
  /** Formulas of these columns become values; choices and conditional formats of ours go. */
  | { readonly kind: 'freeze'; readonly table: string; readonly name: string; readonly columns: readonly string[] }
  /** Columns of ours in a table that is the person's own. */
  | { readonly kind: 'dropColumns'; readonly table: string; readonly name: string; readonly columns: readonly string[] }
  /** A sheet of ours; when something else stands on it only its figures become values. */
  | { readonly kind: 'dashboard'; readonly freeze: boolean }
  /** A table of ours, with its sheet unless that holds something else. */
  | {
      readonly kind: 'table';
      readonly table: string;
      readonly name: string;
      readonly records: number;
      readonly sheet: string | null;
    }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'remnants'; readonly sheets: readonly string[] }
  /** Last: without it nobody knows any more what was ours. */
  | { readonly kind: 'book'; readonly sheet: string | null; readonly names: readonly string[] };

export interface RemovalPlan {
  readonly scope: RemovalScope;
  readonly steps: readonly RemovalStep[];
  /** Cells of a person that call functions of the add-in: left as they are, and without a value once it is gone. */
  readonly functionCells: number;
  /** Records of the tables that go; settings and bookkeeping do not count. */
  readonly records: number;
}

/** Tables that are nothing but machinery. */
const machinery: ReadonlySet<string> = new Set(['calendar']);

/**
 * What an uninstallation removes, in order. A table that the manager adopted, its own columns, and every table in which
 * a person has filled columns of their own stay in any scope; what stays keeps its values and needs nothing that goes.
 */
export function planRemoval(state: WorkbookState, used: UsedParts, scope: RemovalScope): RemovalPlan {
  const bound = [...bind(state).values()].filter(({ id }) => id !== 'meta');
  const going = bound.filter((table) => goes(table, used, scope));
  const staying = bound.filter((table) => !going.includes(table));
  const steps: RemovalStep[] = [
    ...remnantSteps(state),
    ...staying.flatMap((table) => freezeSteps(table, scope)),
    ...(scope === 'all' ? staying.flatMap(dropSteps) : []),
    ...dashboardSteps(state, used),
    ...tableSteps(going, staying, used),
    ...nameSteps(state, used, staying),
    ...bookSteps(state, used),
  ];
  const records = going
    .filter(({ id }) => tableDef(id).group === 'data')
    .reduce((sum, { id }) => sum + (used.records[id] ?? 0), 0);
  return { scope, steps, functionCells: used.functionCells, records };
}

function goes(
  { id, origin, found }: BoundTable,
  { records, extended, mentioned }: UsedParts,
  scope: RemovalScope,
): boolean {
  if (origin === 'adopted' || extended.has(id) || mentioned.has(found.name.toLowerCase())) return false;
  if (machinery.has(id) || scope === 'all') return true;
  const { group } = tableDef(id);
  return scope === 'empty' && (group === 'settings' || (records[id] ?? 0) === 0);
}

const installedColumns = ({ captions, origins }: BoundTable): string[] =>
  [...captions].flatMap(([column, caption]) => (origins.get(column) === 'adopted' ? [] : [caption]));

function freezeSteps(table: BoundTable, scope: RemovalScope): RemovalStep[] {
  if (table.origin === 'adopted' && scope === 'all') return [];
  const formulas = table.found.formulas ?? {};
  const columns = installedColumns(table).filter((caption) => caption in formulas);
  return [{ kind: 'freeze', table: table.id, name: table.found.name, columns }];
}

function dropSteps(table: BoundTable): RemovalStep[] {
  const columns = installedColumns(table);
  return table.origin === 'adopted' && columns.length
    ? [{ kind: 'dropColumns', table: table.id, name: table.found.name, columns }]
    : [];
}

const remnantSteps = (state: WorkbookState): RemovalStep[] => {
  const { sheets } = remnantsOf(state);
  return sheets.length ? [{ kind: 'remnants', sheets }] : [];
};

function dashboardSteps(state: WorkbookState, { shared }: UsedParts): RemovalStep[] {
  const sheet = sheetOfName(state, dashboardName);
  return sheet === null ? [] : [{ kind: 'dashboard', freeze: shared.has(sheet) }];
}

/** The sheet that a name points at; `null` when it is gone. */
export function sheetOfName({ names }: WorkbookState, name: string): string | null {
  const match = /^='?((?:[^']|'')+?)'?!\$?[A-Z]+\$?\d+$/.exec(names[name] ?? '');
  return match?.[1]?.replaceAll("''", "'") ?? null;
}

/** A sheet goes with the last of its tables, if nothing else stands there. */
function tableSteps(
  going: readonly BoundTable[],
  staying: readonly BoundTable[],
  { shared, records }: UsedParts,
): RemovalStep[] {
  const sheets = going.map(({ found }) => found.sheet);
  return going.map(({ id, found: { name, sheet } }, index) => {
    const isLast = sheets.lastIndexOf(sheet) === index;
    const isFree = !shared.has(sheet) && staying.every(({ found }) => found.sheet !== sheet);
    return { kind: 'table', table: id, name, records: records[id] ?? 0, sheet: isLast && isFree ? sheet : null };
  });
}

/** Names that nobody's own formulas need, directly or through another name. */
function nameSteps(state: WorkbookState, { mentioned }: UsedParts, staying: readonly BoundTable[]): RemovalStep[] {
  const ours = definedNames(namesOf(new Map(staying.map((table) => [table.id, table])), 'en')).map(({ name }) => name);
  const there = [...ours, dashboardName].filter((name) => name in state.names && name !== versionName);
  const needed = new Set(there.filter((name) => mentioned.has(name.toLowerCase())));
  for (const name of needed)
    for (const other of there) if (new RegExp(`\\b${other}\\b`, 'i').test(state.names[name]!)) needed.add(other);
  const names = there.filter((name) => !needed.has(name));
  return names.length ? [{ kind: 'names', names }] : [];
}

function bookSteps(state: WorkbookState, { shared }: UsedParts): RemovalStep[] {
  const meta = state.meta.length ? bind(state).get('meta')?.found.sheet : undefined;
  const names = [versionName, workbookName].filter((name) => name in state.names);
  if (meta === undefined && !names.length) return [];
  return [{ kind: 'book', sheet: meta === undefined || shared.has(meta) ? null : meta, names }];
}
