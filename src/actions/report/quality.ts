import { completeness, customerFacts, daysUnverified, staleAfterDays } from '../../crm/completeness';
import { duplicates, type DuplicateCandidate, type Evidence, type Spelling } from '../../crm/duplicate';
import { People } from '../../crm/people';
import type { Value } from '../../crm/snapshot';
import { publicId } from '../../template/publicIds';
import { columnDef, tableDef } from '../../template/load';
import { countBy, live, type Facts } from './facts';

interface Named {
  readonly customerId: string | null;
  readonly customer: string;
  readonly ownerId: string | null;
  readonly owner: string | null;
}

/** How far the customers' records can be trusted (C-04). */
export interface QualityReport {
  readonly customers: number;
  /** Mean share of the expected facts; `null` without customers. */
  readonly completeness: number | null;
  /** Records that lack a fact, by the column that should hold it. */
  readonly missing: Readonly<Record<string, number>>;
  /** Records that nobody looked at for more than 180 days, or ever. */
  readonly stale: number;
  readonly duplicates: readonly {
    readonly customers: readonly Named[];
    /** Why: every kind of evidence between two of them. */
    readonly evidence: readonly Evidence[];
    /** Of the surest pair, 0..1. */
    readonly score: number;
    /** Two people work on what looks like one customer (C-49). */
    readonly ownerConflict: boolean;
  }[];
  /** Phones, names ... that too many records share to be compared. */
  readonly keysPassedOver: number;
}

const seenColumns = ['verifiedAt', 'lastRevisit', 'createdAt'];
const columns = ['id', 'name', 'owner', 'phone', 'email', 'creditCode', 'address', ...seenColumns];
const factColumns = customerFacts.flat();

export function quality({ computed, environment: { today } }: Facts, spelling?: Spelling): QualityReport {
  const rows = live(computed, 'customers', [...columns, ...factColumns]);
  const filled = rows.map((row) => completeness((column) => row[column] ?? null));
  const shares = filled.map(({ share }) => share);
  const found = duplicates(rows.map(candidate), { spelling });
  const people = new People(computed);
  const pairsFrom = new Map<number, (typeof found.pairs)[number][]>();
  for (const pair of found.pairs) pairsFrom.set(pair.a, [...(pairsFrom.get(pair.a) ?? []), pair]);
  return {
    customers: rows.length,
    completeness: rows.length ? shares.reduce((sum, share) => sum + share, 0) / rows.length : null,
    missing: countBy(filled.flatMap(({ missing }) => missing.map(publicName))),
    stale: rows.filter((row) => isStale(row, today)).length,
    duplicates: found.groups.map((group) => {
      const pairs = group.flatMap((row) => pairsFrom.get(row) ?? []);
      const customers = group.map((row) => named(rows[row]!, people));
      return {
        customers,
        ownerConflict: new Set(customers.flatMap(({ ownerId, owner }) => ownerId ?? owner ?? [])).size > 1,
        evidence: [...new Set(pairs.flatMap(({ evidence }) => evidence))].sort(),
        score: Math.max(...pairs.map(({ score }) => score)),
      };
    }),
    keysPassedOver: found.keysPassedOver,
  };
}

const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

const candidate = (row: Readonly<Record<string, Value>>): DuplicateCandidate => ({
  name: text(row.name),
  phone: text(row.phone),
  email: text(row.email),
  creditCode: text(row.creditCode),
  address: text(row.address),
});

function named(row: Readonly<Record<string, Value>>, people: People): Named {
  const owner = people.person(row.owner ?? null);
  return {
    ...{ customerId: text(row.id), customer: text(row.name) ?? '' },
    ...{ ownerId: owner?.id ?? null, owner: owner?.name ?? null },
  };
}

const publicName = (column: string) => publicId(tableDef('customers'), columnDef(tableDef('customers'), column));

function isStale(row: Readonly<Record<string, Value>>, today: number): boolean {
  const seen = seenColumns.map((column) => row[column] ?? null);
  const days = daysUnverified(
    seen.map((value) => (typeof value === 'number' ? value : null)),
    today,
  );
  return days === null || days > staleAfterDays;
}
