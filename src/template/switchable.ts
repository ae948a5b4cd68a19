import { CrmError } from '../shared/errors';
import type { BoundTable } from './bindings';
import { columnFormula, defaultConditions, renderFormula, type Names } from './formula';
import { functionTwins } from './functionTwins';
import { columnDef, tableDef } from './load';
import type { Plan } from './plan';
import { sameFormula } from './planFormulas';
import type { Language } from './types';

/** A column of the template by its ids. */
export interface ColumnPlace {
  readonly table: string;
  readonly column: string;
}

/** What a column can be switched to: its native formula, or the twin that calls the add-in. */
export type FormulaKind = 'native' | 'twin';

/** A column that has a twin, as the workbook has it. The formula itself tells what it was switched to. */
export interface SwitchableColumn extends ColumnPlace {
  /** `own`: a person's formula; `values`: Refresh or a person keeps values there. */
  readonly state: FormulaKind | 'own' | 'values';
  /** Formula of the first record, `=` included; `null` for values. */
  readonly found: string | null;
  readonly rows: number;
  /** Columns that the twin takes as neighbours stand apart here. */
  readonly isApart: boolean;
}

/** The switchable columns of a workbook, and what its tables and columns are called. */
export interface ColumnsFound {
  readonly language: Language;
  readonly names: Names;
  readonly columns: readonly SwitchableColumn[];
}

/** A switch that was looked at and not done yet. */
export interface ColumnSwitch {
  readonly to: FormulaKind;
  readonly columns: readonly SwitchableColumn[];
  /** Structure, not data: formulas that replace formulas. */
  readonly plan: Plan;
}

/** Most records of a table with a twin: each cell is a call that Excel hands to the add-in and waits for. */
export const mostTwinRows = 5_000;

const places: readonly ColumnPlace[] = Object.keys(functionTwins).map((place) => {
  const [table, column] = place.split('.') as [string, string];
  return { table, column };
});

/** Template text of a column's formula of either kind. */
export const formulaText = ({ table, column }: ColumnPlace, kind: FormulaKind): string =>
  kind === 'twin'
    ? functionTwins[`${table}.${column}`]!
    : columnFormula(tableDef(table), columnDef(tableDef(table), column), defaultConditions)!;

/** A column's formula of either kind as Excel shows it, `=` included. */
export const formulaOf = (place: ColumnPlace, kind: FormulaKind, names: Names): string =>
  `=${renderFormula(formulaText(place, kind), place.table, names, 'live')}`;

/** The columns with a twin that the workbook has. `rows`: records of a table. */
export function switchableColumns(
  bound: ReadonlyMap<string, BoundTable>,
  names: Names,
  rows: (table: string) => number,
): SwitchableColumn[] {
  return places.flatMap((place) => {
    const table = bound.get(place.table);
    const caption = table?.captions.get(place.column);
    if (!table || caption === undefined) return [];
    const found = table.found.formulas?.[caption] ?? null;
    return [
      {
        ...place,
        found,
        state: found === null ? 'values' : kindOf(place, found, names),
        rows: rows(place.table),
        isApart: isApart(formulaText(place, 'twin'), bound),
      },
    ];
  });
}

const kindOf = (place: ColumnPlace, found: string, names: Names): FormulaKind | 'own' =>
  (['native', 'twin'] as const).find((kind) => isFormula(place, kind, found, names)) ?? 'own';

/** Whether a cell holds the column's formula of this kind. */
export const isFormula = (place: ColumnPlace, kind: FormulaKind, found: string, names: Names): boolean =>
  sameFormula(found, formulaOf(place, kind, names), names.tableName(place.table));

const neighbours = /\{([A-Za-z]+)\.([A-Za-z0-9]+)\}:\{\1\.([A-Za-z0-9]+)\}/g;

/** Whether somebody put a column between two that a twin takes as one range. */
function isApart(twin: string, bound: ReadonlyMap<string, BoundTable>): boolean {
  return [...twin.matchAll(neighbours)].some(([, id, left, right]) => {
    const table = bound.get(id!);
    const position = (column: string) =>
      table?.found.columns.findIndex(({ caption }) => caption === table.captions.get(column)) ?? -1;
    return position(left!) + 1 !== position(right!);
  });
}

/**
 * What switching these columns would do; columns that are there already need nothing.
 * @throws CrmError `ownFormula`, `holdsValues`, `tooManyRowsToSwitch`, `columnsApart`: the column stays as it is
 */
export function planColumnSwitch(
  { language, names }: ColumnsFound,
  columns: readonly SwitchableColumn[],
  to: FormulaKind,
): ColumnSwitch {
  const due = columns.filter(({ state }) => state !== to);
  due.forEach((column) => refuse(column, to, names));
  const steps = due.map(({ table, column, found }) => ({
    kind: 'formula' as const,
    ...{ table, column, formula: formulaText({ table, column }, to), instead: found! },
  }));
  return { to, columns: due, plan: { language, names, steps, own: [] } };
}

function refuse({ table, column, state, rows, isApart: apart }: SwitchableColumn, to: FormulaKind, names: Names): void {
  const place = { table: names.tableName(table), column: names.caption(table, column) };
  if (state === 'own') throw new CrmError('ownFormula', place);
  if (state === 'values') throw new CrmError('holdsValues', place);
  if (to === 'native') return;
  if (rows > mostTwinRows) throw new CrmError('tooManyRowsToSwitch', { ...place, rows, limit: mostTwinRows });
  if (apart) throw new CrmError('columnsApart', place);
}
