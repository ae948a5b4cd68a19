import { orderStatus, outstanding } from '../../crm/order';
import { daysOverdue } from '../../crm/revisit';
import { guarded, number, twin, type TableTwins } from './twin';

export const orderTwins: TableTwins = {
  status: guarded(
    'customer',
    null,
    twin(
      ['archived', 'shippedAt', 'acceptedAt', 'collectedAt'],
      (env, [archived, shippedAt, acceptedAt, collectedAt]) =>
        archived === true
          ? null
          : env.label('orderStatus', orderStatus(number(shippedAt), number(acceptedAt), number(collectedAt))),
    ),
  ),
  outstanding: twin(['amount', 'collectedAt', 'collectedAmount'], (env, [amount, collectedAt, collected]) =>
    outstanding(number(amount), number(collectedAt), number(collected), env.moneyDigits),
  ),
  daysLate: twin(['archived', 'dueAt', 'outstanding'], (env, [archived, dueAt, open]) =>
    archived === true || dueAt === null || Number(open ?? 0) <= 0
      ? null
      : daysOverdue(Math.floor(Number(dueAt)), env.today),
  ),
};
