import type { Value } from '../../crm/snapshot';
import type { Environment } from '../twins';
import type { ViewSource } from '../views/source';
import { audienceColumn } from './campaigns';
import { nextBirthdayColumn } from './care';
import { contributionColumn } from './contribution';
import { dealColumns } from './deals';
import { lifecycleColumns } from './lifecycle';
import { loyaltyColumns } from './loyalty';
import { accountableColumn } from './people';
import { predictionColumns } from './prediction';
import { rfmColumns } from './rfm';

/** Values of one column by row, from everything that the workbook holds. */
export type RefreshedColumn = (source: ViewSource, environment: Environment) => readonly Value[];

/** The `refreshed` columns by `table.column`: what no formula can say; values that Refresh writes (decision 8). */
export const refreshedColumns: Readonly<Record<string, RefreshedColumn>> = {
  ...dealColumns,
  ...rfmColumns,
  ...lifecycleColumns,
  ...loyaltyColumns,
  ...predictionColumns,
  'campaigns.audience': audienceColumn,
  'contacts.nextBirthday': nextBirthdayColumn,
  'customers.contribution': contributionColumn,
  'customers.accountable': accountableColumn,
};
