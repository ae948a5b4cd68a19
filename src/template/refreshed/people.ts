import { accountableView } from '../views/accountable';
import { teamMembers } from '../views/team';
import type { RefreshedColumn } from '.';

/** customers.accountable: name of the person who answers at this stage (C-66). */
export const accountableColumn: RefreshedColumn = (source, environment) => {
  const team = teamMembers(source);
  return accountableView(source, environment).map((found) => found && team[found.person]!.name);
};
