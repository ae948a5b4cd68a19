import type { Pane } from './context';
import type { RowList } from './rows';

type Visits = ReadonlyMap<number, number>;
type Words = Pick<Pane, 't' | 'format'>;

/** The customers (rows) behind a figure of visits, each with how many of them it gets. */
export const visitList = (title: string, visits: Visits, { t, format }: Words): RowList => ({
  ...{ title, table: 'customers', rows: [...visits.keys()] },
  part: {
    caption: t('rows.visits'),
    of: (row) => t('rows.visitCount', { count: visits.get(row)!, visits: format.number(rounded(visits.get(row)!)) }),
  },
});

/** The customers whose visits make the difference between two figures. */
export function visitChanges(title: string, before: Visits, after: Visits, { t, format }: Words): RowList {
  const both = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
  const show = (visits: Visits, row: number) => format.number(rounded(visits.get(row) ?? 0));
  return {
    ...{ title, table: 'customers', rows: both.filter((row) => before.get(row) !== after.get(row)) },
    part: {
      caption: t('rows.visits'),
      of: (row) => t('rows.visitChange', { before: show(before, row), after: show(after, row) }),
    },
  };
}

/** Visits of a year are no whole ones: every 30 days is 12.17. */
const rounded = (visits: number): number => Math.round(visits * 100) / 100;
