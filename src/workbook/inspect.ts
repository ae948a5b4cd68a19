import { bind, metaRow, type FoundTable, type WorkbookState } from '../template/bindings';
import { versionName } from '../template/definedNames';
import { cadenceConditions, type CadenceCondition } from '../template/formula';
import { migratedMetaRow } from '../template/migrations';
import type { KeysFound } from '../template/planRows';
import { isMetaTable } from '../template/recognise';
import { isWorkName } from '../template/remnants';
import type { Language } from '../template/types';
import { once, valuesOf } from './gateway';
import type { Layout, LiveTable } from './layout';
import { qualified } from './qualify';

/** 2000-01-01 as a serial of the 1904 system. */
const millennium1904 = 35_064;

/** Asks whether dates count from 1904; after a sync: the answer. No property tells, a worksheet function does. */
export function askDateSystem({ workbook }: Excel.RequestContext): () => boolean {
  const millennium = workbook.functions.date(2000, 1, 1).load('value');
  return () => millennium.value === millennium1904;
}

/**
 * Finds the CRM tables of a workbook in two syncs, whatever its size: collections with names and ids first, then the
 * meta rows, where each table stands, and the formulas of its first record.
 */
export async function locate(context: Excel.RequestContext): Promise<Layout> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load('items/name,items/charts/items/name');
  tables.load('items/id,items/name,items/worksheet/name,items/columns/items/id,items/columns/items/name');
  names.load('items/name,items/formula');
  const is1904 = askDateSystem(context);
  await context.sync();

  const bodies = tables.items.map((table) => loadBody(table));
  const metaTable = tables.items.find(holdsMeta);
  const meta = metaTable && once(metaTable.getDataBodyRange()).load('values');
  await context.sync();

  const looks = bodies.map(lookAt);
  const version = versionOf(names.items);
  const state: WorkbookState = {
    language: null,
    schemaVersion: version,
    sheets: worksheets.items.map((sheet) => sheet.name),
    tables: looks.map(({ found }) => found),
    names: Object.fromEntries(names.items.map((name) => [name.name, String(name.formula)])),
    charts: worksheets.items.flatMap((sheet) => sheet.charts.items.map((chart) => chart.name)),
    meta: meta ? valuesOf(meta).map((cells) => metaRow(migratedMetaRow(cells, version))) : [],
  };
  return { state, date1904: is1904(), tables: liveTables(state, looks) };
}

interface Body {
  readonly table: Excel.Table;
  readonly range: Excel.Range;
  readonly first: Excel.Range;
}

function loadBody(table: Excel.Table): Body {
  const range = table.getDataBodyRange();
  return {
    table,
    range: once(range).load('rowIndex,columnIndex,rowCount'),
    first: once(range.getRow(0)).load('formulas,formulasR1C1'),
  };
}

interface Look {
  readonly found: FoundTable;
  readonly key: string;
  readonly place: Pick<LiveTable, 'top' | 'left' | 'rows'>;
  readonly formulas: readonly (string | null)[];
}

const isFormula = (cell: unknown): cell is string => typeof cell === 'string' && cell.startsWith('=');

function lookAt({ table, range, first }: Body): Look {
  const captions = table.columns.items.map((column) => column.name);
  const formulas = (first.formulas as unknown[][])[0]!;
  const relative = (first.formulasR1C1 as unknown[][])[0]!;
  return {
    key: table.id,
    found: {
      name: table.name,
      sheet: table.worksheet.name,
      columns: columnsFound(table),
      formulas: Object.fromEntries(
        captions.flatMap((caption, position) => {
          const formula = formulas[position];
          return isFormula(formula) ? [[caption, formula]] : [];
        }),
      ),
    },
    place: { top: range.rowIndex, left: range.columnIndex, rows: range.rowCount },
    formulas: formulas.map((cell, position) => {
      if (!isFormula(cell)) return null;
      return cell === relative[position] ? qualified(cell, table.name) : '';
    }),
  };
}

const columnsFound = (table: Excel.Table): FoundTable['columns'] =>
  table.columns.items.map((column) => ({ caption: column.name, officeId: column.id }));

const holdsMeta = (table: Excel.Table): boolean =>
  !isWorkName(table.worksheet.name) && isMetaTable({ name: table.name, columns: columnsFound(table) });

function versionOf(names: readonly Excel.NamedItem[]): number {
  const found = names.find((name) => name.name === versionName);
  return Number(String(found?.formula ?? '0').replace('=', '')) || 0;
}

function liveTables(state: WorkbookState, looks: readonly Look[]): ReadonlyMap<string, LiveTable> {
  const byFound = new Map(looks.map((look) => [look.found, look]));
  return new Map(
    [...bind(state)].map(([id, { found, captions, origins }]) => {
      const { key, place, formulas } = byFound.get(found)!;
      const idByCaption = new Map([...captions].map(([column, caption]) => [caption, column]));
      const all = found.columns.map((column) => column.caption);
      const live: LiveTable = {
        ...place,
        id,
        key,
        name: found.name,
        sheet: found.sheet,
        captions: all,
        columnIds: all.map((caption) => idByCaption.get(caption) ?? null),
        adopted: new Set([...origins.keys()].filter((column) => origins.get(column) === 'adopted')),
        formulas,
      };
      return [id, live] as const;
    }),
  );
}

/** What the small tables say about the whole workbook. */
export interface Configuration {
  readonly language: Language | null;
  /** Tested column of every cadence rule, for the formula that is written out of that table. */
  readonly conditions: readonly CadenceCondition[] | undefined;
  readonly keys: KeysFound;
}

/** Settings, cadence rules and the keys of the lists, in one sync more than {@link locate}. */
export async function readConfiguration(context: Excel.RequestContext, layout: Layout): Promise<Configuration> {
  const settings = columnsOf(context, layout.tables.get('settings'), ['key', 'value']);
  const rules = columnsOf(context, layout.tables.get('cadenceRules'), ['rule', 'column']);
  const lists = columnsOf(context, layout.tables.get('lists'), ['key']);
  if (!settings && !rules && !lists) return { language: null, conditions: undefined, keys: {} };
  await context.sync();
  const [keys, values] = settings?.map((range) => valuesOf(range).flat()) ?? [[], []];
  const language = values![keys!.indexOf('language')];
  return {
    language: language === 'zh-CN' || language === 'en' ? language : null,
    conditions: rules && conditionsOf(rules),
    keys: { lists: keysOf(lists), settings: keysOf(settings) },
  };
}

/** A key column that is blank in every one of several rows was deleted and brought back: it does not tell the rows. */
function keysOf(columns: readonly Excel.Range[] | undefined): readonly string[] | undefined {
  const keys = columns && valuesOf(columns[0]!).flat().map(String);
  return keys && keys.length > 1 && keys.every((key) => key === '') ? undefined : keys;
}

function conditionsOf([rules, columns]: readonly Excel.Range[]): readonly CadenceCondition[] {
  const names = valuesOf(columns!).flat();
  const rows = valuesOf(rules!).flat();
  return cadenceConditions(names.map(String).filter((name, row) => name !== '' || rows[row] !== ''));
}

function columnsOf(
  context: Excel.RequestContext,
  table: LiveTable | undefined,
  columns: readonly string[],
): Excel.Range[] | undefined {
  // Without one of its columns the table says nothing, until a repair brings the column back.
  if (!table || !columns.every((column) => table.columnIds.includes(column))) return undefined;
  const body = once(context.workbook.tables.getItem(table.key).getDataBodyRange());
  return columns.map((column) => once(body.getColumn(table.columnIds.indexOf(column))).load('values'));
}
