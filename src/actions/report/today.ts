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
  const who = peopleOf(computed);
  const day = once(toIso);
  const customers = partyOf(computed, 'customers');
  const contacts = partyOf(computed, 'contacts');
  const namesOf = once((table: string) => recordNames(computed, table));
  const items = todayView(computed, environment, (found, daysLate): TodayItem => {
    const { kind, table, row, customer, owner, value, reason } = found;
    const own = namesOf(table);
    // A customer whom nobody knows is at least named.
    const name = customer === null ? own.customer(row) : customers.name(customer);
    const person = table === 'contacts' ? row : null;
    const { owner: holder, supervisor } = who(owner);
    const id = own.id(row);
    return {
      kind,
      table,
      row,
      id,
      title: own.title(row) ?? name ?? id ?? '',
      customerId: customers.id(customer),
      customer: name,
      phone: contacts.phone(person) ?? customers.phone(customer),
      email: contacts.email(person) ?? customers.email(customer),
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

type Text = (row: number | null) => string | null;

/** Cells of a column as text. */
function textOf(computed: Snapshot, table: string, column: string): Text {
  const values = columnOf(computed, table, column);
  return (row) => {
    const value = row === null ? null : (values[row] ?? null);
    return value === null ? null : String(value);
  };
}

/** Who somebody is and how to reach them. */
const partyOf = (computed: Snapshot, table: string) => ({
  id: textOf(computed, table, 'id'),
  name: textOf(computed, table, 'name'),
  phone: textOf(computed, table, 'phone'),
  email: textOf(computed, table, 'email'),
});

const noText: Text = () => null;

/** What people call the records of a table. */
const recordNames = (computed: Snapshot, table: string) => ({
  id: textOf(computed, table, 'id'),
  title: textOf(computed, table, titles[table] ?? tableDef(table).nameColumn ?? 'id'),
  customer: nameless.has(table) ? noText : textOf(computed, table, 'customer'),
});

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
const titles: Readonly<Record<string, string>> = { tickets: 'subject', opportunities: 'name', campaignTasks: 'name' };

type Values = Readonly<Record<string, Value>>;

/** Dates of a reason as the report writes them. */
function asText(values: Values, day: (serial: number) => string): Values {
  const texts: Record<string, Value> = { ...values };
  for (const name of dayNames) if (typeof texts[name] === 'number') texts[name] = day(texts[name]);
  if (typeof texts.endsAt === 'number') texts.endsAt = toIsoDateTime(texts.endsAt);
  return texts;
}

const dayNames = ['base', 'lastRevisit'] as const;
