import { fold } from '../shared/text';
import type { BoundTable, WorkbookState } from './bindings';
import { usedLabels } from './definedNames';
import { schemaVersion, tableDef, template } from './load';
import { labelKey } from './labels';

/** Tables whose rows formulas, choices and code look up by key. */
export const keyedTables = ['lists', 'settings'] as const;
export type KeyedTable = (typeof keyedTables)[number];

/** Keys of the rows that stand in these tables; absent = the table is not there, or cannot tell its rows. */
export type KeysFound = Readonly<Partial<Record<KeyedTable, readonly string[]>>>;

/** Rows of the template that a table of an older structure, or one that people deleted rows of, lacks. */
export interface RowStep {
  readonly kind: 'rows';
  readonly table: KeyedTable;
  readonly keys: readonly string[];
}

/** The rows that are due by key; rows that are there are never looked at again, whatever people made of them. */
export function rowSteps(state: WorkbookState, bound: ReadonlyMap<string, BoundTable>): RowStep[] {
  return keyedTables.flatMap((table): RowStep[] => {
    const found = state.keys?.[table];
    if (!found || !bound.has(table)) return [];
    const there = new Set(found.map(fold));
    const keys = wanted[table](state, there).filter((key) => !there.has(fold(key)));
    return keys.length ? [{ kind: 'rows', table, keys }] : [];
  });
}

const wanted: Readonly<Record<KeyedTable, (state: WorkbookState, there: ReadonlySet<string>) => string[]>> = {
  lists: listKeys,
  settings: () => (tableDef('settings').rows ?? []).map(({ key }) => String(key)),
};

/**
 * An upgrade brings every entry, a repair only what something stands on: lists of which nothing is left, and codes that
 * formulas name. A choice that a manager took out of a list stays out.
 */
function listKeys({ schemaVersion: found }: WorkbookState, there: ReadonlySet<string>): string[] {
  const named = new Set(usedLabels().map(([list, code]) => labelKey(list, code)));
  return Object.entries(template.lists).flatMap(([list, items]) => {
    const keys = items.map(({ code }) => labelKey(list, code));
    const isWhole = found < schemaVersion || !keys.some((key) => there.has(fold(key)));
    return isWhole ? keys : keys.filter((key) => named.has(key));
  });
}

/** Where some new rows go: `blank` rows stand there already from `at` on, `count - blank` are to be made behind them. */
export interface Place {
  /** 0-based row of the body. */
  readonly at: number;
  readonly count: number;
  readonly blank: number;
  /** The new rows by position among the given ones. */
  readonly rows: readonly number[];
}

/**
 * Places new rows behind the last row of their group, since `crm_list_<list>` is one block of cells; groups that are not
 * there yet follow at the end. Blank rows in that place are filled first: they are what an attempt that was cut short
 * has left. Groups of the rows that are there: `null` = blank row.
 */
export function placesFor(found: readonly (string | null)[], wantedGroups: readonly string[]): Place[] {
  const end = found.reduce((last, group, row) => (group === null ? last : row + 1), 0);
  const groups = [...new Set(wantedGroups)].map((group) => {
    const last = found.lastIndexOf(group);
    const rows = wantedGroups.flatMap((candidate, row) => (candidate === group ? [row] : []));
    return { at: last < 0 ? end : last + 1, isNew: last < 0, rows };
  });
  // The group that ends the table goes on before new ones begin.
  const ordered = groups.sort((a, b) => a.at - b.at || Number(a.isNew) - Number(b.isNew));
  return [...new Set(ordered.map(({ at }) => at))].map((at) => {
    const rows = ordered.filter((group) => group.at === at).flatMap((group) => group.rows);
    const filled = found.slice(at).findIndex((group) => group !== null);
    const blank = Math.min(rows.length, filled < 0 ? found.length - at : filled);
    return { at, count: rows.length, blank, rows };
  });
}
