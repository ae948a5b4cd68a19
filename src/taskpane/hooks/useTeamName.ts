import { useMemo } from 'react';
import type { Facts } from '../../actions/report/facts';
import { columnOf } from '../../template/environment';
import { sourceOf } from '../../template/views/source';
import { teamMembers } from '../../template/views/team';
import { usePane } from '../context';
import { joined } from '../inText';
import { joinedPlainly, usePersonName, type Somebody } from './usePersonName';
import { useSection } from './useSection';

/**
 * Names where people of the whole team stand side by side; a name that means nobody in particular says so (decision 2).
 * `isPlain` for what is copied or mailed.
 */
export function useTeamName({ isPlain = false } = {}): (person: Somebody) => string {
  const { t, plain } = usePane();
  const words = isPlain ? plain : t;
  const team = useSection(everybody);
  const nameOf = usePersonName(team, isPlain ? joinedPlainly : joined);
  return useMemo(() => {
    const isClear = ({ id, name }: Somebody) => id !== null || team.filter((one) => one.name === name).length === 1;
    return (person) => (isClear(person) ? nameOf(person) : words('team.unclear', { name: person.name }));
  }, [team, nameOf, words]);
}

/** Somebody as the lines of reports have them. */
export const somebody = (of: { readonly personId: string | null; readonly person: string }): Somebody => ({
  id: of.personId,
  name: of.person,
});

/** The archived, too: a name that they share is not clear in a cell, either. */
function everybody({ computed }: Facts): readonly Somebody[] {
  const ids = columnOf(computed, 'team', 'id');
  return teamMembers(sourceOf(computed)).map(({ name }, row) => ({ id: (ids[row] ?? null) as string | null, name }));
}
