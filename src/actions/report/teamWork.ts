import { People, type Person } from '../../crm/people';
import { fold } from '../../shared/text';
import { columnOf } from '../../template/environment';
import { teamMembers } from '../../template/views/team';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';
import type { TodayItem } from './today';

/** Somebody who could take a record over, and how much there is to do already (C-65). */
export interface Workload {
  readonly id: string;
  readonly name: string;
  /** What waits for this person today. */
  readonly waiting: number;
  /** Visits due this week per visit possible, 1 = full; `null` without a capacity. */
  readonly loadShare: number | null;
}

/** Everybody of the team who works here, the least loaded first. People without an id cannot be chosen. */
export function workloads({ computed }: Facts, items: readonly Pick<TodayItem, 'owner'>[]): readonly Workload[] {
  const waiting = new Map<string, number>();
  for (const { owner } of items) if (owner) waiting.set(whoIs(owner), (waiting.get(whoIs(owner)) ?? 0) + 1);
  const [ids, shares] = ['id', 'loadShare'].map((column) => columnOf(computed, 'team', column));
  const people = teamMembers(sourceOf(computed)).flatMap(({ active, name }, row): Workload[] => {
    const id = ids![row] ?? null;
    const share = shares![row];
    if (!active || id === null) return [];
    const [own, ofName] = [String(id), whoIs({ id: null, name })].map((who) => waiting.get(who) ?? 0);
    return [
      {
        id: String(id),
        name,
        waiting: own! + ofName!,
        loadShare: typeof share === 'number' ? share : null,
      },
    ];
  });
  return people.sort((a, b) => (a.loadShare ?? 0) - (b.loadShare ?? 0) || a.waiting - b.waiting);
}

/** Whose work a list shows: one's own, that of one's people too (over all levels), or everybody's. */
export const scopes = ['me', 'team', 'everyone'] as const;
export type Scope = (typeof scopes)[number];

/** Id of an owner; else the name, which several people may share: what stands under it waits for each of them. */
const whoIs = ({ id, name }: Person): string => id ?? `name ${fold(name)}`;

/** Whether something concerns somebody. What belongs to nobody concerns all who lead people (decision 15). */
export function concerns(facts: Facts, me: string, scope: Scope): (item: Pick<TodayItem, 'owner'>) => boolean {
  if (scope === 'everyone') return () => true;
  const people = new Set([me, ...(scope === 'team' ? peopleOf(facts, me) : [])]);
  const mine = new Set([...people, ...namesOf(facts, people)]);
  return ({ owner }) => (owner !== null && mine.has(whoIs(owner))) || (!owner?.id && scope === 'team');
}

/** What people are called in cells that do not tell one from another. */
function namesOf({ computed }: Facts, people: ReadonlySet<string>): string[] {
  const [ids, names] = ['id', 'name'].map((column) => columnOf(computed, 'team', column));
  return ids!.flatMap((id, row) => {
    const name = names![row] ?? null;
    return name !== null && people.has(String(id)) ? [whoIs({ id: null, name: String(name) })] : [];
  });
}

/** Ids of everybody below somebody; empty for people who lead nobody. */
export const peopleOf = ({ computed }: Facts, me: string): ReadonlySet<string> => new People(computed).reports(me);
