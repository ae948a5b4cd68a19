import type { BuyingModel } from '../../crm/aliveProbability';
import type { FittedModel, ModelRule } from '../../crm/buyingModel';
import { predictedDays, predictionView } from '../../template/views/prediction';
import { sourceOf } from '../../template/views/source';
import { named } from './named';
import type { Facts } from './facts';

export interface PredictedCustomer {
  readonly customerId: string | null;
  readonly customer: string;
  /** Days with a purchase after the first one. */
  readonly repeats: number;
  /** Days from the first purchase to the last one, and to today. */
  readonly spanDays: number;
  readonly ageDays: number;
  readonly aliveProbability: number | null;
  readonly expectedOrders: number | null;
}

export interface PredictionReport extends Pick<FittedModel, 'n' | 'repeatBuyers' | 'repeats' | 'logLikelihood'> {
  readonly method: 'bgNbd';
  /** Whether there is a model, and why not. */
  readonly rule: ModelRule;
  /** Customers are so few or alike that the parameters were held back. */
  readonly isRestrained: boolean;
  /** Fitted parameters and the unit of their times; `null` without a model. */
  readonly parameters: BuyingModel | null;
  readonly days: number;
  /** Purchases that all customers together are expected to make within these days; `null` without a model. */
  readonly expectedOrders: number | null;
  /** The likeliest to have left first; then those of whom that cannot be said. */
  readonly customers: readonly PredictedCustomer[];
}

/** Who still buys, and how often they will (C-71). */
export function prediction({ computed, environment }: Facts): PredictionReport {
  const source = sourceOf(computed);
  const { fit, customers } = predictionView(source, environment);
  const { rule, model, ...figures } = fit;
  const customer = source.rows('customers') ? named(source, 'customers') : () => ({ id: null, name: '' });
  const found = customers.flatMap((each, row): PredictedCustomer[] => {
    if (!each) return [];
    const { id, name } = customer(row);
    return [
      {
        ...{ customerId: id, customer: name, repeats: each.repeats },
        ...{ spanDays: Math.round(7 * each.span), ageDays: Math.round(7 * each.age) },
        ...{ aliveProbability: each.alive, expectedOrders: each.expected },
      },
    ];
  });
  return {
    ...{ method: 'bgNbd', rule, ...figures, parameters: model, days: predictedDays },
    expectedOrders: model && found.reduce((sum, each) => sum + (each.expectedOrders ?? 0), 0),
    customers: found.sort((a, b) => (a.aliveProbability ?? 2) - (b.aliveProbability ?? 2)),
  };
}
