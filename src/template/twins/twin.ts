import type { AssignmentWeights } from '../../crm/assignment';
import type { AudiencePolicy } from '../../crm/audience';
import type { CadencePolicy, CadenceRule } from '../../crm/cadence';
import type { WorkCalendar } from '../../crm/calendar';
import type { PoolRules } from '../../crm/pool';
import type { ServiceCosts } from '../../crm/contribution';
import type { StaleRule } from '../../crm/dwell';
import type { CategoryRule } from '../../crm/forecast';
import type { PriorityWeights } from '../../crm/priority';
import type { ServiceLevel } from '../../crm/sla';
import type { Value } from '../../crm/snapshot';
import type { TierCut } from '../../crm/tier';
import type { CustomerPolicy } from '../customerPolicy';
import type { Language } from '../types';

/** How deals are judged: settings of the manager's own. */
export interface DealSettings {
  /** Decided deals from which a stage takes its probability from them. */
  readonly minDecided: number;
  readonly stale: StaleRule;
  readonly weights: PriorityWeights;
  /** Amount that earns all points for value, major units. */
  readonly fullAmount: number;
  readonly categories: CategoryRule;
}

/** What row-local rules may look at besides their row: settings and the small tables of the Settings sheet. */
export interface Environment {
  readonly today: number;
  readonly moneyDigits: number;
  readonly valueWindowDays: number;
  readonly calendar: WorkCalendar;
  readonly rules: readonly (CadenceRule & { readonly name: string | null })[];
  readonly cadence: CadencePolicy;
  /** `tier` is the label here: what the sheet shows. */
  readonly tiers: readonly TierCut[];
  readonly stages: readonly {
    readonly stage: string | null;
    /** The default; what counts is the column `winProbability`. */
    readonly probability: number | null;
    readonly staleDays: number | null;
    readonly exitCriteria: string | null;
  }[];
  readonly deals: DealSettings;
  readonly sla: readonly ServiceLevel[];
  /** Factor of the service clocks by tier label; 1 for a tier that is not in it. */
  readonly slaFactors: readonly { readonly tier: string; readonly factor: number }[];
  /** Working hours past due after which a ticket reaches escalation level 2. */
  readonly escalationHours: number;
  readonly assignmentWeights: AssignmentWeights;
  readonly pool: PoolRules;
  /** Cost of one, in major units; `null` = not set (C-10). */
  readonly serviceCosts: ServiceCosts;
  /** Whom campaigns leave out. */
  readonly audience: AudiencePolicy;
  /** Language of the workbook. */
  readonly language: Language;
  /** Rules about customers: RFM, activity, lifecycle, tier review. */
  readonly customers: CustomerPolicy;
  /** Label of a code in the workbook's language. */
  label(list: string, code: string): string;
}

/** The code side of a `formula` column: same figure as its native formula, tested against it cell by cell. */
export interface Twin {
  /** Columns of the same row, in the order of the arguments. */
  readonly reads: readonly string[];
  /** `row` is the 0-based row of the record. */
  readonly value: (env: Environment, cells: readonly Value[], row: number) => Value;
}

/** Rows without id and without the column that names the record are no records: the native formula starts the same way. */
export const guarded = (anchor: string, blank: Value, { reads, value }: Twin): Twin => ({
  reads: ['id', anchor, ...reads],
  value: (env, [id, name, ...cells], row) => (id === null && name === null ? blank : value(env, cells, row)),
});

/** Twins of one table by column id. */
export type TableTwins = Readonly<Record<string, Twin>>;

export const number = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
export const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);
export const flag = (condition: boolean): number => (condition ? 1 : 0);

export const twin = (reads: readonly string[], value: Twin['value']): Twin => ({ reads, value });
