import { forecastCategory, runsFor, simulationDefaults, type ForecastCategory } from '../../crm/forecast';
import { forecast as compute, type Forecast } from '../../crm/forecastMonth';
import { eomonth } from '../../shared/dates';
import { dealRecords, type DealRecord } from '../../template/views/deals';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** What the open deals will bring, and what was won this month (C-47). */
export const forecast = (facts: Facts): Forecast =>
  forecastOf(facts, forecastDeals(facts, dealRecords(sourceOf(facts.computed))));

/** A deal with the category that counts for it. */
export type CategorisedDeal = DealRecord & { readonly category: ForecastCategory };

/** The open ones among some deals, and those that were won this month. */
export function forecastDeals({ environment }: Facts, deals: readonly DealRecord[]): CategorisedDeal[] {
  const { today, deals: settings } = environment;
  return deals.flatMap((deal) => {
    const isThisMonth = deal.closedAt !== null && eomonth(deal.closedAt, 0) === eomonth(today, 0);
    if (deal.outcome === 'lost' || (deal.outcome === 'won' && !isThisMonth)) return [];
    return { ...deal, category: forecastCategory(deal.outcome, deal.judgement, deal.probability, settings.categories) };
  });
}

/** @param deals of {@link forecastDeals} */
export const forecastOf = ({ environment }: Facts, deals: readonly CategorisedDeal[]): Forecast =>
  compute(deals, environment.today, environment.moneyDigits, { ...simulationDefaults, runs: runsFor(deals.length) });
