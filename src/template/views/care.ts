import {
  festivalDays,
  filledGreeting,
  greetingFor,
  nextAnniversary,
  type Festival,
  type Greeting,
} from '../../crm/care';
import { fixedReferences } from '../../crm/reference';
import type { Snapshot, Value } from '../../crm/snapshot';
import { fold } from '../../shared/text';
import { columnOf } from '../environment';
import type { Environment } from '../twins';
import { liveRows, numberOr, sourceOf } from './source';

export type CareKind = 'birthday' | 'firstOrder' | 'customerSince';
const careKinds: readonly CareKind[] = ['birthday', 'firstOrder', 'customerSince'];

/** One day of care for one customer or contact (C-41); rows of the tables, `null` = unknown. */
export interface CareEvent {
  readonly kind: CareKind;
  readonly date: number;
  readonly years: number;
  readonly isLunar: boolean;
  readonly customer: number | null;
  readonly contact: number | null;
  readonly greeting: string | null;
}

export interface CareFestival {
  readonly code: string;
  readonly name: string;
  readonly date: number;
  /** Text by tier label; `{name}` and `{customer}` are left to fill in. */
  readonly greetings: readonly { readonly tier: string; readonly text: string | null }[];
}

export interface CareView {
  readonly until: number;
  readonly events: readonly CareEvent[];
  /** Days of care left out because the contact or customer wants no contact or has terminated. */
  readonly notContacted: number;
  readonly festivals: readonly CareFestival[];
  /** Customers that festival greetings may go to. */
  readonly contactable: number;
}

/** Birthdays, anniversaries and festivals from today on, by date. */
export function careView(computed: Snapshot, environment: Environment): CareView {
  const { today } = environment;
  const until = today + daysAheadOf(computed);
  const care = new CareData(computed, environment, until);
  const found = [...care.birthdays(), ...care.anniversaries()];
  const events = found.filter((event) => care.mayContact(event)).sort((a, b) => a.date - b.date);
  return {
    until,
    events: events.map((event) => ({ ...event, greeting: care.greetingOf(event) })),
    notContacted: found.length - events.length,
    festivals: care.festivals(until),
    contactable: care.contactable(),
  };
}

/** Days that care looks ahead; the setting, else 30. */
const daysAheadOf = ({ settings }: Snapshot): number =>
  Math.max(0, Math.min(366, Math.floor(numberOr(settings.careDays, 30))));

class CareData {
  private readonly customers: Readonly<Record<string, readonly Value[]>>;
  private readonly contacts: Readonly<Record<string, readonly Value[]>>;
  private readonly texts: readonly Greeting[];
  private readonly festivalRows: readonly (Festival & { readonly name: string })[];

  constructor(
    private readonly computed: Snapshot,
    private readonly environment: Environment,
    /** Later days are nobody's concern yet. */
    private readonly until: number,
  ) {
    const columns = (table: string, ids: readonly string[]) =>
      Object.fromEntries(ids.map((id) => [id, columnOf(computed, table, id)]));
    this.customers = columns('customers', [
      ...['id', 'name', 'tier', 'archived', 'doNotContact', 'terminatedAt', 'createdAt', 'firstOrderAt'],
    ]);
    this.contacts = columns('contacts', ['name', 'customer', 'birthday', 'birthdayIsLunar', 'doNotContact']);
    this.festivalRows = festivalRows(computed);
    this.texts = this.greetings();
  }

  birthdays(): CareEvent[] {
    const { customer, birthday, birthdayIsLunar } = this.contacts;
    const index = fixedReferences(this.customers.id!, this.customers.name!);
    return liveRows(sourceOf(this.computed), 'contacts').flatMap((contact) => {
      const of = index.find(customer![contact] ?? null);
      const place = { contact, customer: typeof of === 'number' ? of : null };
      return this.event('birthday', birthday![contact], birthdayIsLunar![contact] === true, place);
    });
  }

  anniversaries(): CareEvent[] {
    const { firstOrderAt, createdAt } = this.customers;
    return liveRows(sourceOf(this.computed), 'customers').flatMap((customer) => [
      ...this.event('firstOrder', firstOrderAt![customer], false, { customer, contact: null }),
      ...this.event('customerSince', createdAt![customer], false, { customer, contact: null }),
    ]);
  }

  private event(
    kind: CareKind,
    date: Value | undefined,
    isLunar: boolean,
    place: Pick<CareEvent, 'customer' | 'contact'>,
  ): CareEvent[] {
    const next = typeof date === 'number' ? nextAnniversary(date, isLunar, this.environment.today) : null;
    return next && next.date <= this.until ? [{ kind, ...next, isLunar, ...place, greeting: null }] : [];
  }

  mayContact({ customer, contact }: CareEvent): boolean {
    if (contact !== null && this.contacts.doNotContact![contact] === true) return false;
    return customer === null || this.isOpen(customer);
  }

  contactable(): number {
    return liveRows(sourceOf(this.computed), 'customers').filter((row) => this.isOpen(row)).length;
  }

  private isOpen(customer: number): boolean {
    const { archived, doNotContact, terminatedAt } = this.customers;
    return archived![customer] !== true && doNotContact![customer] !== true && terminatedAt![customer] === null;
  }

  greetingOf({ kind, customer, contact, years }: CareEvent): string | null {
    const tier = customer === null ? null : tierKey(this.customers.tier![customer]);
    const text = greetingFor(this.texts, kind, tier);
    const name = customer === null ? null : (this.customers.name![customer] as string | null);
    const person = contact === null ? name : (this.contacts.name![contact] as string | null);
    return text && filledGreeting(text, { years, name: person, customer: name });
  }

  festivals(until: number): CareFestival[] {
    const names = new Map(this.festivalRows.map(({ code, name }) => [code, name]));
    const { tiers, today } = this.environment;
    return festivalDays(this.festivalRows, today, until).map(({ code, date }) => {
      const name = names.get(code)!;
      const textFor = (tier: string) => {
        const text = greetingFor(this.texts, code, tierKey(tier));
        return text && filledGreeting(text, { festival: name });
      };
      return { code, name, date, greetings: tiers.map(({ tier }) => ({ tier, text: textFor(tier) })) };
    });
  }

  /** The Greetings table with codes for what its cells show. */
  private greetings(): Greeting[] {
    const codes = new Map([
      ...this.festivalRows.map(({ code, name }) => [fold(name), code] as const),
      ...careKinds.map((kind) => [fold(this.environment.label('careOccasion', kind)), kind] as const),
    ]);
    const column = (id: string) => columnOf(this.computed, 'greetings', id);
    const [occasions, tiers, texts] = [column('occasion'), column('tier'), column('text')];
    return texts.map((text, row) => ({
      occasion: occasionOf(occasions[row], codes),
      tier: tierKey(tiers[row]),
      text: text as string | null,
    }));
  }
}

/** Code of what the cell shows; a text that is neither a festival nor an occasion fits nothing. */
function occasionOf(cell: Value | undefined, codes: ReadonlyMap<string, string>): string | null {
  const key = tierKey(cell);
  return key && (codes.get(key) ?? key);
}

const tierKey = (cell: Value | undefined): string | null => (cell ? fold(String(cell)) : null);

function festivalRows(computed: Snapshot): (Festival & { readonly name: string })[] {
  const [codes, names, calendars, months, days] = ['code', 'name', 'calendar', 'month', 'day'].map((id) =>
    columnOf(computed, 'festivals', id),
  );
  return names!.map((name, row) => ({
    // A row that a person added has no code: its name is as good.
    code: String(codes![row] ?? name ?? ''),
    name: String(name ?? codes![row] ?? ''),
    calendar: calendars![row] === 'lunar' ? 'lunar' : 'solar',
    month: numberOr(months![row], Number.NaN),
    day: numberOr(days![row], Number.NaN),
  }));
}
