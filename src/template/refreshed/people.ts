import { accountableView, teamMembers } from '../views/team';
import type { RefreshedColumn } from '.';

/** customers.accountable: name of the person who answers at this stage (C-66). */
export const accountableColumn: RefreshedColumn = (source) => {
  const team = teamMembers(source);
  return accountableView(source).map((found) => found && team[found.person]!.name);
};
