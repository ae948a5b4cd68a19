/** The spilled tables about deals: CONVERSION and LEAK. */
import { conversions, furthestStage } from '../crm/conversion';
import type { Deal } from '../crm/funnel';
import { leaks } from '../crm/leak';
import { isBlank, type Cells } from './arguments';
import { cellError } from './error';
import { languageOfCells, readDeals, readStageTable, standardStages, type StageRow } from './funnelTable';
import { translator } from './texts';

interface DealCells {
  readonly stages: Cells;
  readonly outcomes: Cells;
  readonly stageTable?: Cells | null;
}

/** Captions follow the language of the stages, not of Excel: co-authors must all compute the same cells. */
function header(stages: Cells, columns: readonly string[]): string[] {
  const translate = translator(languageOfCells(stages.flat()));
  return columns.map((column) => translate(`functions.pipeline.${column}`));
}

const tableOf = ({ stages, stageTable }: DealCells): StageRow[] =>
  stageTable ? readStageTable(stageTable) : standardStages(languageOfCells(stages.flat()));

/** How far each deal came, by the stage it stands in. */
function progressOf(deal: Deal, table: readonly StageRow[]) {
  const position = (key: string | null) => table.findIndex((stage) => stage.key === key) + 1;
  const committed = Math.max(1, position('committed'));
  const furthest = furthestStage(position(deal.stage) || null, null, deal.outcome === 'won', committed);
  return { furthest: (furthest ?? 0) - 1, outcome: deal.outcome };
}

export function conversionTable(cells: DealCells): (string | number)[][] {
  const table = tableOf(cells);
  const blanks = cells.stages.flat().map(() => '');
  const deals = readDeals(cells.stages.flat(), cells.outcomes.flat(), blanks, table);
  const rows = conversions(
    deals.map((deal) => progressOf(deal, table)),
    table.length,
  );
  return [
    header(cells.stages, ['stage', 'decided', 'wentOn', 'rate', 'low', 'high', 'pending']),
    ...rows.map(({ stage, n, hits, rate, low, high, pending }) => [
      ...[table[stage]!.label, n, hits],
      ...[rate ?? '', low ?? '', high ?? '', pending],
    ]),
  ];
}

export function leakTable(
  cells: DealCells & { readonly amounts: Cells; readonly groups: Cells },
): (string | number)[][] {
  const table = tableOf(cells);
  const [stages, outcomes, amounts, groups] = [cells.stages, cells.outcomes, cells.amounts, cells.groups].map((range) =>
    range.flat(),
  ) as [unknown[], unknown[], unknown[], unknown[]];
  if (groups.length !== stages.length) throw cellError('invalidValue', 'differentRows');
  const deals = stages.flatMap((stage, row) =>
    readDeals([stage], [outcomes[row]], [amounts[row]], table).map((deal) => ({
      ...progressOf(deal, table),
      amount: deal.amount,
      groups: { group: isBlank(groups[row]) ? null : String(groups[row]) },
    })),
  );
  const found = leaks(
    deals,
    table.map(({ probability }) => probability),
  ).filter(({ group }) => group !== null);
  return [
    header(cells.stages, ['group', 'stage', 'decided', 'rate', 'expected', 'cost']),
    ...found.map(({ group, stage, n, rate, expected, cost }) => [
      ...[group!, table[stage]!.label, n],
      ...[rate!, expected, cost],
    ]),
  ];
}
