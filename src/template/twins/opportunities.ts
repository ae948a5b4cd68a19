import { skippedChecklists } from '../../crm/checklist';
import { furthestStage } from '../../crm/conversion';
import { stageEntry } from '../../crm/dwell';
import { forecastCategory, type ForecastCategory } from '../../crm/forecast';
import { priorityScore, type Urgency } from '../../crm/priority';
import { effectiveOutcome, inFunnel, weightedAmount, type Outcome } from '../../crm/funnel';
import type { Value } from '../../crm/snapshot';
import { flag, guarded, number, twin, type Environment, type TableTwins, type Twin } from './twin';

const committedStageNo = (env: Environment) => env.stages.findIndex((stage) => stage.stage === 'committed') + 1;
const outcomeOf = (env: Environment, outcome: Value | undefined, stageNo: Value | undefined): Outcome =>
  effectiveOutcome(outcome as Outcome | null, number(stageNo), committedStageNo(env));

/** Position of a stage in the table, from 1. */
export function numberOfStage(env: Environment, stage: Value | undefined): number | null {
  const index = env.stages.findIndex((candidate) => candidate.stage === stage);
  return (stage ?? null) === null || index < 0 ? null : index + 1;
}

const dealFlag = (wanted: Outcome): Twin =>
  twin(['archived', 'outcome', 'stageNo'], (env, [archived, outcome, stageNo]) =>
    flag(archived !== true && outcomeOf(env, outcome, stageNo) === wanted),
  );

export const opportunityTwins: TableTwins = {
  stageNo: twin(['stage'], (env, [stage]) => numberOfStage(env, stage)),
  isOpen: guarded('customer', 0, dealFlag('open')),
  isWon: dealFlag('won'),
  isLost: dealFlag('lost'),
  inFunnel: twin(['stageNo', 'isOpen', 'isWon'], (env, [stageNo, isOpen, isWon]) => {
    if (stageNo === null || (isOpen !== 1 && isWon !== 1)) return 0;
    return flag(inFunnel(isOpen === 1 ? 'open' : 'won', Number(stageNo) - 1, env.stages.length));
  }),
  weightedAmount: twin(['isOpen', 'amount', 'probability'], (env, [isOpen, amount, probability]) =>
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
  furthestNo: twin(['stageNo', 'historyNo', 'isWon'], (env, [stageNo, historyNo, isWon]) =>
    furthestStage(number(stageNo), number(historyNo), isWon === 1, committedStageNo(env)),
  ),
  enteredAt: twin(['historyAt', 'stageSince', 'createdAt'], (_, [historyAt, since, created]) =>
    stageEntry(number(historyAt), number(since), number(created)),
  ),
  stageAge: twin(['isOpen', 'enteredAt'], (env, [isOpen, enteredAt]) =>
    isOpen !== 1 || enteredAt === null ? null : Math.max(0, env.today - Number(enteredAt)),
  ),
  priorityScore: twin(
    ['isOpen', 'probability', 'amount', 'urgency', 'budgetConfirmed'],
    ({ deals }, [isOpen, probability, amount, urgency, budget]) => {
      if (isOpen !== 1) return null;
      const facts = { probability: number(probability), amount: number(amount), urgency: urgency as Urgency | null };
      const budgetConfirmed = typeof budget === 'boolean' ? budget : null;
      return priorityScore({ ...facts, budgetConfirmed }, deals.weights, deals.fullAmount);
    },
  ),
  forecastCategory: guarded(
    'customer',
    null,
    twin(['isOpen', 'isWon', 'forecastJudgement', 'probability'], (env, [isOpen, isWon, judged, probability]) => {
      const outcome = isWon === 1 ? 'won' : isOpen === 1 ? 'open' : 'lost';
      const judgement = judged as ForecastCategory | null;
      return env.label(
        'forecastCategory',
        forecastCategory(outcome, judgement, number(probability), env.deals.categories),
      );
    }),
  ),
  skippedChecklists: twin(
    ['inFunnel', 'stageNo', 'exitDone', 'uncheckedMoves'],
    (env, [inFunnel, stageNo, exitDone, unchecked]) =>
      inFunnel === 1
        ? skippedChecklists(
            number(stageNo),
            numberOfStage(env, exitDone),
            env.stages.map(({ stage, exitCriteria }) => stage !== null && exitCriteria !== null),
            Number(unchecked),
          )
        : null,
  ),
};
