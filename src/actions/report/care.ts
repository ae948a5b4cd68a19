import { People } from '../../crm/people';
import type { Value } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { columnOf } from '../../template/environment';
import { careView, type CareKind } from '../../template/views/care';
import type { Facts } from './facts';

/** A birthday or anniversary of the coming days with the text to send (C-41). */
export interface CareEventReport {
  readonly kind: CareKind;
  readonly date: string;
  readonly daysLeft: number;
  readonly years: number;
  readonly isLunar: boolean;
  readonly customerId: string | null;
  readonly customer: string | null;
  readonly contactId: string | null;
  readonly contact: string | null;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly greeting: string | null;
}

export interface CareReport {
  readonly until: string;
  readonly events: readonly CareEventReport[];
  readonly notContacted: number;
  readonly festivals: readonly {
    readonly festival: string;
    readonly name: string;
    readonly date: string;
    readonly daysLeft: number;
    readonly customers: number;
    readonly greetings: readonly { readonly tier: string; readonly text: string | null }[];
  }[];
}

/** Care of the next days: whom to congratulate, which festivals come. */
export function care({ computed, environment }: Facts): CareReport {
  const view = careView(computed, environment);
  const people = new People(computed);
  const column = (table: string, id: string) => columnOf(computed, table, id);
  const [owners, names, ids] = [column('customers', 'owner'), column('customers', 'name'), column('customers', 'id')];
  const [contactNames, contactIds] = [column('contacts', 'name'), column('contacts', 'id')];
  const daysLeft = (date: number) => date - environment.today;
  return {
    until: toIso(view.until),
    events: view.events.map(({ customer, contact, date, ...event }) => {
      const owner = people.person(at(owners, customer));
      return {
        ...{
          kind: event.kind,
          date: toIso(date),
          daysLeft: daysLeft(date),
          years: event.years,
          isLunar: event.isLunar,
        },
        customerId: text(at(ids, customer)),
        customer: text(at(names, customer)),
        contactId: text(at(contactIds, contact)),
        contact: text(at(contactNames, contact)),
        ownerId: owner?.id ?? null,
        owner: owner?.name ?? null,
        greeting: event.greeting,
      };
    }),
    notContacted: view.notContacted,
    festivals: view.festivals.map(({ code, name, date, greetings }) => ({
      ...{ festival: code, name, date: toIso(date), daysLeft: daysLeft(date) },
      customers: view.contactable,
      greetings,
    })),
  };
}

const at = (values: readonly Value[], row: number | null): Value => (row === null ? null : (values[row] ?? null));
const text = (cell: Value): string | null => (cell === null ? null : String(cell));
