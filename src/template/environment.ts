import { defaultWeights } from '../crm/assignment';
import { audienceDefaults } from '../crm/audience';
import type { CadencePolicy, CadenceUnit } from '../crm/cadence';
import { buildCalendar, minutesPerDay, workBreak, type WorkCalendar } from '../crm/calendar';
import { defaultPoolRules } from '../crm/pool';
import { categoryDefaults } from '../crm/forecast';
import { staleDefaults } from '../crm/dwell';
import { fullAmountDefault, priorityWeights } from '../crm/priority';
import type { Snapshot, TableRows, Value } from '../crm/snapshot';
import { minDecidedDeals } from '../crm/winProbability';
import { fold } from '../shared/text';
import { customerPolicyOf } from './customerPolicy';
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

/** A cost that people may leave open: blank, and what is no amount, is not known. */
function costSetting({ settings }: Snapshot, key: string): number | null {
  const value = settings[key];
  return typeof value === 'number' && value >= 0 ? value : null;
}

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
    cadence: cadencePolicyOf(snapshot, label),
    tiers: records<{ tier: string; minValue: number | null; share: number | null }>(tables.tiers, [
      'tier',
      'minValue',
      'share',
    ]).map((cut) => ({ ...cut, tier: label('tier', cut.tier) })),
    stages: records<Environment['stages'][number]>(tables.stages, [
      'stage',
      'probability',
      'staleDays',
      'exitCriteria',
    ]),
    deals: dealSettings(snapshot),
    sla: records<{ priority: string; firstResponseHours: number; resolutionHours: number }>(tables.sla, [
      'priority',
      'firstResponseHours',
      'resolutionHours',
    ]),
    slaFactors: records<{ tier: string; slaFactor: number }>(tables.tiers, ['tier', 'slaFactor']).map((row) => ({
      tier: label('tier', row.tier),
      factor: row.slaFactor > 0 ? row.slaFactor : 1,
    })),
    ...peopleSettings(snapshot),
    serviceCosts: { visit: costSetting(snapshot, 'visitCost'), ticket: costSetting(snapshot, 'ticketCost') },
    audience: {
      coolingDays: Math.max(0, numberSetting(snapshot, 'coolingDays', audienceDefaults.coolingDays)),
      needsConsent: settingShows(snapshot, 'consentNeeded', label('boolean', 'yes')),
    },
    language,
    customers: customerPolicyOf(snapshot),
    label,
  };
}

/** Settings of escalation, assignment and the public pool (C-54, C-65). */
function peopleSettings(snapshot: Snapshot): Pick<Environment, 'escalationHours' | 'assignmentWeights' | 'pool'> {
  const setting = (key: string, fallback: number) => numberSetting(snapshot, key, fallback);
  return {
    escalationHours: setting('escalationHours', 8),
    assignmentWeights: {
      expertise: setting('assignExpertise', defaultWeights.expertise),
      relationship: setting('assignRelationship', defaultWeights.relationship),
      capacity: setting('assignCapacity', defaultWeights.capacity),
    },
    pool: {
      protectionDays: setting('poolProtectionDays', defaultPoolRules.protectionDays),
      warningDays: setting('poolWarningDays', defaultPoolRules.warningDays),
      holdingCap: setting('poolHoldingCap', defaultPoolRules.holdingCap),
      claimCap: setting('poolClaimCap', defaultPoolRules.claimCap),
    },
  };
}

/** Settings of probabilities, stale deals, priority and forecast (C-44, C-46, C-47). */
function dealSettings(snapshot: Snapshot): Environment['deals'] {
  const setting = (key: string, fallback: number) => numberSetting(snapshot, key, fallback);
  return {
    minDecided: Math.max(1, setting('minDecidedDeals', minDecidedDeals)),
    stale: {
      factor: setting('staleFactor', staleDefaults.factor),
      minimum: Math.max(1, setting('staleMinStays', staleDefaults.minimum)),
    },
    weights: {
      probability: setting('weightProbability', priorityWeights.probability),
      value: setting('weightValue', priorityWeights.value),
      urgency: setting('weightUrgency', priorityWeights.urgency),
      budget: setting('weightBudget', priorityWeights.budget),
    },
    fullAmount: Math.max(1, setting('fullAmount', fullAmountDefault)),
    categories: {
      commitFrom: setting('commitFrom', categoryDefaults.commitFrom),
      bestCaseFrom: setting('bestCaseFrom', categoryDefaults.bestCaseFrom),
    },
  };
}

const settingShows = ({ settings }: Snapshot, key: string, text: string): boolean =>
  fold(String(settings[key] ?? '')) === fold(text);

/** How cadence rules are read; the settings hold labels, as people see them (C-35). */
function cadencePolicyOf(snapshot: Snapshot, label: Environment['label']): CadencePolicy {
  const shows = (key: string, text: string) => settingShows(snapshot, key, text);
  return {
    base: shows('cadenceBase', label('cadenceBase', 'lastDue')) ? 'lastDue' : 'lastDone',
    toWorkday: shows('shiftToWorkday', label('boolean', 'yes')),
  };
}

/** The calendar as the workbook holds it, so that code and native formulas read the same days. */
function calendarOf(snapshot: Snapshot): WorkCalendar {
  const workStart = numberSetting(snapshot, 'workStart', 0.375);
  const workEnd = numberSetting(snapshot, 'workEnd', 17 / 24);
  const dates = columnOf(snapshot, 'calendar', 'date').map(Number);
  const pause = workBreak(
    workStart,
    workEnd,
    numberSetting(snapshot, 'breakStart', 0),
    numberSetting(snapshot, 'breakEnd', 0),
  );
  if (!dates.length) return buildCalendar(0, -1, [], workStart, workEnd, pause);
  const isWorkday = columnOf(snapshot, 'calendar', 'isWorkday').map(Number);
  const minutes = columnOf(snapshot, 'calendar', 'minutesBefore').map(Number);
  const scale = calendarScale(isWorkday, minutes, minutesPerDay(workStart, workEnd) - (pause?.minutes ?? 0));
  return {
    dates,
    isWorkday,
    minutesBefore: minutes.map((before) => before * scale),
    workStart,
    workEnd,
    pause,
  };
}

/**
 * The calendar holds minutes of the working hours it was built with: what turns them into those of today's Settings, so
 * that changed hours or a lunch break need no new calendar. As crm_calendarScale.
 */
function calendarScale(isWorkday: readonly number[], minutes: readonly number[], perDay: number): number {
  const first = isWorkday.indexOf(1);
  const built = first < 0 ? 0 : (minutes[first + 1] ?? 0) - minutes[first]!;
  return built ? perDay / built : 1;
}
