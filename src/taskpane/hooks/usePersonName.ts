import { useMemo } from 'react';
import { columnOf } from '../../template/environment';
import { useWorkbook } from '../context';
import { joined } from '../inText';
import { countOf } from '../namesakes';
import { useListLabel } from './useListLabel';

export interface Somebody {
  readonly id: string | null;
  readonly name: string;
}

type Join = (parts: readonly (string | null)[]) => string;

/** For copies and mails, which keep the cells as they are. */
export const joinedPlainly: Join = (parts) => parts.filter(Boolean).join(' · ');

/** Names for a choice among people: who shares a name has the role beside it, and the id where that does not tell either. */
export function usePersonName(people: readonly Somebody[], join: Join = joined): (person: Somebody) => string {
  const { snapshot } = useWorkbook().data;
  const label = useListLabel('role');
  return useMemo(() => {
    const [ids, roles] = ['id', 'role'].map((column) => columnOf(snapshot, 'team', column));
    const roleOf = new Map(ids!.map((id, row) => [id, roles![row] ?? null]));
    const withRole = ({ id, name }: Somebody) => {
      const role = roleOf.get(id) ?? null;
      return join([name, role === null ? null : label(String(role))]);
    };
    const [names, described] = [countOf(people.map(({ name }) => name)), countOf(people.map(withRole))];
    return (person) => {
      if (names.get(person.name) === 1) return join([person.name]);
      const text = withRole(person);
      return described.get(text) === 1 && text !== person.name ? text : join([text, person.id]);
    };
  }, [people, snapshot, label, join]);
}
