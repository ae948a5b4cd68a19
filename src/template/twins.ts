import { matchCadenceRule, type CadenceRule } from '../crm/cadence';
import { clockStart, momentAfter, type WorkCalendar } from '../crm/calendar';
import { effectiveOutcome, inFunnel, weightedAmount, type Outcome } from '../crm/funnel';
import { orderStatus, outstanding } from '../crm/order';
import { daysOverdue, nextDue, revisitBase, revisitState } from '../crm/revisit';
import { roi } from '../crm/roi';
import { resolutionLate, responseLate, type ServiceLevel } from '../crm/sla';
import type { Value } from '../crm/snapshot';
import { computedTier, effectiveTier, type TierCut } from '../crm/tier';
import { roundHalfAwayFromZero } from '../shared/numbers';
import { escapeText, namePrefix, keyPrefix, noIdCriterion } from './keyText';

/** What row-local rules may look at besides their row: settings and the small tables of the Settings sheet. */
export interface Environment {
  readonly today: number;
  readonly moneyDigits: number;
  readonly valueWindowDays: number;
  readonly calendar: WorkCalendar;
  readonly rules: readonly (CadenceRule & { readonly name: string | null })[];
  /** `tier` is the label here: what the sheet shows. */
  readonly tiers: readonly TierCut[];
  readonly stages: readonly { readonly stage: string | null; readonly probability: number | null }[];
  readonly sla: readonly ServiceLevel[];
  /** Label of a code in the workbook's language. */
  label(list: string, code: string): string;
}

/** The code side of a `formula` column: same figure as its native formula, tested against it cell by cell. */
export interface Twin {
  /** Columns of the same row, in the order of the arguments. */
  readonly reads: readonly string[];
  /** `row` is the 0-based row of the record. */
  readonly value: (env: Environment, cells: readonly Value[], row: number) => Value;
}

/** Rows without id and without the column that names the record are no records: the native formula starts the same way. */
const guarded = (anchor: string, blank: Value, { reads, value }: Twin): Twin => ({
  reads: ['id', anchor, ...reads],
  value: (env, [id, name, ...cells], row) => (id === null && name === null ? blank : value(env, cells, row)),
});

const number = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);
const flag = (condition: boolean): number => (condition ? 1 : 0);

const twin = (reads: readonly string[], value: Twin['value']): Twin => ({ reads, value });

const committedStageNo = (env: Environment) => env.stages.findIndex((stage) => stage.stage === 'committed') + 1;
const outcomeOf = (env: Environment, outcome: Value | undefined, stageNo: Value | undefined): Outcome =>
  effectiveOutcome(outcome as Outcome | null, number(stageNo), committedStageNo(env));

const dealFlag = (wanted: Outcome): Twin =>
  twin(['archived', 'outcome', 'stageNo'], (env, [archived, outcome, stageNo]) =>
    flag(archived !== true && outcomeOf(env, outcome, stageNo) === wanted),
  );

const slaMinutes =
  (hours: keyof Pick<ServiceLevel, 'firstResponseHours' | 'resolutionHours'>) =>
  (env: Environment, priority: Value | undefined): number =>
    (env.sla.find((level) => level.priority === priority)?.[hours] ?? 0) * 60;

const dueAfter = (minutesColumn: string): Twin =>
  twin(['clockStart', minutesColumn], (env, [clock, minutes]) =>
    typeof clock !== 'number' || Number(minutes) <= 0 ? null : momentAfter(env.calendar, clock, Number(minutes)),
  );

const tierLabel = (env: Environment, code: Value | undefined) =>
  typeof code === 'string' ? env.label('tier', code) : null;

const isPaused = (doNotContact: Value | undefined, terminatedAt: Value | undefined) =>
  doNotContact === true || number(terminatedAt) !== null;

/** By `table.column`; key columns that every table may have stand under `*.column`. */
export const twins: Readonly<Record<string, Twin>> = {
  '*.criterion': twin(['id'], (_, [id]) => (id === null ? noIdCriterion : keyPrefix + escapeText(String(id)))),
  '*.nameKey': twin(['name'], (_, [name]) => namePrefix + (name ?? '')),

  'customers.tierComputed': guarded(
    'name',
    null,
    twin(['isKey', 'value'], (env, [isKey, value]) => computedTier(Number(value), isKey === true, env.tiers)),
  ),
  'customers.tier': guarded(
    'name',
    null,
    twin(
      ['tierOverride', 'tierOverrideUntil', 'tierReviewed', 'tierComputed'],
      (env, [override, until, reviewed, computed]) =>
        effectiveTier(
          {
            override: tierLabel(env, override),
            overrideUntil: number(until),
            reviewed: tierLabel(env, reviewed),
            computed: text(computed),
          },
          env.tiers.map((cut) => cut.tier),
          env.today,
        ),
    ),
  ),
  'customers.value': twin(['ordersCount', 'ordersAmount', 'wonAmount'], (_, [count, orders, won]) =>
    Number(count) > 0 ? orders! : won!,
  ),
  'customers.revisitBase': twin(
    ['lastRevisit', 'createdAt', 'firstFollowUpAt', 'firstOpportunityAt', 'firstOrderAt', 'firstTicketAt'],
    (_, [last, created, ...first]) => revisitBase(number(last), number(created), first.map(number)),
  ),
  'customers.nextDue': twin(
    ['archived', 'doNotContact', 'terminatedAt', 'agreedNext', 'revisitBase', 'cadenceRuleNo'],
    (env, [archived, doNotContact, terminatedAt, agreed, base, ruleNo]) =>
      nextDue({
        paused: archived === true || isPaused(doNotContact, terminatedAt),
        agreedNext: number(agreed),
        base: number(base),
        rule: env.rules[Number(ruleNo ?? 0) - 1] ?? null,
      }),
  ),
  'customers.daysOverdue': twin(['nextDue'], (env, [due]) =>
    due === null ? null : daysOverdue(Number(due), env.today),
  ),
  'customers.cadenceRule': twin(['cadenceRuleNo'], (env, [no]) => env.rules[Number(no ?? 0) - 1]?.name ?? null),
  'customers.revisitState': guarded(
    'name',
    null,
    twin(['archived', 'doNotContact', 'terminatedAt', 'nextDue'], (env, [archived, doNotContact, terminatedAt, due]) =>
      archived === true
        ? null
        : env.label('revisitState', revisitState(isPaused(doNotContact, terminatedAt), number(due), env.today)),
    ),
  ),
  // 1048577 = rows of a sheet + 1: earlier rows first among equally late ones, and never a tie.
  'customers.overdueRank': twin(['revisitState', 'daysOverdue', '#sheetRow'], (env, [state, days, sheetRow]) =>
    state === env.label('revisitState', 'overdue') ? Number(days) + 1 - Number(sheetRow) / 1048577 : 0,
  ),

  'opportunities.stageNo': twin(['stage'], (env, [stage]) => {
    const index = env.stages.findIndex((candidate) => candidate.stage === stage);
    return stage === null || index < 0 ? null : index + 1;
  }),
  'opportunities.isOpen': guarded('customer', 0, dealFlag('open')),
  'opportunities.isWon': dealFlag('won'),
  'opportunities.isLost': dealFlag('lost'),
  'opportunities.inFunnel': twin(['stageNo', 'isOpen', 'isWon'], (env, [stageNo, isOpen, isWon]) => {
    if (stageNo === null || (isOpen !== 1 && isWon !== 1)) return 0;
    return flag(inFunnel(isOpen === 1 ? 'open' : 'won', Number(stageNo) - 1, env.stages.length));
  }),
  'opportunities.probability': twin(['stageNo', 'probabilityOverride'], (env, [stageNo, own]) =>
    stageNo === null ? null : (own ?? env.stages[Number(stageNo) - 1]!.probability),
  ),
  'opportunities.weightedAmount': twin(['isOpen', 'amount', 'probability'], (env, [isOpen, amount, probability]) =>
    weightedAmount(
      {
        stage: null,
        outcome: isOpen === 1 ? 'open' : 'lost',
        amount: number(amount),
        probability: number(probability),
      },
      env.moneyDigits,
    ),
  ),

  'orders.status': guarded(
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
  'orders.outstanding': twin(['amount', 'collectedAt', 'collectedAmount'], (env, [amount, collectedAt, collected]) =>
    outstanding(number(amount), number(collectedAt), number(collected), env.moneyDigits),
  ),
  'orders.daysLate': twin(['archived', 'dueAt', 'outstanding'], (env, [archived, dueAt, open]) =>
    archived === true || dueAt === null || Number(open ?? 0) <= 0
      ? null
      : daysOverdue(Math.floor(Number(dueAt)), env.today),
  ),

  'tickets.isOpen': guarded(
    'customer',
    0,
    twin(['archived', 'status'], (_, [archived, status]) =>
      flag(archived !== true && status !== 'resolved' && status !== 'closed'),
    ),
  ),
  'tickets.clockStart': twin(['submittedAt'], (env, [at]) =>
    at === null ? null : clockStart(env.calendar, Number(at)),
  ),
  'tickets.firstResponseMinutes': twin(['priority'], (env, [priority]) =>
    slaMinutes('firstResponseHours')(env, priority),
  ),
  'tickets.resolutionMinutes': twin(['priority', 'pausedMinutes'], (env, [priority, paused]) => {
    const minutes = slaMinutes('resolutionHours')(env, priority);
    return minutes > 0 ? minutes + Number(paused ?? 0) : 0;
  }),
  'tickets.firstResponseDueAt': dueAfter('firstResponseMinutes'),
  'tickets.resolutionDueAt': dueAfter('resolutionMinutes'),
  'tickets.firstResponseLate': twin(['firstResponseDueAt', 'firstResponseAt', 'isOpen'], (env, [due, at, isOpen]) =>
    flag(responseLate(number(due), number(at), isOpen === 1, env.today)),
  ),
  'tickets.resolutionLate': twin(
    ['resolutionDueAt', 'resolvedAt', 'isOpen', 'status', 'waitingSince'],
    (env, [due, at, isOpen, status, since]) =>
      flag(
        resolutionLate(
          number(due),
          number(at),
          { isOpen: isOpen === 1, waiting: status === 'waitingCustomer', waitingSince: number(since) },
          env.today,
        ),
      ),
  ),
  'tickets.breached': twin(
    ['archived', 'firstResponseDueAt', 'resolutionDueAt', 'firstResponseLate', 'resolutionLate'],
    (env, [archived, responseDue, resolutionDue, late, resolvedLate]) =>
      archived === true || (responseDue === null && resolutionDue === null)
        ? null
        : env.label('boolean', late === 1 || resolvedLate === 1 ? 'yes' : 'no'),
  ),

  'campaigns.cost': twin(['actualCost', 'taskCost'], (_, [actual, tasks]) => actual ?? tasks ?? null),
  'campaigns.roi': twin(['won', 'cost'], (_, [won, cost]) => roi(Number(won), number(cost))),
  'campaigns.costPerParticipant': twin(['cost', 'participants'], (env, [cost, participants]) =>
    cost === null || Number(participants ?? 0) <= 0
      ? null
      : roundHalfAwayFromZero(Number(cost) / Number(participants), env.moneyDigits),
  ),
};

/** The cadence rule compares what the cells show, so it reads the columns that the rules name. */
export function cadenceRuleTwin(env: Environment, showCell: (column: string, row: number) => string): Twin {
  return guarded(
    'name',
    null,
    twin([], (_, __, row) => {
      const index = matchCadenceRule(env.rules, (column) => showCell(column, row));
      return index < 0 ? null : index + 1;
    }),
  );
}
