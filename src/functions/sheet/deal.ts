import { decimals } from '../arguments';
import { funnelTable } from '../funnelTable';

/**
 * Sales funnel as a table: open deals, and won ones that are not yet collected, by stage. Spills below and to the right.
 * @customfunction FUNNEL
 * @param stages Stage of each deal, one column.
 * @param outcomes Outcome of each deal: open, won, lost. Blank follows from the stage.
 * @param amounts Amount of each deal; a blank is counted as "without amount", never as 0.
 * @param [stageTable] Two columns in the order of the funnel: stage, probability (0 to 1). Left out: the eight standard stages.
 * @param [digits] Decimals of money, 2 when left out.
 * @returns Stage, deals, amount, weighted amount, deals without amount; with a header row.
 * @example =CRM.FUNNEL(Opportunities[Stage], Opportunities[Outcome], Opportunities[Amount])
 */
export function funnel(
  stages: unknown[][],
  outcomes: unknown[][],
  amounts: unknown[][],
  stageTable?: unknown[][],
  digits?: unknown,
): unknown[][] {
  return funnelTable({ stages, outcomes, amounts, stageTable, digits: decimals(digits) });
}
