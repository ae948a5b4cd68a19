import { effectiveOutcome, funnel, type Deal, type FunnelStage, type Outcome } from '../crm/funnel';
import type { Language } from '../shared/i18n/language';
import { fold } from '../shared/text';
import lists from '../../templates/lists.json';
import stageDefaults from '../../templates/tables/stages.json';
import { choice, codeOf, isBlank, money, numberWithin, tableRows, type Cells } from './arguments';
import { cellError } from './error';
import { translator } from './texts';

/** Arguments of FUNNEL as they come from the cells. */
export interface FunnelArguments {
  readonly stages: Cells;
  readonly outcomes: Cells;
  readonly amounts: Cells;
  readonly stageTable?: Cells | null;
  readonly digits: number;
}

export interface StageRow {
  /** Code of a standard stage, else the folded label: what stages are compared by. */
  readonly key: string;
  readonly label: string;
  readonly probability: number | null;
}

const columns = ['stage', 'count', 'amount', 'weighted', 'withoutAmount'] as const;

/** A stage that is in no table: its deals get a row of their own, so that nothing is dropped. */
const unknownStage = '';

/** The spilled table of FUNNEL. */
export function funnelTable({ stages, outcomes, amounts, stageTable, digits }: FunnelArguments): (string | number)[][] {
  const language = languageOfCells(stages.flat());
  const table = stageTable ? readStageTable(stageTable) : standardStages(language);
  const deals = readDeals(stages.flat(), outcomes.flat(), amounts.flat(), table);
  const order = table.map((stage) => stage.key);
  const rows = funnel(deals, order, digits).stages.map((stage, index) => rowOf(table[index]!.label, stage));
  const unknown = unknownRow(
    deals.filter((deal) => deal.stage === unknownStage),
    digits,
  );
  const caption = (column: string) => translator(language)(`functions.funnel.${column}`);
  return [columns.map(caption), ...rows, ...(unknown.count ? [rowOf(caption('unknownStage'), unknown)] : [])];
}

const rowOf = (label: string, figures: FunnelStage) =>
  columns.map((column) => (column === 'stage' ? label : figures[column]));

/** The last stage of a funnel leaves out won deals, hence a second one after it. */
const unknownRow = (deals: readonly Deal[], digits: number) =>
  funnel(deals, [unknownStage, 'collected'], digits).stages[0]!;

/** The captions follow the language of the stages, not of Excel: co-authors must all compute the same cells. */
export const languageOfCells = (cells: readonly unknown[]): Language =>
  cells.some((cell) => /\p{Script=Han}/u.test(String(cell))) ? 'zh-CN' : 'en';

const keyOf = (cell: unknown): string => codeOf('stage', cell) ?? fold(String(cell ?? '').trim());

export function readStageTable(cells: Cells): StageRow[] {
  return tableRows('stageTable', cells, 2).map(([stage, probability]) => ({
    key: keyOf(stage),
    label: String(stage ?? ''),
    probability: numberWithin('stageTable', probability, 0, 1),
  }));
}

export const standardStages = (language: Language): StageRow[] =>
  stageDefaults.rows.map(({ stage, probability }) => ({
    key: stage,
    label: lists.stage.find((item) => item.code === stage)!.label[language],
    probability,
  }));

export function readDeals(
  stages: unknown[],
  outcomes: unknown[],
  amounts: unknown[],
  table: readonly StageRow[],
): Deal[] {
  if (stages.length !== outcomes.length || stages.length !== amounts.length) {
    throw cellError('invalidValue', 'differentLengths');
  }
  const committed = indexOf(table, 'committed') ?? Infinity;
  return stages.flatMap((stage, row) => {
    if ([stage, outcomes[row], amounts[row]].every(isBlank)) return [];
    const index = indexOf(table, keyOf(stage));
    const outcome = choice('dealOutcome', 'outcomes', outcomes[row]) as Outcome | null;
    return {
      stage: index === null ? unknownStage : table[index]!.key,
      outcome: effectiveOutcome(outcome, index, committed),
      amount: money('amounts', amounts[row]),
      probability: index === null ? null : table[index]!.probability,
    };
  });
}

function indexOf(table: readonly StageRow[], key: string): number | null {
  const index = table.findIndex((stage) => stage.key === key);
  return index < 0 ? null : index;
}
