import { forecastCategory, runsFor, simulationDefaults } from '../../crm/forecast';
import { forecast as compute, type Forecast } from '../../crm/forecastMonth';
import { eomonth } from '../../shared/dates';
import { dealRecords } from '../../template/views/deals';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** What the open deals will bring, and what was won this month (C-47). */
export function forecast({ computed, environment }: Facts): Forecast {
  const { today, moneyDigits, deals: settings } = environment;
  const deals = dealRecords(sourceOf(computed)).flatMap((deal) => {
    const isThisMonth = deal.closedAt !== null && eomonth(deal.closedAt, 0) === eomonth(today, 0);
    if (deal.outcome === 'lost' || (deal.outcome === 'won' && !isThisMonth)) return [];
    return { ...deal, category: forecastCategory(deal.outcome, deal.judgement, deal.probability, settings.categories) };
  });
  return compute(deals, today, moneyDigits, { ...simulationDefaults, runs: runsFor(deals.length) });
}
