import { attainment, coverage, gap, runRate } from '../../crm/target';
import { eomonth } from '../../shared/dates';
import { numberOfStage } from './opportunities';
import { number, twin, type TableTwins } from './twin';

export const stageHistoryTwins: TableTwins = {
  stageNo: twin(['stage'], (env, [stage]) => numberOfStage(env, stage)),
};

/** Targets by person, month and product (C-46, C-47). */
export const targetTwins: TableTwins = {
  attainment: twin(['actual', 'amount'], (_, [actual, amount]) =>
    actual === null ? null : attainment(Number(actual), number(amount)),
  ),
  gap: twin(['actual', 'amount'], (env, [actual, amount]) =>
    actual === null ? null : gap(Number(actual), number(amount), env.moneyDigits),
  ),
  coverage: twin(['weightedOpen', 'gap'], (_, [weighted, remaining]) => coverage(Number(weighted), number(remaining))),
  runRate: twin(['actual', 'month'], (env, [actual, month]) =>
    actual === null || typeof month !== 'number'
      ? null
      : runRate(Number(actual), eomonth(month, -1) + 1, eomonth(month, 0), env.today, env.moneyDigits),
  ),
  monthDays: twin(['month'], (_, [month]) =>
    typeof month === 'number' ? eomonth(month, 0) - eomonth(month, -1) : null,
  ),
  elapsedDays: twin(['month'], (env, [month]) =>
    typeof month === 'number' ? Math.min(env.today, eomonth(month, 0)) - eomonth(month, -1) : null,
  ),
};
