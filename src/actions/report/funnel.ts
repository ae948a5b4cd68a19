import { funnel as computeFunnel, type Funnel, type Outcome } from '../../crm/funnel';
import { live, type Facts } from './facts';

/** The funnel over all deals that are not archived (C-45, decision 14). */
export function funnel({ computed, environment }: Facts): Funnel {
  const deals = live(computed, 'opportunities', ['stage', 'amount', 'probability', 'isOpen', 'isWon']).map((row) => ({
    stage: row.stage as string | null,
    outcome: (row.isOpen === 1 ? 'open' : row.isWon === 1 ? 'won' : 'lost') as Outcome,
    amount: row.amount as number | null,
    probability: row.probability as number | null,
  }));
  const order = environment.stages.map((stage) => String(stage.stage));
  return computeFunnel(deals, order, environment.moneyDigits);
}
