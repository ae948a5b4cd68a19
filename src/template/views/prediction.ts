import { aliveProbability, buyingHistory, expectedPurchases, type BuyingHistory } from '../../crm/aliveProbability';
import { fitBuyingModel, type FittedModel } from '../../crm/buyingModel';
import { purchaseDays } from './orders';
import { oncePerSource } from './source';

/** Days that the prediction looks ahead. */
export const predictedDays = 365;

export interface CustomerPrediction extends BuyingHistory {
  /** `null` for a single purchase, or when nobody is seen to leave. */
  readonly alive: number | null;
  /** Purchases within {@link predictedDays}; `null` where the model cannot tell. */
  readonly expected: number | null;
}

export interface PredictionView {
  readonly fit: FittedModel;
  /** By row of the customers table; `null` for who never bought, and for everybody without a model. */
  readonly customers: readonly (CustomerPrediction | null)[];
}

/** Whether customers still buy, and how often they will, from their own purchases (C-71). */
export const predictionView = oncePerSource((source, environment): PredictionView => {
  const histories = purchaseDays(source, environment).map((days) =>
    buyingHistory(
      days.map((day) => ({ day, amount: null })),
      environment.today,
    ),
  );
  const fit = fitBuyingModel(histories.filter((history) => history !== null));
  const { model, rule } = fit;
  const customers = histories.map((history): CustomerPrediction | null => {
    if (!model || !history) return null;
    const alive = rule === 'fitted' ? aliveProbability(model, history) : null;
    return { ...history, alive, expected: expectedPurchases(model, history, predictedDays / 7) };
  });
  return { fit, customers };
});
