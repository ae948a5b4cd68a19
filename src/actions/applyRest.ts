import type { Changeset } from '../crm/changeset';
import { fold } from '../shared/text';
import type { Applied } from './applied';
import type { ApplyOptions, Conflict, Home } from './home';

/**
 * Applies a changeset whose new records tell of its updates (a line of history for each customer who changes hands).
 * Where somebody else changed a record meanwhile, the record keeps that and gets no line; everything else is written. A
 * plain bulk write would leave out the update and still write the line.
 */
export async function applyRest(
  home: Pick<Home, 'apply'>,
  changeset: Changeset,
  options: ApplyOptions = {},
): Promise<Applied> {
  const report = await home.apply(changeset, { ...options, bulk: false });
  const stopping = report.conflicts.filter(({ reason }) => reason !== 'overwritten');
  if (!stopping.length) return { report, changeset };
  const rest = await applyRest(home, withoutRecords(changeset, stopping), options);
  return { ...rest, report: { ...rest.report, conflicts: [...stopping, ...rest.report.conflicts] } };
}

function withoutRecords(changeset: Changeset, conflicts: readonly Conflict[]): Changeset {
  const records = new Set(conflicts.map(({ table, id }) => keyOf(table, id)));
  return {
    ...changeset,
    updates: changeset.updates.filter(({ table, id }) => !records.has(keyOf(table, id))),
    appends: changeset.appends.filter(({ values }) => !records.has(keyOf('customers', String(values.customer)))),
  };
}

const keyOf = (table: string, id: string): string => `${table} ${fold(id)}`;
