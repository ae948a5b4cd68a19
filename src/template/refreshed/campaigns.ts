import { audiences } from '../views/audience';
import type { RefreshedColumn } from '.';

/** campaigns.audience: how many may still be invited; blank without audience rules, or when one cannot be read (C-59). */
export const audienceColumn: RefreshedColumn = (source, environment) => {
  const counts = new Map(
    audiences(source, environment).map(({ campaign, isBroken, rows }) => [campaign, isBroken ? null : rows.length]),
  );
  return Array.from({ length: source.rows('campaigns') }, (_, row) => counts.get(row) ?? null);
};
