import { topThree, wordsOf, type AssignmentScore, type Candidate } from '../../crm/assignment';
import type { Value } from '../../crm/snapshot';
import type { Environment } from '../twins';
import { liveRows, type ViewSource } from './source';
import { parentRows, teamMembers } from './team';

/** Proposal for one customer: candidates are rows of the team. */
export interface Proposal {
  readonly customer: number;
  readonly best: readonly AssignmentScore[];
}

const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

/**
 * Customers without an owner, with the three who fit best (C-64, C-65). An owner cell that means nobody in particular is a
 * data problem, not a free customer; terminated customers need nobody.
 */
export function assignmentView(source: ViewSource, { assignmentWeights, today }: Environment): Proposal[] {
  const owners = source.column('customers', 'owner');
  const [industry, terminated] = [source.column('customers', 'industry'), source.column('customers', 'terminatedAt')];
  const people = candidates(source, today);
  const free = liveRows(source, 'customers').filter(
    (customer) => (owners[customer] ?? null) === null && typeof terminated[customer] !== 'number',
  );
  const products = productsOf(source, new Set(free));
  return free.map((customer) => {
    const need = { industry: textOf(industry[customer]), products: [...(products.get(customer) ?? [])] };
    const found = people.map((person) => person.candidate(customer));
    const best = topThree(need, found, assignmentWeights);
    return { customer, best: best.map((score) => ({ ...score, candidate: people[score.candidate]!.row })) };
  });
}

/** Active salespeople; everybody active when the team has none. */
function candidates(source: ViewSource, today: number) {
  const team = teamMembers(source);
  const active = team.flatMap((member, row) => (member.active ? [row] : []));
  const reps = active.filter((row) => team[row]!.role === null || team[row]!.role === 'rep');
  const [industries, products, capacity, visits] = ['industries', 'products', 'capacity', 'visitsDueWeek'].map((id) =>
    source.column('team', id),
  );
  const pair = (customer: number, person: number) => customer * team.length + person;
  const held = pairCounts(source, 'followUps', pair, heldBy(source, today));
  const won = pairCounts(source, 'opportunities', pair, wonDeal(source));
  return (reps.length ? reps : active).map((row) => {
    const [trades, goods] = [wordsOf(textOf(industries![row])), wordsOf(textOf(products![row]))];
    const visitsDue = Number(visits![row] ?? 0);
    const perWeek = typeof capacity![row] === 'number' ? capacity![row] : null;
    // Field by field: this is made for every person and customer, and spreading takes ten times as long.
    const candidate = (customer: number): Candidate => ({
      industries: trades,
      products: goods,
      visitsDue,
      capacity: perWeek,
      isOwner: false,
      heldRevisits: held.get(pair(customer, row)) ?? 0,
      wonDeals: won.get(pair(customer, row)) ?? 0,
    });
    return { row, candidate };
  });
}

function heldBy(source: ViewSource, today: number): (row: number) => boolean {
  const [at, outcome] = [source.column('followUps', 'heldAt'), source.column('followUps', 'outcome')];
  return (row) => {
    const moment = at[row];
    return typeof moment === 'number' && Math.floor(moment) <= today && outcome[row] !== 'noAnswer';
  };
}

function wonDeal(source: ViewSource): (row: number) => boolean {
  const isWon = source.column('opportunities', 'isWon');
  return (row) => isWon[row] === 1;
}

/** Records of a table that hold, by `pair` of customer and person. */
function pairCounts(
  source: ViewSource,
  table: string,
  pair: (customer: number, person: number) => number,
  holds: (row: number) => boolean,
): Map<number, number> {
  const customers = parentRows(source, table, 'customer', 'customers');
  const people = parentRows(source, table, 'owner', 'team');
  const counts = new Map<number, number>();
  for (const row of liveRows(source, table)) {
    const [customer, person] = [customers[row] ?? null, people[row] ?? null];
    if (customer === null || person === null || !holds(row)) continue;
    counts.set(pair(customer, person), (counts.get(pair(customer, person)) ?? 0) + 1);
  }
  return counts;
}

/** Names of the products that each of some customers ordered or was offered. */
function productsOf(source: ViewSource, wanted: ReadonlySet<number>): Map<number, Set<string>> {
  const names = source.column('products', 'name');
  const found = new Map<number, Set<string>>();
  for (const table of ['opportunities', 'orders']) {
    const customers = parentRows(source, table, 'customer', 'customers');
    const products = parentRows(source, table, 'product', 'products');
    for (const row of liveRows(source, table)) {
      const [customer, name] = [customers[row] ?? null, textOf(names[products[row] ?? -1])];
      if (customer === null || name === null || !wanted.has(customer)) continue;
      found.set(customer, (found.get(customer) ?? new Set<string>()).add(name));
    }
  }
  return found;
}
