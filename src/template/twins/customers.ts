import { addCadence, cadenceAnchor, cadenceSteps, matchCadenceRule, shiftedDue } from '../../crm/cadence';
import { daysOverdue, nextDue, revisitBase, revisitState, scheduleStart } from '../../crm/revisit';
import type { Value } from '../../crm/snapshot';
import { computedTier, effectiveTier } from '../../crm/tier';
import { guarded, number, text, twin, type Environment, type TableTwins, type Twin } from './twin';

const tierLabel = (env: Environment, code: Value | undefined) =>
  typeof code === 'string' ? env.label('tier', code) : null;

const isPaused = (doNotContact: Value | undefined, terminatedAt: Value | undefined) =>
  doNotContact === true || number(terminatedAt) !== null;

const ruleAt = (env: Environment, ruleNo: Value | undefined) => env.rules[Number(ruleNo ?? 0) - 1] ?? null;

export const customerTwins: TableTwins = {
  tierComputed: guarded(
    'name',
    null,
    twin(['isKey', 'value'], (env, [isKey, value]) => computedTier(Number(value), isKey === true, env.tiers)),
  ),
  tier: guarded(
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
  value: twin(['ordersCount', 'ordersAmount', 'wonAmount'], (_, [count, orders, won]) =>
    Number(count) > 0 ? orders! : won!,
  ),
  revisitBase: twin(
    ['lastRevisit', 'createdAt', 'firstFollowUpAt', 'firstOpportunityAt', 'firstOrderAt', 'firstTicketAt'],
    (_, [last, created, ...first]) => revisitBase(number(last), number(created), first.map(number)),
  ),
  cadenceAnchor: twin(
    [
      ...['cadenceRuleNo', 'revisitBase', 'createdAt'],
      ...['firstFollowUpAt', 'firstOpportunityAt', 'firstOrderAt', 'firstTicketAt'],
    ],
    (env, [ruleNo, base, created, ...first]) => {
      const rule = ruleAt(env, ruleNo);
      return (
        rule && cadenceAnchor(number(base), scheduleStart(number(created), first.map(number)), rule.unit, env.cadence)
      );
    },
  ),
  cadenceSteps: twin(['cadenceRuleNo', 'cadenceAnchor', 'revisitBase'], (env, [ruleNo, anchor, base]) => {
    const rule = ruleAt(env, ruleNo);
    return rule && anchor !== null ? cadenceSteps(Number(anchor), Number(base), rule.every, rule.unit) : null;
  }),
  cadenceDue: twin(['cadenceRuleNo', 'cadenceAnchor', 'cadenceSteps'], (env, [ruleNo, anchor, steps]) => {
    const rule = ruleAt(env, ruleNo);
    if (!rule || steps === null) return null;
    return addCadence(Number(anchor), rule.every && rule.every * Number(steps), rule.unit, env.calendar);
  }),
  nextDue: twin(
    ['archived', 'doNotContact', 'terminatedAt', 'agreedNext', 'cadenceDue'],
    (env, [archived, doNotContact, terminatedAt, agreed, due]) =>
      nextDue({
        paused: archived === true || isPaused(doNotContact, terminatedAt),
        agreedNext: number(agreed),
        cadenceDue: due === null ? null : shiftedDue(Number(due), env.cadence, env.calendar),
      }),
  ),
  daysOverdue: twin(['nextDue'], (env, [due]) => (due === null ? null : daysOverdue(Number(due), env.today))),
  cadenceRule: twin(['cadenceRuleNo'], (env, [no]) => env.rules[Number(no ?? 0) - 1]?.name ?? null),
  revisitState: guarded(
    'name',
    null,
    twin(['archived', 'doNotContact', 'terminatedAt', 'nextDue'], (env, [archived, doNotContact, terminatedAt, due]) =>
      archived === true
        ? null
        : env.label('revisitState', revisitState(isPaused(doNotContact, terminatedAt), number(due), env.today)),
    ),
  ),
  // 1048577 = rows of a sheet + 1: earlier rows first among equally late ones, and never a tie.
  overdueRank: twin(['revisitState', 'daysOverdue', '#sheetRow'], (env, [state, days, sheetRow]) =>
    state === env.label('revisitState', 'overdue') ? Number(days) + 1 - Number(sheetRow) / 1048577 : 0,
  ),
};

/** The cadence rule compares what the cells show, so it reads the columns that the rules name. */
export function cadenceRuleTwin(env: Environment, show: (column: string) => ((row: number) => string) | null): Twin {
  const named = new Set(env.rules.flatMap(({ column }) => column || []));
  const cells = new Map([...named].map((column) => [column, show(column)] as const));
  return guarded(
    'name',
    null,
    twin([], (_, __, row) => {
      const index = matchCadenceRule(env.rules, (column) => cells.get(column)?.(row) ?? null);
      return index < 0 ? null : index + 1;
    }),
  );
}
