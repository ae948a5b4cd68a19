import type { Value } from '../../crm/snapshot';
import type { Environment } from '../twins';
import type { ViewSource } from '../views/source';

/** Values of one column by row, from everything that the workbook holds. */
export type RefreshedColumn = (source: ViewSource, environment: Environment) => readonly Value[];

/** The `refreshed` columns by `table.column`: what no formula can say; values that Refresh writes (decision 8). */
export const refreshedColumns: Readonly<Record<string, RefreshedColumn>> = {};
