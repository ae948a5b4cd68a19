import type { QueueKind } from '../../crm/queue';
import { People, type Person } from '../../crm/people';
import type { Snapshot, Value } from '../../crm/snapshot';
import { toIso, toIsoDateTime } from '../../shared/dates';
import { columnOf } from '../../template/environment';
import { tableDef } from '../../template/load';
import { todayView } from '../../template/views/today';
import { countBy, type Facts } from './facts';

/** One thing that waits for somebody: what, for whom, since when, why. Dates are ISO, `null` = unknown. */
export interface TodayItem {
  readonly kind: QueueKind;
  readonly table: string;
  /** 0-based row of the table, for the list of its rows. */
  readonly row: number;
  readonly id: string | null;
  /** Name or subject, else the customer's name, else the id. */
  readonly title: string;
  readonly customerId: string | null;
  readonly customer: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly owner: Person | null;
  readonly supervisor: Person | null;
  readonly dueAt: string;
  /** Days past due; negative = still to come. */
  readonly daysLate: number;
  /** Money at stake in major units. */
  readonly value: number | null;
  /** Why it is here: code of a sentence, and what that tells. */
  readonly reason: { readonly code: string; readonly values: Readonly<Record<string, Value>> };
}

export interface TodayReport {
  readonly items: readonly TodayItem[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Everything that waits for somebody today, the most value times lateness first (crm.md 7.1). */
export function today({ computed, environment }: Facts): TodayReport {
  const text = texts(computed);
  const who = peopleOf(computed);
  const day = once(toIso);
  const items = todayView(computed, environment).map((found): TodayItem => {
    const { kind, table, row, customer, owner, daysLate, value, reason } = found;
    // A customer whom nobody knows is at least named.
    const isUnknown = customer === null && !nameless.has(table);
    const name = isUnknown ? text(table, 'customer', row) : text('customers', 'name', customer);
    const person = table === 'contacts' ? row : null;
    const { owner: holder, supervisor } = who(owner);
    const id = text(table, 'id', row);
    return {
      kind,
      table,
      row,
      id,
      title: text(table, titles[kind] ?? tableDef(table).nameColumn ?? 'id', row) ?? name ?? id ?? '',
      customerId: text('customers', 'id', customer),
      customer: name,
      phone: text('contacts', 'phone', person) ?? text('customers', 'phone', customer),
      email: text('contacts', 'email', person) ?? text('customers', 'email', customer),
      owner: holder,
      supervisor,
      dueAt: day(Math.floor(found.dueAt)),
      daysLate,
      value,
      reason: { code: reason.code, values: asText(reason.values, day) },
    };
  });
  return { items, counts: countBy(items.map(({ kind }) => kind)) };
}

/** Cells as text. A list asks for few columns and many rows. */
function texts(computed: Snapshot) {
  const columns = new Map<string, Map<string, readonly Value[]>>();
  const columnAt = (table: string, column: string): readonly Value[] => {
    const own = columns.get(table) ?? new Map<string, readonly Value[]>();
    columns.set(table, own);
    const values = own.get(column) ?? columnOf(computed, table, column);
    own.set(column, values);
    return values;
  };
  return (table: string, column: string, row: number | null): string | null => {
    const value = row === null ? null : (columnAt(table, column)[row] ?? null);
    return value === null ? null : String(value);
  };
}

/** Owner and supervisor behind a cell; few people have many records. */
function peopleOf(computed: Snapshot) {
  const people = new People(computed);
  return once((cell: Value) => ({ owner: people.person(cell), supervisor: people.supervisor(cell) }));
}

/** Remembers what was worked out for a value. */
function once<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = work(key)));
    return value;
  };
}

/** Tables whose rows name no customer in a column of that name. */
const nameless: ReadonlySet<string> = new Set(['customers', 'campaignTasks']);

/** Column that says what is waiting, where it is not the table's own name. */
const titles: Readonly<Partial<Record<QueueKind, string>>> = { ticket: 'subject', deal: 'name', campaignTask: 'name' };

type Values = Readonly<Record<string, Value>>;

/** Dates of a reason as the report writes them. */
function asText(values: Values, day: (serial: number) => string): Values {
  const { base, lastRevisit, endsAt } = values;
  return {
    ...values,
    ...(typeof base === 'number' && { base: day(base) }),
    ...(typeof lastRevisit === 'number' && { lastRevisit: day(lastRevisit) }),
    ...(typeof endsAt === 'number' && { endsAt: toIsoDateTime(endsAt) }),
  };
}
