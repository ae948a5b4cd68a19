import { People } from '../../crm/people';
import { iso, live, type Facts } from './facts';

/** One overdue revisit with the people to tell (C-36, C-38). Dates are ISO, `null` = unknown. */
export interface OverdueRevisit {
  readonly customerId: string | null;
  readonly customer: string;
  readonly owner: string | null;
  readonly ownerId: string | null;
  readonly supervisor: string | null;
  readonly supervisorId: string | null;
  readonly base: string | null;
  readonly lastRevisit: string | null;
  readonly dueAt: string;
  readonly daysOverdue: number;
  /** `key`, `prospect`, `normal`, a rule of the manager's own, or `agreed`. */
  readonly rule: string | null;
}

export interface Revisits {
  readonly overdue: readonly OverdueRevisit[];
  readonly neverContacted: number;
  readonly neverContactedCustomers: readonly { readonly customerId: string | null; readonly customer: string }[];
}

const columns = [
  ...(['id', 'name', 'owner', 'revisitBase', 'lastRevisit', 'nextDue', 'daysOverdue', 'agreedNext'] as const),
  ...(['cadenceRuleNo', 'doNotContact', 'terminatedAt'] as const),
];

/** Revisits past their day, the longest overdue first, and customers who were never contacted. */
export function revisits({ computed, environment }: Facts): Revisits {
  const people = new People(computed);
  const rows = live(computed, 'customers', columns);
  const overdue = rows
    .filter((row) => Number(row.daysOverdue) > 0)
    .sort((a, b) => Number(b.daysOverdue) - Number(a.daysOverdue))
    .map((row): OverdueRevisit => {
      const owner = people.person(row.owner);
      const supervisor = people.supervisor(row.owner);
      return {
        customerId: row.id as string | null,
        customer: String(row.name ?? ''),
        owner: owner?.name ?? null,
        ownerId: owner?.id ?? null,
        supervisor: supervisor?.name ?? null,
        supervisorId: supervisor?.id ?? null,
        base: iso(row.revisitBase),
        lastRevisit: iso(row.lastRevisit),
        dueAt: iso(row.nextDue)!,
        daysOverdue: Number(row.daysOverdue),
        rule:
          row.agreedNext !== null ? 'agreed' : (environment.rules[Number(row.cadenceRuleNo ?? 0) - 1]?.rule ?? null),
      };
    });
  const never = rows.filter((row) => row.nextDue === null && row.doNotContact !== true && row.terminatedAt === null);
  return {
    overdue,
    neverContacted: never.length,
    neverContactedCustomers: never.map((row) => ({
      customerId: row.id as string | null,
      customer: String(row.name ?? ''),
    })),
  };
}
