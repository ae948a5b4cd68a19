import type { DealRecord } from '../../../template/views/deals';
import type { RowList } from '../../rows';

/** The deals behind a figure, as a list to be opened. */
export const dealList =
  <T extends DealRecord>(title: string, deals: readonly T[], condition: (deal: T) => boolean = () => true) =>
  (): RowList => ({ title, table: 'opportunities', rows: deals.filter(condition).map(({ row }) => row) });
