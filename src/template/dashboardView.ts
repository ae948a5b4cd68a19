import type { Snapshot, Value } from '../crm/snapshot';
import { sumMoney } from '../shared/numbers';
import { columnOf } from './environment';
import type { Environment } from './twins';

/** The figures behind the dashboard formulas, by view path: cached values of a file come from here. */
export function dashboardView(computed: Snapshot, env: Environment): unknown {
  const deals = dealColumns(computed);
  const open = deals.filter((deal) => deal.isOpen === 1);
  const won = deals.filter((deal) => deal.isWon === 1);
  const lost = deals.filter((deal) => deal.isLost === 1);
  const money = (chosen: readonly Deal[], column: 'amount' | 'weightedAmount') =>
    sumMoney(
      chosen.map((deal) => (typeof deal[column] === 'number' ? deal[column] : null)),
      env.moneyDigits,
    );
  const stageIndex = (code: string) => env.stages.findIndex((stage) => stage.stage === code) + 1;
  const wonFrom = (code: string) =>
    money(
      won.filter((deal) => Number(deal.stageNo ?? 0) >= stageIndex(code)),
      'amount',
    );
  const stages = env.stages.map((stage, index) => {
    const at = deals.filter((deal) => deal.stageNo === index + 1);
    const here = at.filter((deal) => deal.inFunnel === 1);
    return {
      label: stage.stage === null ? null : env.label('stage', stage.stage),
      count: here.length,
      amount: money(here, 'amount'),
      weighted: money(at, 'weightedAmount'),
      withoutAmount: here.filter((deal) => typeof deal.amount !== 'number').length,
    };
  });
  const most = Math.max(0, ...stages.map((stage) => stage.count));
  const states = columnOf(computed, 'customers', 'revisitState');
  return {
    asOf: env.today,
    customers: { count: states.filter((state) => state !== null).length },
    revisits: {
      overdue: columnOf(computed, 'customers', 'overdueRank').filter((rank) => Number(rank) > 0).length,
      never: states.filter((state) => state === env.label('revisitState', 'never')).length,
    },
    funnel: {
      open: open.length,
      weighted: money(deals, 'weightedAmount'),
      winRate: won.length + lost.length ? won.length / (won.length + lost.length) : null,
      bookings: money(won, 'amount'),
      deliveries: wonFrom('accepted'),
      cash: wonFrom('collected'),
      stages: stages.map((stage) => ({ ...stage, spacer: (most - stage.count) / 2 })),
    },
    tickets: {
      open: columnOf(computed, 'tickets', 'isOpen').filter((flag) => flag === 1).length,
      breached: columnOf(computed, 'tickets', 'breached').filter((label) => label === env.label('boolean', 'yes'))
        .length,
    },
    tiers: tierFigures(computed, env, states),
    overdue: longestOverdue(computed),
  };
}

type Deal = Record<(typeof dealFields)[number], Value>;
const dealFields = ['stageNo', 'inFunnel', 'isOpen', 'isWon', 'isLost', 'amount', 'weightedAmount'] as const;

function dealColumns(computed: Snapshot): Deal[] {
  const columns = dealFields.map((id) => columnOf(computed, 'opportunities', id));
  return (columns[0] ?? []).map(
    (_, row) => Object.fromEntries(dealFields.map((id, index) => [id, columns[index]![row] ?? null])) as Deal,
  );
}

function tierFigures(computed: Snapshot, env: Environment, states: readonly Value[]) {
  const tiers = columnOf(computed, 'customers', 'tier');
  const values = columnOf(computed, 'customers', 'value');
  return env.tiers.map(({ tier }) => {
    const rows = tiers.flatMap((label, row) => (label === tier && states[row] !== null ? [row] : []));
    const value = sumMoney(
      rows.map((row) => values[row] as number),
      env.moneyDigits,
    );
    return { tier, customers: rows.length, value };
  });
}

function longestOverdue(computed: Snapshot) {
  const ranks = columnOf(computed, 'customers', 'overdueRank');
  const cell = (column: string, row: number) => columnOf(computed, 'customers', column)[row] ?? null;
  return ranks
    .map((rank, row) => [Number(rank), row] as const)
    .filter(([rank]) => rank > 0)
    .sort((a, b) => b[0] - a[0])
    .slice(0, 15)
    .map(([, row]) => ({
      customer: cell('name', row),
      due: cell('nextDue', row),
      days: cell('daysOverdue', row),
      owner: cell('owner', row),
      supervisor: cell('supervisor', row),
    }));
}

/** Value of a path such as `funnel.stages[2].count`; `null` where a list is shorter. */
export function viewValue(view: unknown, path: string): Value {
  const value = path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>(
      (at, key) => (at === null || at === undefined ? undefined : (at as Record<string, unknown>)[key]),
      view,
    );
  return (value ?? null) as Value;
}
