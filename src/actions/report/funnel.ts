import { conversions } from '../../crm/conversion';
import { dwell } from '../../crm/dwell';
import { funnel as computeFunnel, type Funnel } from '../../crm/funnel';
import { dearestByDimension, leaks, type Leak, type LeakDeal } from '../../crm/leak';
import type { Proportion } from '../../crm/proportion';
import { decidedByStage, stageProbabilities, type StageProbability } from '../../crm/winProbability';
import { salesPace, type SalesPace } from '../../crm/winRate';
import { keyPrefix } from '../../template/keyText';
import { dealRecords, stageEntries, type DealRecord } from '../../template/views/deals';
import { sourceOf, type ViewSource } from '../../template/views/source';
import { roundHalfAwayFromZero } from '../../shared/numbers';
import type { Facts } from './facts';

/** The shares say how sure they are: `n`, and an interval of 95 % (`low`, `high`). */
export interface ConversionRow extends Proportion {
  readonly stage: string;
  /** The next stage. */
  readonly to: string;
  readonly pending: number;
}

export interface ProbabilityRow extends StageProbability {
  readonly stage: string;
  /** The default of the stage. */
  readonly default: number | null;
  /** Decided deals that the own figure needs. */
  readonly minimum: number;
}

export interface DwellRow {
  readonly stage: string;
  readonly n: number;
  readonly medianDays: number | null;
  readonly limitDays: number | null;
  readonly basis: 'median' | 'default';
  readonly stale: number;
}

export interface StaleDeal {
  readonly opportunityId: string | null;
  /** Its name, else its id. */
  readonly opportunity: string;
  readonly stage: string;
  readonly days: number;
  readonly limitDays: number | null;
  readonly basis: 'median' | 'default';
  readonly weighted: number | null;
}

/** Facts of a sentence; `group` is the person's or product's name, or the code of a source. */
export interface LeakRow extends Omit<Leak, 'stage'> {
  readonly stage: string;
  readonly to: string;
}

export interface FunnelReport extends Funnel {
  readonly conversion: readonly ConversionRow[];
  readonly dwell: readonly DwellRow[];
  readonly stale: readonly StaleDeal[];
  readonly probabilities: readonly ProbabilityRow[];
  /** The dearest one by stage, owner, source and product, the dearest first. */
  readonly leaks: readonly LeakRow[];
  readonly pace: SalesPace;
  /** Deals that keep checklists, those that left a stage without one, and those that keep none. */
  readonly checklists: { readonly kept: number; readonly skipped: number; readonly none: number };
}

/** The funnel over all deals that are not archived (C-45, decision 14), and what it says about them (C-44, C-46). */
export const funnel = (facts: Facts): FunnelReport => funnelOf(facts, dealRecords(sourceOf(facts.computed)));

/**
 * The funnel over some of the deals. What counts for each of them does not depend on the choice: probabilities and limits
 * are those of the workbook.
 */
export function funnelOf(facts: Facts, deals: readonly DealRecord[]): FunnelReport {
  const { computed, environment } = facts;
  const source = sourceOf(computed);
  const order = stageOrder(facts);
  const whole = computeFunnel(
    deals.map((deal) => ({ ...deal, stage: order[(deal.stageNo ?? 0) - 1] ?? null })),
    order,
    environment.moneyDigits,
  );
  const conversion = conversions(deals, order.length).map(({ stage, ...rest }) => ({
    ...{ stage: order[stage]!, to: order[stage + 1]! },
    ...rest,
  }));
  const named = leakNames(source);
  return {
    ...whole,
    conversion,
    ...dwellAndStale(source, deals, facts),
    probabilities: probabilityRows(facts),
    leaks: dealLeaks(facts, deals).map((leak) => leakRow(leak, named, facts)),
    pace: salesPace(deals, environment.moneyDigits),
    checklists: checklists(deals),
  };
}

/** Codes of the stages, in their order. */
export const stageOrder = ({ environment }: Facts): string[] => environment.stages.map(({ stage }) => String(stage));

function probabilityRows({ computed, environment }: Facts): ProbabilityRow[] {
  const { stages, deals: settings } = environment;
  const deals = dealRecords(sourceOf(computed));
  const defaults = stages.map(({ probability }) => probability);
  const committed = stages.findIndex(({ stage }) => stage === 'committed');
  const decided = decidedByStage(deals, stages.length);
  return stageProbabilities(decided, defaults, committed, settings.minDecided).map((own, index) => ({
    stage: String(stages[index]!.stage),
    ...own,
    default: defaults[index]!,
    minimum: settings.minDecided,
  }));
}

function dwellAndStale(
  source: ViewSource,
  deals: readonly DealRecord[],
  { environment }: Facts,
): Pick<FunnelReport, 'dwell' | 'stale'> {
  const { stages, deals: settings } = environment;
  const limits = dwell(
    stageEntries(source, environment),
    stages.map(({ staleDays }) => staleDays),
    settings.stale,
  );
  const stale = deals
    .filter((deal) => deal.isStale)
    .map((deal): StaleDeal => {
      const { limit, basis } = limits[deal.stageNo! - 1]!;
      return {
        opportunityId: deal.id,
        opportunity: deal.name ?? deal.id ?? '',
        stage: String(stages[deal.stageNo! - 1]!.stage),
        days: deal.stageAge!,
        limitDays: limit,
        basis,
        weighted: deal.weighted,
      };
    })
    .sort((a, b) => (b.weighted ?? 0) - (a.weighted ?? 0) || b.days - a.days);
  const counts = limits.map(({ stage }) => deals.filter((deal) => deal.isStale && deal.stageNo === stage + 1).length);
  return {
    dwell: limits.map(({ stage, n, medianDays, limit, basis }, index) => ({
      stage: String(stages[stage]!.stage),
      ...{ n, medianDays, limitDays: limit, basis, stale: counts[index]! },
    })),
    stale,
  };
}

/** The dearest leak of some deals by stage, owner, source and product, the dearest first; groups are keys. */
export function dealLeaks(facts: Facts, deals: readonly DealRecord[]): Leak[] {
  const leakDeals = deals.map(({ furthest, outcome, amount, ownerKey, productKey, source }): LeakDeal => ({
    ...{ furthest, outcome, amount },
    groups: { owner: ownerKey, source, product: productKey },
  }));
  const probabilities = probabilityRows(facts).map(({ probability }) => probability);
  return dearestByDimension(leaks(leakDeals, probabilities));
}

/** Name of a group of a leak by its dimension and key. */
type LeakNames = Readonly<Record<string, ReadonlyMap<string, string>>>;

export const leakNames = (source: ViewSource): LeakNames => ({
  owner: namesByKey(source, 'team'),
  product: namesByKey(source, 'products'),
});

export function leakRow(leak: Leak, names: LeakNames, facts: Facts): LeakRow {
  const { dimension, group, stage, ...figures } = leak;
  const order = stageOrder(facts);
  const money = (amount: number) => roundHalfAwayFromZero(amount, facts.environment.moneyDigits);
  return {
    dimension,
    group: group === null ? null : (names[dimension]?.get(group) ?? group),
    stage: order[stage]!,
    to: order[stage + 1]!,
    ...figures,
    meanAmount: money(leak.meanAmount),
    cost: money(leak.cost),
  };
}

/** Names by key of a reference. */
export function namesByKey(source: ViewSource, table: string): ReadonlyMap<string, string> {
  if (!source.rows(table)) return new Map();
  const names = source.column(table, 'name');
  return new Map(source.column(table, 'id').map((id, row) => [keyPrefix + String(id), String(names[row] ?? id)]));
}

function checklists(deals: readonly DealRecord[]): FunnelReport['checklists'] {
  const kept = deals.filter(({ skippedChecklists }) => skippedChecklists !== null);
  const open = deals.filter(({ outcome }) => outcome === 'open').length;
  return {
    kept: kept.length,
    skipped: kept.filter(({ skippedChecklists }) => skippedChecklists! > 0).length,
    none: Math.max(0, open - kept.filter(({ outcome }) => outcome === 'open').length),
  };
}
