/** Who answers for a customer by lifecycle stage (C-66): an ordered table; the first stage that fits wins. */
export type AccountableRole = 'rep' | 'manager' | 'top';

/** The article's assignment: potential = salesperson, prospective = department manager, actual = top management. */
export const accountableRoles: Readonly<Record<string, AccountableRole>> = {
  potential: 'rep',
  prospective: 'manager',
  firstTime: 'top',
  repeat: 'top',
  loyal: 'top',
  dormant: 'top',
  lost: 'manager',
};

/** Role for a lifecycle stage; an unknown or blank stage is a potential customer's. */
export const accountableRole = (lifecycle: string | null): AccountableRole =>
  accountableRoles[lifecycle ?? 'potential'] ?? 'rep';

/** A person of the line of command, by row of the team. */
export interface Member {
  readonly name: string;
  readonly role: string | null;
  readonly active: boolean;
  /** Row of the supervisor; `null` for none. */
  readonly supervisor: number | null;
}

export interface Accountable {
  readonly role: AccountableRole;
  /** Row of the team. */
  readonly person: number;
  /** `role`: somebody up the line has it; `nearest`: nobody has, so the highest below it answers. */
  readonly rule: 'role' | 'nearest';
}

const rank: Readonly<Record<string, number>> = { rep: 0, manager: 1, top: 2 };
const rankOf = ({ role }: Member) => rank[role ?? 'rep'] ?? 0;

/**
 * Walks up from the owner to the first active person whose role is at least the stage's; a salesperson's customers stay
 * with the owner. `null` without an owner; a circle of supervisors ends the walk.
 */
export function accountable(
  lifecycle: string | null,
  owner: number | null,
  team: readonly Member[],
): Accountable | null {
  if (owner === null || !team[owner]) return null;
  const role = accountableRole(lifecycle);
  const line = lineOf(owner, team);
  const person = line.find((row) => team[row]!.active && rankOf(team[row]!) >= rank[role]!);
  if (person !== undefined) return { role, person, rule: 'role' };
  const active = line.filter((row) => team[row]!.active);
  return active.length ? { role, person: active.at(-1)!, rule: 'nearest' } : null;
}

/** The owner and everybody above, nearest first. */
export function lineOf(owner: number, team: readonly Member[]): number[] {
  const line: number[] = [];
  let row: number | null = owner;
  while (row !== null && team[row] && !line.includes(row)) {
    line.push(row);
    row = team[row]!.supervisor;
  }
  return line;
}
