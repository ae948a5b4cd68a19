import { fromMinor, toMinor } from '../../../shared/numbers';
import type { Environment } from '../../twins';
import { lifecycleView } from '../lifecycle';
import { oncePerSource, type ViewSource } from '../source';
import type { Candidate } from '../today/candidate';
import { dealsWaiting } from '../today/deals';
import { milestonesWaiting } from '../today/milestones';
import { moneyWaiting } from '../today/money';
import { ticketsWaiting } from '../today/tickets';
import { isUnhappy, type CustomerSatisfaction } from './satisfaction';
import { qualityOf, type Why } from './why';

export type RiskKind = 'ticket' | 'money' | 'deal' | 'milestone' | 'satisfaction' | 'activity' | 'quality';

/** Something about a customer that can cost money or the customer. */
export interface Risk extends Why {
  readonly kind: RiskKind;
  readonly table: string;
  /** 0-based row of the table: where to look. */
  readonly row: number;
  /** Days past due; `null` where nothing was due. */
  readonly daysLate: number | null;
  /** Rows of the same kind that stand behind it, its own first. */
  readonly rows: readonly number[];
}

const waits = [ticketsWaiting, moneyWaiting, dealsWaiting, milestonesWaiting];

/** What waits about each customer, by the same rules as Today. */
const waitingByCustomer = oncePerSource((source, environment) => {
  const index = new Map<number, Candidate[]>();
  for (const candidate of waits.flatMap((of) => of(source, environment))) {
    if (candidate.customer === null) continue;
    const list = index.get(candidate.customer);
    if (list) list.push(candidate);
    else index.set(candidate.customer, [candidate]);
  }
  return index;
});

/** Days that an unhappy answer stays a risk. */
const answerDays = 180;

/** What should worry whoever looks after this customer, the most pressing kind first, of one kind the latest first. */
export function risksOf(
  source: ViewSource,
  environment: Environment,
  row: number,
  satisfaction: CustomerSatisfaction,
): Risk[] {
  return [
    ...lateOf(source, environment, row),
    ...unhappyOf(satisfaction, environment.today),
    ...fallingOf(source, environment, row),
    ...gapsOf(source, environment, row),
  ];
}

function lateOf(source: ViewSource, environment: Environment, row: number): Risk[] {
  const late = (waitingByCustomer(source, environment).get(row) ?? [])
    .map((candidate) => ({ candidate, daysLate: environment.today - Math.floor(candidate.dueAt) }))
    .filter(({ daysLate }) => daysLate > 0);
  late.sort((a, b) => b.daysLate - a.daysLate);
  const kinds = ['ticket', 'money', 'deal', 'milestone'] as const;
  return kinds.flatMap((kind) => {
    const risks = late
      .filter(({ candidate }) => candidate.kind === kind)
      .map(({ candidate: { table, row: at, reason, value, dueAt }, daysLate }): Risk => ({
        ...{ kind, table, row: at, daysLate, rows: [at], code: reason.code },
        values: { ...reason.values, dueAt, daysLate, value },
      }));
    return kind === 'money' && risks.length > 1 ? [inOneSum(risks, environment.moneyDigits)] : risks;
  });
}

/** Money that is overdue on several orders is one thing to ask for; the oldest says how late it is. */
function inOneSum(risks: readonly Risk[], digits: number): Risk {
  const minor = risks.reduce((sum, { values }) => sum + toMinor(Number(values.amount ?? 0), digits), 0);
  const values = { ...risks[0]!.values, amount: fromMinor(minor, digits), orders: risks.length };
  return { ...risks[0]!, code: 'moneyOfMany', values, rows: risks.map(({ row }) => row) };
}

/** The newest answer counts: a later good one makes up for it. */
function unhappyOf({ answers }: CustomerSatisfaction, today: number): Risk[] {
  const newest = answers[0];
  if (!newest || !isUnhappy(newest) || newest.at === null || newest.at < today - answerDays) return [];
  const { kind, score, at, table, row } = newest;
  const values = { score, scale: kind === 'nps' ? 10 : 5, at };
  return [{ kind: 'satisfaction', code: kind, values, table, row, daysLate: null, rows: [row] }];
}

function fallingOf(source: ViewSource, environment: Environment, row: number): Risk[] {
  const { activity, days, dormantFrom, lostFrom, rule } =
    lifecycleView(source, environment)[row]?.activity ?? ({ activity: null } as const);
  if (activity === null || activity === undefined || activity === 'active') return [];
  const code = rule === 'markedLost' ? rule : activity;
  const values = { days: days ?? null, limit: (activity === 'lost' ? lostFrom : dormantFrom) ?? null };
  return [{ kind: 'activity', code, values, table: 'customers', row, daysLate: null, rows: [row] }];
}

function gapsOf(source: ViewSource, environment: Environment, row: number): Risk[] {
  const { missing, isStale, days } = qualityOf(source, environment, row);
  const risk = (code: string, values: Risk['values']): Risk => ({
    ...{ kind: 'quality', code, values, table: 'customers', row, daysLate: null, rows: [row] },
  });
  return [
    ...(missing.length ? [risk('missing', { columns: missing.join(',') })] : []),
    ...(isStale ? [risk(days === null ? 'neverVerified' : 'stale', { days })] : []),
  ];
}
