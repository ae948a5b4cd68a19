import { roundHalfAwayFromZero } from '../../shared/numbers';
import { rfmView, type RfmView } from '../views/rfm';
import { tierPointsView } from '../views/tierPoints';
import type { RefreshedColumn } from '.';

/** A score of 0 means that nothing was bought: a blank cell. */
const score =
  (axis: keyof Pick<RfmView, 'r' | 'f' | 'm'>): RefreshedColumn =>
  (source, environment) =>
    Array.from(rfmView(source, environment)[axis], (value) => value || null);

export const rfmColumns: Readonly<Record<string, RefreshedColumn>> = {
  'customers.rScore': score('r'),
  'customers.fScore': score('f'),
  'customers.mScore': score('m'),
  'customers.rfmSegment': (source, environment) =>
    rfmView(source, environment).segment.map((code) => code && environment.label('rfmSegment', code)),
  'customers.tierPoints': (source, environment) =>
    tierPointsView(source, environment).map((result) =>
      result === null || result.points === null ? null : roundHalfAwayFromZero(result.points, 1),
    ),
};
