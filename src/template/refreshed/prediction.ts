import { roundHalfAwayFromZero } from '../../shared/numbers';
import { predictionView, type CustomerPrediction } from '../views/prediction';
import type { RefreshedColumn } from '.';

const column =
  (value: (prediction: CustomerPrediction) => number | null): RefreshedColumn =>
  (source, environment) =>
    predictionView(source, environment).customers.map((found) => found && value(found));

export const predictionColumns: Readonly<Record<string, RefreshedColumn>> = {
  'customers.aliveProbability': column(({ alive }) => alive && roundHalfAwayFromZero(alive, 4)),
  'customers.expectedOrders': column(({ expected }) => expected && roundHalfAwayFromZero(expected, 2)),
};
