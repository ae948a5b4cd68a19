import type { CalcStructure, CellPosition, CustomFunction } from '../../../src/host/calc';

/** A position from `sheet id!B3`. */
export function at(address: string): CellPosition {
  const [, sheet, letters, row] = /^(.+)!([A-Z]+)(\d+)$/.exec(address)!;
  const column = [...letters!].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet: sheet!, row: Number(row) - 1, column };
}

/** Functions that show how arguments arrive and results leave. */
export function customFunctions(): Map<string, CustomFunction> {
  return new Map<string, CustomFunction>([
    ['CRM.TIER', (value) => (Number(value) > 8 ? 'A' : 'B')],
    ['CRM.SUM', (rows) => (rows as unknown[][]).flat().reduce<number>((total, value) => total + Number(value ?? 0), 0)],
    ['CRM.PAIR', (value) => [[value, value]]],
    ['CRM.KIND', (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)],
    [
      'CRM.FAIL',
      (code) => {
        throw Object.assign(new Error('refused'), { code });
      },
    ],
  ]);
}

/** Sheets without tables and names, ids and names alike. */
export function plainSheets(...ids: string[]): CalcStructure {
  return { sheets: ids.map((id) => ({ id, name: id })), tables: [], names: [], date1904: false };
}
