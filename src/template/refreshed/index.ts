import type { Value } from '../../crm/snapshot';
import type { Environment } from '../twins';
import type { ViewSource } from '../views/source';
import { nextBirthdayColumn } from './care';
import { dealColumns } from './deals';
import { lifecycleColumns } from './lifecycle';
import { accountableColumn } from './people';
import { rfmColumns } from './rfm';

/** Values of one column by row, from everything that the workbook holds. */
export type RefreshedColumn = (source: ViewSource, environment: Environment) => readonly Value[];

/** The `refreshed` columns by `table.column`: what no formula can say; values that Refresh writes (decision 8). */
export const refreshedColumns: Readonly<Record<string, RefreshedColumn>> = {
  ...dealColumns,
  ...rfmColumns,
  ...lifecycleColumns,
  'contacts.nextBirthday': nextBirthdayColumn,
  'customers.accountable': accountableColumn,
};
