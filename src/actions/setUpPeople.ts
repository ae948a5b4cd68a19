import type { Changeset, FieldChange, NewRecord } from '../crm/changeset';
import { ReferenceIndex } from '../crm/reference';
import type { Snapshot } from '../crm/snapshot';
import { fold } from '../shared/text';
import { columnOf } from '../template/environment';
import { tableDef, template } from '../template/load';
import { mapHeaders } from './import/mapHeaders';
import { labelParser } from './import/parseLabel';
import { rawText } from './import/rawCell';
import { readCsv } from './import/readCsv';
import type { RawCell } from './import/types';
import { fieldChanges } from './record';

/** Somebody of the team as the set-up asks for them: who is who, and who looks after whom (C-60). */
export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  /** Code of the list `role`; blank = not said. */
  readonly role: string;
  /** Id of another entry; blank = nobody. */
  readonly supervisor: string;
  readonly email: string;
}

/** What keeps an entry from being written. */
export type PersonProblem = 'noName' | 'sameName' | 'circle' | 'badEmail';

/** The team as it stands in the workbook; rows without id are left to Refresh, archived ones are gone. */
export function peopleOf(snapshot: Snapshot): PersonEntry[] {
  const text = (column: string) => columnOf(snapshot, 'team', column).map((cell) => String(cell ?? ''));
  const [ids, names, roles, supervisors, emails] = ['id', 'name', 'role', 'supervisor', 'email'].map(text);
  const index = new ReferenceIndex(columnOf(snapshot, 'team', 'id'), columnOf(snapshot, 'team', 'name'));
  const archived = columnOf(snapshot, 'team', 'archived');
  return ids!.flatMap((id, row): PersonEntry[] => {
    const above = index.find(supervisors![row]!);
    const supervisor = typeof above === 'number' ? ids![above]! : '';
    if (!id || archived[row] === true) return [];
    return [{ id, name: names![row]!, role: roles![row]!, supervisor, email: emails![row]! }];
  });
}

/** An address that mail programs take; what is blank is no mistake. */
const address = /^[^\s@]+@[^\s@]+$/;

/** Problems by id; the first that was found for each. Blank new entries are no problem: they are not written. */
export function peopleProblems(people: readonly PersonEntry[]): ReadonlyMap<string, PersonProblem> {
  const entries = people.filter((person) => !isBlank(person));
  const names = new Map<string, number>();
  for (const { name } of entries) names.set(fold(name.trim()), (names.get(fold(name.trim())) ?? 0) + 1);
  const checks: Readonly<Record<PersonProblem, (person: PersonEntry) => boolean>> = {
    noName: ({ name }) => !name.trim(),
    sameName: ({ name }) => names.get(fold(name.trim()))! > 1,
    circle: (person) => isOwnSuperior(person, people),
    badEmail: ({ email }) => email.trim() !== '' && !address.test(email.trim()),
  };
  const found = entries.flatMap((person) => {
    const problem = (Object.keys(checks) as PersonProblem[]).find((code) => checks[code](person));
    return problem ? [[person.id, problem] as const] : [];
  });
  return new Map(found);
}

export const isBlank = ({ name, email }: PersonEntry): boolean => !name.trim() && !email.trim();

function isOwnSuperior(person: PersonEntry, people: readonly PersonEntry[]): boolean {
  const above = new Map(people.map(({ id, supervisor }) => [id, supervisor]));
  const passed = new Set<string>();
  let next = above.get(person.id);
  while (next && !passed.has(next) && next !== person.id) {
    passed.add(next);
    next = above.get(next);
  }
  return next === person.id;
}

/** The change that these entries are: new people, and what is said otherwise of those who are in the team. */
export function setUpPeople(snapshot: Snapshot, people: readonly PersonEntry[]): Changeset {
  const before = new Map(peopleOf(snapshot).map((person) => [person.id, person]));
  const nameOf = new Map(people.map(({ id, name }) => [id, name.trim()]));
  const cells = ({ role, supervisor, email }: PersonEntry) => ({
    role: role || null,
    supervisor: nameOf.get(supervisor) || null,
    email: email.trim() || null,
  });
  const rows = columnOf(snapshot, 'team', 'id');
  return {
    action: 'setUpPeople',
    updates: people.flatMap((person): FieldChange[] => {
      const old = before.get(person.id);
      if (!old) return [];
      // What was not touched stays as it is written, an id or another name of the same person too.
      const changed = Object.entries(cells(person)).filter(
        ([field]) => person[field as keyof PersonEntry] !== old[field as keyof PersonEntry],
      );
      return fieldChanges(snapshot, 'team', rows.indexOf(person.id), Object.fromEntries(changed));
    }),
    appends: people
      .filter((person) => !before.has(person.id) && !isBlank(person))
      .map((person): NewRecord => {
        const values = { id: person.id, name: person.name.trim(), ...cells(person), active: true };
        return { table: 'team', id: person.id, values };
      }),
    removals: [],
  };
}

/** Columns of cells without headings, in the order in which the form asks. */
const order = ['name', 'role', 'supervisor', 'email'] as const;

/**
 * People from cells that were copied: with headings as an import knows them, or name, role, supervisor and e-mail in this
 * order. Supervisors are found by name among them and the people that are there already.
 */
export function peopleFromText(text: string, present: readonly PersonEntry[], newId: () => string): PersonEntry[] {
  const table = tableDef('team');
  const rows = readCsv(text).rows.map(({ cells }) => cells.map((cell) => rawText(cell).trim()));
  const { targets } = mapHeaders(rows[0] ?? [], 1, table);
  const hasHeadings = targets.some((column) => column?.id === 'name');
  const columns = hasHeadings ? targets.map((column) => column?.id ?? '') : order;
  const drafts = (hasHeadings ? rows.slice(1) : rows)
    .map((cells) => (column: string) => cells[columns.indexOf(column as (typeof order)[number])] ?? '')
    .filter((cell) => cell('name') !== '')
    .map((cell) => ({ cell, id: newId(), name: cell('name') }));
  const byName = new Map([...present, ...drafts].map(({ id, name }) => [fold(name), id]));
  return drafts.map(({ cell, id, name }) => {
    const supervisor = byName.get(fold(cell('supervisor'))) ?? '';
    return { id, name, role: roleOf(cell('role')), supervisor, email: cell('email') };
  });
}

const parseRole = labelParser(template.lists.role ?? []);

function roleOf(cell: RawCell): string {
  const { value, code } = parseRole(cell);
  return code ? '' : String(value ?? '');
}
