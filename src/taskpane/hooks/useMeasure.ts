import { usePane } from '../context';
import { dash } from '../format';

/** How people read what tiers are decided by: money, or points. */
export interface Measure {
  readonly show: (value: number | null) => string;
  /** Short where there is little room. */
  readonly short: (value: number | null) => string;
}

export function useMeasure(basis: 'value' | 'points'): Measure {
  const { t, format } = usePane();
  if (basis === 'value') return { show: format.money, short: format.shortMoney };
  const points = (value: number | null) =>
    value === null ? dash : t('tiers.overview.points', { count: Math.round(value * 10) / 10 });
  return { show: points, short: points };
}
