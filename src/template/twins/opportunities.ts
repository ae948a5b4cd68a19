import { effectiveOutcome, inFunnel, weightedAmount, type Outcome } from '../../crm/funnel';
import type { Value } from '../../crm/snapshot';
import { flag, guarded, number, twin, type Environment, type TableTwins, type Twin } from './twin';

const committedStageNo = (env: Environment) => env.stages.findIndex((stage) => stage.stage === 'committed') + 1;
const outcomeOf = (env: Environment, outcome: Value | undefined, stageNo: Value | undefined): Outcome =>
  effectiveOutcome(outcome as Outcome | null, number(stageNo), committedStageNo(env));

const dealFlag = (wanted: Outcome): Twin =>
  twin(['archived', 'outcome', 'stageNo'], (env, [archived, outcome, stageNo]) =>
    flag(archived !== true && outcomeOf(env, outcome, stageNo) === wanted),
  );

export const opportunityTwins: TableTwins = {
  stageNo: twin(['stage'], (env, [stage]) => {
    const index = env.stages.findIndex((candidate) => candidate.stage === stage);
    return stage === null || index < 0 ? null : index + 1;
  }),
  isOpen: guarded('customer', 0, dealFlag('open')),
  isWon: dealFlag('won'),
  isLost: dealFlag('lost'),
  inFunnel: twin(['stageNo', 'isOpen', 'isWon'], (env, [stageNo, isOpen, isWon]) => {
    if (stageNo === null || (isOpen !== 1 && isWon !== 1)) return 0;
    return flag(inFunnel(isOpen === 1 ? 'open' : 'won', Number(stageNo) - 1, env.stages.length));
  }),
  probability: twin(['stageNo', 'probabilityOverride'], (env, [stageNo, own]) =>
    stageNo === null ? null : (own ?? env.stages[Number(stageNo) - 1]!.probability),
  ),
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
};
