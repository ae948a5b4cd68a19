import type { CadenceUnit } from '../crm/cadence';
import { buildCalendar, type WorkCalendar } from '../crm/calendar';
import type { Snapshot, TableRows, Value } from '../crm/snapshot';
import { labelOf } from './labels';
import { template } from './load';
import type { Environment } from './twins';
import type { Language } from './types';

/** Columns of a table of a snapshot; a table or column that the workbook lacks reads as empty. */
export function columnOf(snapshot: Snapshot, table: string, column: string): readonly Value[] {
  const rows = snapshot.tables[table];
  return rows ? (rows.columns[column] ?? Array<Value>(rows.count).fill(null)) : [];
}

/** Rows of a small table as objects of the named columns. */
function records<T>(rows: TableRows | undefined, columns: readonly (keyof T & string)[]): T[] {
  return Array.from(
    { length: rows?.count ?? 0 },
    (_, row) => Object.fromEntries(columns.map((column) => [column, rows!.columns[column]?.[row] ?? null])) as T,
  );
}

const numberSetting = (snapshot: Snapshot, key: string, fallback: number): number => {
  const value = snapshot.settings[key];
  return typeof value === 'number' ? value : fallback;
};

export const languageOf = (snapshot: Snapshot): Language => (snapshot.settings.language === 'zh-CN' ? 'zh-CN' : 'en');

/** As-of date in Settings if filled, else the clock (decision 6). */
export const todayOf = (snapshot: Snapshot, clock: number): number =>
  Math.floor(numberSetting(snapshot, 'asOf', clock));

/** What row-local rules need besides their row. `clock` is today's serial by the caller's clock. */
export function environmentOf(snapshot: Snapshot, clock: number): Environment {
  const language = languageOf(snapshot);
  const label = (list: string, code: string) => labelOf(template, snapshot, language, list, code);
  const tables = snapshot.tables;
  return {
    today: todayOf(snapshot, clock),
    moneyDigits: numberSetting(snapshot, 'moneyDigits', 2),
    valueWindowDays: numberSetting(snapshot, 'valueWindowDays', 365),
    calendar: calendarOf(snapshot),
    rules: records<{ rule: string; name: string; column: string; equals: string; every: number; unit: CadenceUnit }>(
      tables.cadenceRules,
      ['rule', 'name', 'column', 'equals', 'every', 'unit'],
    ),
    tiers: records<{ tier: string; minValue: number | null; share: number | null }>(tables.tiers, [
      'tier',
      'minValue',
      'share',
    ]).map((cut) => ({ ...cut, tier: label('tier', cut.tier) })),
    stages: records<{ stage: string; probability: number }>(tables.stages, ['stage', 'probability']),
    sla: records<{ priority: string; firstResponseHours: number; resolutionHours: number }>(tables.sla, [
      'priority',
      'firstResponseHours',
      'resolutionHours',
    ]),
    label,
  };
}

/** The calendar as the workbook holds it, so that code and native formulas read the same days. */
function calendarOf(snapshot: Snapshot): WorkCalendar {
  const workStart = numberSetting(snapshot, 'workStart', 0.375);
  const workEnd = numberSetting(snapshot, 'workEnd', 17 / 24);
  const dates = columnOf(snapshot, 'calendar', 'date').map(Number);
  if (!dates.length) return buildCalendar(0, -1, [], workStart, workEnd);
  return {
    dates,
    isWorkday: columnOf(snapshot, 'calendar', 'isWorkday').map(Number),
    minutesBefore: columnOf(snapshot, 'calendar', 'minutesBefore').map(Number),
    workStart,
    workEnd,
  };
}
