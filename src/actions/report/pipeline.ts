import type { Forecast } from '../../crm/forecastMonth';
import type { LostReason } from '../../crm/lostReason';
import { toIso } from '../../shared/dates';
import { filterDeals, fits, isWithin, periodDays, type DealFilter } from '../../template/views/dealFilter';
import { dealRecords, type DealRecord } from '../../template/views/deals';
import { liveRows, sourceOf } from '../../template/views/source';
import { targetDeals, type TargetDeals } from '../../template/views/targets';
import { decidedAt, inLeakGroup, lostAt } from './dealsBehind';
import type { Facts } from './facts';
import { forecastDeals, forecastOf, type CategorisedDeal } from './forecast';
import { dealLeaks, funnelOf, leakNames, leakRow, stageOrder, type FunnelReport, type LeakRow } from './funnel';
import { lostReasonsOf } from './lostReasons';
import { targetReader, type TargetRow } from './targets';

/** A leak with the deals behind its figures. */
export interface PipelineLeak extends LeakRow {
  readonly lost: readonly DealRecord[];
  /** Those that its rate is a share of. */
  readonly decided: readonly DealRecord[];
  /** Those that the rate it is held against is a share of: of all groups, or of all stages. */
  readonly expectedOf: readonly DealRecord[];
}

/** A target with its row in the sheet and the deals behind its figures. */
export interface PipelineTarget extends TargetRow, TargetDeals {
  /** 0-based row of the targets table. */
  readonly row: number;
}

/** The funnel of some of the deals, and the deals themselves: every figure can show its rows. */
export interface Pipeline {
  /** Codes of the stages, in their order. */
  readonly order: readonly string[];
  readonly deals: readonly DealRecord[];
  readonly funnel: FunnelReport;
  /** The dearest by stage, owner, source and product, the dearest first. */
  readonly leaks: readonly PipelineLeak[];
  /** In the order of `funnel.stale`. */
  readonly stale: readonly DealRecord[];
  readonly forecast: Forecast;
  /** Open deals and those won this month, each with its category. */
  readonly forecastDeals: readonly CategorisedDeal[];
  readonly lostReasons: readonly LostReason[];
  /** This month's first, then the coming ones, then the past from the latest on. */
  readonly targets: readonly PipelineTarget[];
}

/** Everything that the funnel says about the deals of a filter (C-44 to C-47). */
export function pipelineOf(facts: Facts, filter: DealFilter): Pipeline {
  const { today } = facts.environment;
  const deals = filterDeals(dealRecords(sourceOf(facts.computed)), filter, today);
  const categorised = forecastDeals(facts, deals);
  return {
    order: stageOrder(facts),
    deals,
    funnel: funnelOf(facts, deals),
    leaks: leaksOf(facts, deals),
    stale: staleOf(deals),
    forecast: forecastOf(facts, categorised),
    forecastDeals: categorised,
    lostReasons: lostReasonsOf(facts, deals),
    targets: targetsOf(facts, filter),
  };
}

function leaksOf(facts: Facts, deals: readonly DealRecord[]): PipelineLeak[] {
  const names = leakNames(sourceOf(facts.computed));
  const steps = stageOrder(facts)
    .slice(0, -1)
    .map((_, stage) => decidedAt(stage));
  return dealLeaks(facts, deals).map((leak) => {
    const decided = deals.filter(decidedAt(leak.stage));
    return {
      ...leakRow(leak, names, facts),
      lost: deals.filter(lostAt(leak.stage)).filter(inLeakGroup(leak)),
      decided: decided.filter(inLeakGroup(leak)),
      expectedOf: leak.group === null ? deals.filter((deal) => steps.some((isDecided) => isDecided(deal))) : decided,
    };
  });
}

const staleOf = (deals: readonly DealRecord[]): DealRecord[] =>
  deals
    .filter(({ isStale }) => isStale)
    .sort((a, b) => (b.weighted ?? 0) - (a.weighted ?? 0) || (b.stageAge ?? 0) - (a.stageAge ?? 0));

/** Targets are set for people, products and months: of each what the filter asks for. They know no source. */
function targetsOf(facts: Facts, filter: DealFilter): PipelineTarget[] {
  const source = sourceOf(facts.computed);
  const { today } = facts.environment;
  if (filter.source !== null) return [];
  const behind = targetDeals(source, dealRecords(source));
  const read = targetReader(source);
  const key = (column: string, row: number) => (source.column('targets', column)[row] ?? null) as string | null;
  const days = periodDays(filter.period, today);
  return liveRows(source, 'targets')
    .flatMap((row): PipelineTarget[] => {
      const month = source.column('targets', 'month')[row];
      const counts =
        typeof month === 'number' &&
        isWithin(month, days) &&
        fits(filter.owner, key('ownerKey', row)) &&
        fits(filter.product, key('productKey', row));
      return counts ? [{ row, ...read(row), ...behind[row]! }] : [];
    })
    .sort(byUrgency(today));
}

function byUrgency(today: number) {
  const thisMonth = toIso(today).slice(0, 7);
  const rank = ({ month }: TargetRow) => (month === thisMonth ? 0 : month! > thisMonth ? 1 : 2);
  return (a: TargetRow, b: TargetRow): number => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return rank(a) === 2 ? b.month!.localeCompare(a.month!) : a.month!.localeCompare(b.month!);
  };
}
