import { isStale, staleDefaults, staleLimit } from '../../crm/dwell';
import { simulateMoney, simulationDefaults } from '../../crm/forecast';
import { effectiveOutcome, weightedAmount, type Outcome } from '../../crm/funnel';
import { fullAmountDefault, priorityScore, priorityWeights, type Urgency } from '../../crm/priority';
import { proportion } from '../../crm/proportion';
import { attainment as attainmentOf, coverage as coverageOf, gap, runRate as runRateOf } from '../../crm/target';
import { sumMoney } from '../../shared/numbers';
import { choice, codeOf, day, decimals, flag, isBlank, money, number, numberWithin, wholeNumber } from '../arguments';
import { conversionTable, leakTable } from '../dealTables';
import { cellError, shown } from '../error';

/**
 * Weighted amount of a deal: amount x probability, rounded. Round each deal, then add: the parts give the whole.
 * @customfunction WEIGHTED
 * @param amount Amount of the deal. Blank gives an empty cell.
 * @param probability Probability from 0 to 1. Blank gives an empty cell.
 * @param [digits] Decimals of money, 2 when left out.
 * @returns Amount of money.
 * @example =CRM.WEIGHTED([@Amount], [@Probability])
 */
export function weighted(amount: unknown, probability: unknown, digits?: unknown): number | string {
  const deal = { stage: null, outcome: 'open' as const, amount: money('amount', amount) };
  const chance = numberWithin('probability', probability, 0, 1);
  return shown(weightedAmount({ ...deal, probability: chance }, decimals(digits)));
}

/**
 * Win rate: won / (won + lost).
 * @customfunction WINRATE
 * @param outcomes Outcome of each deal: open, won, lost.
 * @param [stages] Stage of each deal; a deal with a blank outcome is won from the commitment on.
 * @returns A fraction; empty as long as no deal is decided.
 * @example =CRM.WINRATE(Opportunities[Outcome], Opportunities[Stage])
 */
export function winRate(outcomes: unknown[][], stages?: unknown[][]): number | string {
  const [all, at] = [outcomes.flat(), stages?.flat()];
  if (at && at.length !== all.length) throw cellError('invalidValue', 'differentRows');
  const decided = all.map((cell, row) => {
    const isWonByStage = ['committed', 'accepted', 'collected'].includes(codeOf('stage', at?.[row] ?? '') ?? '');
    return effectiveOutcome(choice('dealOutcome', 'outcomes', cell) as Outcome | null, isWonByStage ? 1 : 0, 1);
  });
  const won = decided.filter((outcome) => outcome === 'won').length;
  return proportion(won, won + decided.filter((outcome) => outcome === 'lost').length).rate ?? '';
}

/**
 * Conversion from stage to stage, with how sure it is. Deals that are still in a stage are counted apart: they have not
 * failed it. Spills below and to the right.
 * @customfunction CONVERSION
 * @param stages Stage of each deal, one column; a lost deal stands where it was lost.
 * @param outcomes Outcome of each deal: open, won, lost. Blank follows from the stage.
 * @param [stageTable] Two columns in the order of the funnel: stage, probability (0 to 1). Left out: the eight standard stages.
 * @returns Stage, decided deals, went on, rate, lower and upper end of the 95 % interval, still here; with a header row.
 * @example =CRM.CONVERSION(Opportunities[Stage], Opportunities[Outcome])
 */
export function conversion(stages: unknown[][], outcomes: unknown[][], stageTable?: unknown[][]): unknown[][] {
  return conversionTable({ stages, outcomes, stageTable });
}

/**
 * What the open deals will bring: weighted sum and a simulated range. One time in ten less than P10, one time in ten more
 * than P90. Same seed, same figures. Spills below and to the right.
 * @customfunction FORECAST
 * @param amounts Amount of each open deal; deals without amount or probability are left out.
 * @param probabilities Probability of each deal, 0 to 1.
 * @param [runs] Simulations, 1000 when left out, 10000 at most.
 * @param [seed] Any whole number, 1 when left out.
 * @param [digits] Decimals of money, 2 when left out.
 * @returns Weighted sum, P10, P50, P90; with a header row.
 * @example =CRM.FORECAST(Opportunities[Amount], Opportunities[Probability])
 */
export function forecast(
  amounts: unknown[][],
  probabilities: unknown[][],
  runs?: unknown,
  seed?: unknown,
  digits?: unknown,
): unknown[][] {
  const [all, chances] = [amounts.flat(), probabilities.flat()];
  if (all.length !== chances.length) throw cellError('invalidValue', 'differentRows');
  const places = decimals(digits);
  const count = wholeNumber('runs', runs) ?? simulationDefaults.runs;
  if (count > 10_000) throw cellError('invalidNumber', 'outOfRange');
  const deals = all.flatMap((cell, row) => {
    const [amount, probability] = [money('amounts', cell), numberWithin('probabilities', chances[row], 0, 1)];
    return amount === null || probability === null ? [] : [{ amount, probability }];
  });
  const sum = sumMoney(
    deals.map((deal) => weightedAmount({ ...deal, stage: null, outcome: 'open' }, places)),
    places,
  );
  const options = { runs: count, seed: number('seed', seed) ?? simulationDefaults.seed };
  const { p10, p50, p90 } = simulateMoney(deals, places, options);
  return [
    ['∑', 'P10', 'P50', 'P90'],
    [sum, p10, p50, p90],
  ];
}

/**
 * Whether a deal is stale: longer in its stage than the stage's median stay times a factor, or than a fixed number of days
 * as long as there are too few stays for a median.
 * @customfunction STALE
 * @param days Days that the deal is in its stage. Blank gives an empty cell.
 * @param staleDays Days after which a deal of this stage is stale without a median. Blank: never.
 * @param [medianDays] Median stay of the stage.
 * @param [stays] Finished stays behind the median; from 10 on the median counts.
 * @param [factor] Times the median, 2 when left out.
 * @returns TRUE or FALSE.
 * @example =CRM.STALE([@[Days in stage]], 30)
 */
export function stale(
  days: unknown,
  staleDays: unknown,
  medianDays?: unknown,
  stays?: unknown,
  factor?: unknown,
): unknown {
  const age = number('days', days);
  const [median, n] = [number('medianDays', medianDays), number('stays', stays) ?? 0];
  const times = numberWithin('factor', factor, 0, Infinity) ?? staleDefaults.factor;
  const { limit } = staleLimit(median, n, number('staleDays', staleDays), { ...staleDefaults, factor: times });
  return age === null ? '' : isStale(age, limit);
}

/**
 * Priority of a deal, 0 to 100: weighted mean of what is known of probability, value, urgency and budget.
 * @customfunction PRIORITY
 * @param probability Probability from 0 to 1.
 * @param amount Amount of the deal.
 * @param [urgency] Urgent, soon, can wait (high, medium, low).
 * @param [budgetConfirmed] Yes or no; blank: not known.
 * @param [fullAmount] Amount that earns all points for value, 100000 when left out.
 * @param [weights] Four cells: weights of probability, value, urgency, budget; 0.4, 0.3, 0.2, 0.1 when left out.
 * @returns Points; empty when nothing is known.
 * @example =CRM.PRIORITY([@Probability], [@Amount], [@Urgency], [@[Budget confirmed]])
 */
export function priority(
  probability: unknown,
  amount: unknown,
  urgency?: unknown,
  budgetConfirmed?: unknown,
  fullAmount?: unknown,
  weights?: unknown[][],
): number | string {
  const facts = {
    probability: numberWithin('probability', probability, 0, 1),
    amount: money('amount', amount),
    urgency: choice('urgency', 'urgency', urgency) as Urgency | null,
    budgetConfirmed: isBlank(budgetConfirmed) ? null : flag('budgetConfirmed', budgetConfirmed),
  };
  const full = numberWithin('fullAmount', fullAmount, 1, Infinity) ?? fullAmountDefault;
  return shown(priorityScore(facts, weightsOf(weights), full));
}

function weightsOf(cells: unknown[][] | undefined) {
  if (!cells) return priorityWeights;
  const given = cells.flat().map((cell) => numberWithin('weights', cell, 0, Infinity) ?? 0);
  if (given.length !== 4) throw cellError('invalidValue', 'fourWeights');
  const [probability, value, urgency, budget] = given as [number, number, number, number];
  return { probability, value, urgency, budget };
}

/**
 * How far a target is reached: actual / target.
 * @customfunction ATTAINMENT
 * @param actual What was won. Blank gives an empty cell.
 * @param target Target. Blank or 0 gives an empty cell: not computable.
 * @returns A fraction; format the cell as a percentage.
 * @example =CRM.ATTAINMENT([@Won], [@Target])
 */
export function attainment(actual: unknown, target: unknown): number | string {
  const [won, wanted] = [money('actual', actual), money('target', target)];
  return won === null ? '' : shown(attainmentOf(won, wanted));
}

/**
 * How many times the weighted pipeline covers what is still to be won: below 1 it will not do.
 * @customfunction COVERAGE
 * @param weighted Weighted amount of the open deals. Blank gives an empty cell.
 * @param target Target.
 * @param [actual] What was won already.
 * @returns A number; empty when nothing is left to win.
 * @example =CRM.COVERAGE([@[Weighted pipeline]], [@Target], [@Won])
 */
export function coverage(weighted: unknown, target: unknown, actual?: unknown): number | string {
  const pipeline = money('weighted', weighted);
  const remaining = gap(money('actual', actual) ?? 0, money('target', target), 4);
  return pipeline === null ? '' : shown(coverageOf(pipeline, remaining));
}

/**
 * Where a period ends up at the pace so far.
 * @customfunction RUNRATE
 * @param actual What was won so far. Blank gives an empty cell.
 * @param firstDay First day of the period.
 * @param lastDay Last day of the period.
 * @param today Date to count to, best a cell (crm_today) rather than TODAY().
 * @param [digits] Decimals of money, 2 when left out.
 * @returns Amount of money; empty before the first day.
 * @example =CRM.RUNRATE([@Won], DATE(2026,3,1), DATE(2026,3,31), crm_today)
 */
export function runRate(
  actual: unknown,
  firstDay: unknown,
  lastDay: unknown,
  today: unknown,
  digits?: unknown,
): number | string {
  const won = money('actual', actual);
  const [first, last, asOf] = [day('firstDay', firstDay), day('lastDay', lastDay), day('today', today)];
  if (won === null || first === null || last === null || asOf === null) return '';
  if (last < first) throw cellError('invalidNumber', 'outOfRange');
  return shown(runRateOf(won, first, last, asOf, decimals(digits)));
}

/**
 * Where the funnel leaks most: the groups whose conversion falls behind everybody's at the same stage, by what that costs.
 * Spills below and to the right.
 * @customfunction LEAK
 * @param stages Stage of each deal, one column; a lost deal stands where it was lost.
 * @param outcomes Outcome of each deal: open, won, lost. Blank follows from the stage.
 * @param amounts Amount of each deal.
 * @param groups What to compare by: owner, source or product of each deal.
 * @param [stageTable] Two columns in the order of the funnel: stage, probability (0 to 1). Left out: the eight standard stages.
 * @returns Group, stage, decided deals, rate, everybody's rate, cost; the dearest first, with a header row.
 * @example =CRM.LEAK(Opportunities[Stage], Opportunities[Outcome], Opportunities[Amount], Opportunities[Owner])
 */
export function leak(
  stages: unknown[][],
  outcomes: unknown[][],
  amounts: unknown[][],
  groups: unknown[][],
  stageTable?: unknown[][],
): unknown[][] {
  return leakTable({ stages, outcomes, amounts, groups, stageTable });
}
