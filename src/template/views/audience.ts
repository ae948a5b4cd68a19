import { audience, type Audience, type AudienceMember } from '../../crm/audience';
import { conditionTest, countsDays, needsValue, type Operator, type Test } from '../../crm/condition';
import type { Value } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { columnNamed } from '../columnNamed';
import { keyPrefix } from '../keyText';
import type { Environment } from '../twins';
import type { ColumnDef } from '../types';
import { rowsByCampaign } from './campaigns';
import { comparedColumn, numberWritten, shownText } from './customerCells';
import { liveRows, numberOr, oncePerSource, type ViewSource } from './source';

/** What is wrong with a condition: its cell of the audience rules. */
export type RuleFault = 'column' | 'operator' | 'value';

export interface AudienceCondition {
  /** Row of the audience rules. */
  readonly row: number;
  /** As people read it: `Tier is A;B`. */
  readonly text: string;
  readonly fault: RuleFault | null;
}

export interface CampaignAudience extends Audience {
  /** Row of the campaigns table; members are rows of customers. */
  readonly campaign: number;
  readonly conditions: readonly AudienceCondition[];
  /** A condition that cannot be read: nobody fits, rather than too many. */
  readonly isBroken: boolean;
}

/** The audience of every campaign that has audience rules (C-59, C-61), in the order of the campaigns. */
export const audiences = oncePerSource((source, environment): readonly CampaignAudience[] => {
  const rules = rowsByCampaign(source, 'audienceRules');
  if (!rules.size || !source.rows('campaigns')) return [];
  const ids = source.column('campaigns', 'id');
  return liveRows(source, 'campaigns').flatMap((campaign): CampaignAudience[] => {
    const key = keyPrefix + String(ids[campaign]);
    const rows = ids[campaign] === null ? undefined : rules.get(key);
    return rows ? [campaignAudience(source, environment, campaign, key, rows)] : [];
  });
});

/** Conditions that cannot be read, whatever campaign they belong to. */
export const faultyConditions = oncePerSource((source, environment): readonly AudienceCondition[] =>
  source.rows('audienceRules')
    ? liveRows(source, 'audienceRules')
        .map((row) => readCondition(source, environment, row).condition)
        .filter(({ fault }) => fault !== null)
    : [],
);

function campaignAudience(
  source: ViewSource,
  environment: Environment,
  campaign: number,
  key: string,
  rows: readonly number[],
): CampaignAudience {
  const read = rows.map((row) => readCondition(source, environment, row));
  const isBroken = read.some(({ test }) => test === null);
  const fits = (row: number) => !isBroken && read.every(({ test }) => test!(row));
  const members = contactsOf(source, environment).map((contact, row): AudienceMember => {
    if (!contact.isRecord || !fits(row)) return outside;
    // Written out: spreading would take most of the time with very many customers.
    return {
      fits: true,
      archived: contact.archived,
      terminated: contact.terminated,
      optedOut: contact.optedOut,
      consent: contact.consent,
      hasId: contact.hasId,
      isMember: contact.campaigns.has(key),
      lastContact: latest(contact.lastRevisit, contact.campaigns, key),
    };
  });
  return {
    ...audience(members, environment.today, environment.audience),
    ...{ campaign, isBroken, conditions: read.map(({ condition }) => condition) },
  };
}

/** Everybody who does not fit: nothing else about him matters. */
const outside: AudienceMember = {
  ...{ fits: false, archived: false, terminated: false, optedOut: false, consent: null },
  ...{ isMember: false, lastContact: null, hasId: false },
};

interface ReadCondition {
  readonly condition: AudienceCondition;
  /** By row of customers; `null` when the condition cannot be read. */
  readonly test: ((row: number) => boolean) | null;
}

/** A row of the audience rules as a test of customers. */
const readCondition = (source: ViewSource, environment: Environment, row: number): ReadCondition => {
  const cell = (id: string): Value => source.column('audienceRules', id)[row] ?? null;
  const [name, operator, value] = [String(cell('column') ?? ''), cell('operator') as Operator | null, cell('value')];
  const column = columnNamed('customers', name);
  const text = conditionText(environment, column?.caption[environment.language] ?? name, operator, value, column);
  const broken = (fault: RuleFault): ReadCondition => ({ condition: { row, text, fault }, test: null });
  if (!column) return broken('column');
  if (!operator) return broken('operator');
  const test = testOf(source, environment, column, operator, value);
  if (typeof test === 'string') return broken(test);
  if (!source.rows('customers')) return { condition: { row, text, fault: null }, test: () => false };
  const [cells, compare] = [source.column('customers', column.id), test];
  return { condition: { row, text, fault: null }, test: (customer) => compare(cells[customer] ?? null) };
};

function testOf(
  source: ViewSource,
  environment: Environment,
  column: ColumnDef,
  operator: Operator,
  value: Value,
): Test | RuleFault {
  const compared = comparedColumn(source, environment, column);
  const [read, cellOf] = readersFor(compared, environment, column, operator);
  const values = needsValue(operator) ? alternatives(value, operator).map(read) : [];
  if (values.some((one) => one === null)) return 'value';
  const condition = { comparison: compared.comparison, operator, values: values as (string | number)[] };
  const test = conditionTest(condition, environment.today);
  if (!test) return needsValue(operator) && !values.length ? 'value' : 'operator';
  // Blank is what the cell holds, not what it stands for: a yes-or-no cell compares as no.
  return needsValue(operator) ? (cell) => test(cellOf(cell)) : test;
}

/** How the written value and the cells are read for an operator. */
function readersFor(
  { cell, written }: ReturnType<typeof comparedColumn>,
  environment: Environment,
  column: ColumnDef,
  operator: Operator,
): [(text: string | number | boolean) => string | number | null, (value: Value) => Value] {
  if (countsDays(operator)) return [daysWritten, cell];
  if (operator === 'contains')
    return [(text) => String(text).trim().toLowerCase(), (value) => shownText(environment, column, value)];
  return [written, cell];
}

function daysWritten(text: string | number | boolean): number | null {
  const days = numberWritten(text);
  return days !== null && days >= 0 ? days : null;
}

/** `A;B` -> A or B; figures that mark a border are one. */
function alternatives(value: Value, operator: Operator): (string | number | boolean)[] {
  if (value === null) return [];
  if (typeof value !== 'string' || operator === 'atLeast' || operator === 'atMost') return [value];
  return value
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function conditionText(
  { label }: Environment,
  caption: string,
  operator: Operator | null,
  value: Value,
  column: ColumnDef | undefined,
): string {
  const isDate = column?.type === 'date' || column?.type === 'datetime';
  const shown = typeof value === 'number' && isDate && operator && !countsDays(operator) ? isoDay(value) : value;
  const words = [caption, operator ? label('audienceOperator', operator) : '?'];
  return [...words, operator && !needsValue(operator) ? '' : String(shown ?? '')].join(' ').trim();
}

const isoDay = (serial: number): string => (serial >= 1 ? toIso(Math.floor(serial)) : String(serial));

type Contact = Omit<AudienceMember, 'fits' | 'isMember' | 'lastContact'> & {
  readonly isRecord: boolean;
  readonly lastRevisit: number | null;
  /** Day of the last contact by the key of each campaign that has a line for the customer. */
  readonly campaigns: ReadonlyMap<Value, number | null>;
};

const noCampaigns: ReadonlyMap<Value, number | null> = new Map();

/** What decides whether a customer may be addressed, by row of customers. */
const contactsOf = oncePerSource((source, environment): readonly Contact[] => {
  const count = source.rows('customers');
  if (!count) return [];
  const columns = ['id', 'name', 'archived', 'terminatedAt', 'doNotContact', 'consent', 'lastRevisit'] as const;
  const cells = columns.map((id) => source.column('customers', id));
  const silent = silentCustomers(source);
  const invited = membershipsByCustomer(source, environment);
  return Array.from({ length: count }, (_, row): Contact => {
    const [id, name, archived, terminatedAt, doNotContact, consent, lastRevisit] = cells.map((column) => column[row]!);
    const key = keyPrefix + String(id);
    return {
      isRecord: (id ?? name ?? null) !== null,
      hasId: id !== null,
      archived: archived === true,
      terminated: typeof terminatedAt === 'number',
      optedOut: doNotContact === true || silent.has(key),
      consent: (consent ?? null) as AudienceMember['consent'],
      lastRevisit: typeof lastRevisit === 'number' ? lastRevisit : null,
      campaigns: invited.get(key) ?? noCampaigns,
    };
  });
});

/** Keys of customers all of whose contacts want no contact. */
function silentCustomers(source: ViewSource): ReadonlySet<Value> {
  if (!source.rows('contacts')) return new Set();
  const [keys, silent] = ['customerKey', 'doNotContact'].map((id) => source.column('contacts', id));
  const rows = liveRows(source, 'contacts');
  const reachable = new Set(rows.filter((row) => silent![row] !== true).map((row) => keys![row] ?? null));
  return new Set(rows.map((row) => keys![row] ?? null).filter((key) => key !== null && !reachable.has(key)));
}

/** Campaign lines by customer; archived ones too, so that nobody gets a second line. Days after today are no contact yet. */
function membershipsByCustomer(
  source: ViewSource,
  { today }: Environment,
): ReadonlyMap<Value, ReadonlyMap<Value, number | null>> {
  const found = new Map<Value, Map<Value, number | null>>();
  if (!source.rows('campaignMembers')) return found;
  const columns = ['customerKey', 'campaignKey', 'at', 'archived'].map((id) => source.column('campaignMembers', id));
  columns[0]!.forEach((customer, row) => {
    const [, campaign, at, archived] = columns.map((cells) => cells[row] ?? null);
    const day = archived === true ? Number.NaN : Math.floor(numberOr(at, Number.NaN));
    const lines = found.get(customer) ?? new Map<Value, number | null>();
    found.set(customer, lines);
    const known = lines.get(campaign!) ?? null;
    lines.set(campaign!, day <= today ? Math.max(day, known ?? day) : known);
  });
  return found;
}

/** The last revisit or contact by another campaign. */
function latest(revisit: number | null, campaigns: Contact['campaigns'], own: string): number | null {
  let last = revisit;
  for (const [campaign, day] of campaigns)
    if (campaign !== own && day !== null && (last === null || day > last)) last = day;
  return last;
}
