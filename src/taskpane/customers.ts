import type { Snapshot } from '../crm/snapshot';
import { fold } from '../shared/text';
import { columnOf } from '../template/environment';
import { joined } from './inText';

/** A customer as a search list shows it. */
export interface CustomerOption {
  readonly id: string;
  readonly name: string;
  /** Tells customers of the same name apart. */
  readonly detail: string;
}

/** Customers that can be chosen: those with an id, without the archived ones, in the order of the sheet. */
export function customerOptions(snapshot: Snapshot): CustomerOption[] {
  const [ids, names, owners, archived] = ['id', 'name', 'owner', 'archived'].map((id) =>
    columnOf(snapshot, 'customers', id),
  );
  return ids!.flatMap((id, row) =>
    typeof id !== 'string' || archived![row] === true
      ? []
      : [{ id, name: String(names![row] ?? id), detail: joined([id, owners![row]]) }],
  );
}

/** The first `limit` customers whose name or id contains the text; names that begin with it come first. */
export function searchCustomers(options: readonly CustomerOption[], text: string, limit: number): CustomerOption[] {
  const wanted = fold(text.trim());
  const found = options.filter(({ id, name }) => fold(name).includes(wanted) || fold(id).includes(wanted));
  const rank = ({ name }: CustomerOption) => (fold(name).startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, limit);
}
