import type { WorkbookState } from './bindings';

/**
 * Sheets are built under a name of their own and renamed when everything on them is there: what still has such a name
 * was cut short, holds nothing of a person's, and is built anew.
 */
export const workName = (sheet: string): string => `~crm ${sheet}~`;

export const isWorkName = (name: string): boolean => /^~crm \w+~$/.test(name);

/** What Excel puts in place of a reference to something that was deleted. */
export const brokenReference = '#REF!';

/** What must go before the rest can be planned. */
export interface Remnants {
  readonly sheets: readonly string[];
  /** Names of ours that point to nothing, or to a remnant. */
  readonly names: readonly string[];
}

export function remnantsOf(state: WorkbookState): Remnants {
  const sheets = state.sheets.filter(isWorkName);
  const isLost = (formula: string) =>
    formula.includes(brokenReference) || sheets.some((sheet) => formula.includes(sheet));
  const names = Object.keys(state.names).filter((name) => /^crm_/i.test(name) && isLost(state.names[name]!));
  return { sheets, names };
}

/** The workbook as it is without its remnants. */
export function withoutRemnants(state: WorkbookState, { sheets, names }: Remnants): WorkbookState {
  return {
    ...state,
    sheets: state.sheets.filter((name) => !sheets.includes(name)),
    tables: state.tables.filter(({ sheet }) => !sheets.includes(sheet)),
    names: Object.fromEntries(Object.entries(state.names).filter(([name]) => !names.includes(name))),
  };
}
