import { daysLeft, milestoneState } from '../../crm/milestone';
import { guarded, number, twin, type TableTwins } from './twin';

export const milestoneTwins: TableTwins = {
  state: guarded(
    'name',
    null,
    twin(['archived', 'dueAt', 'doneAt'], (env, [archived, dueAt, doneAt]) =>
      archived === true ? null : env.label('milestoneState', milestoneState(number(dueAt), number(doneAt), env.today)),
    ),
  ),
  daysLeft: twin(['dueAt', 'doneAt'], (env, [dueAt, doneAt]) => daysLeft(number(dueAt), number(doneAt), env.today)),
};
