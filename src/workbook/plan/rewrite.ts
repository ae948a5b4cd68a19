import type { KeptCells } from '../../actions/home';
import type { Cell } from '../../template/codec';
import { renderFormula } from '../../template/formula';
import { sameFormula } from '../../template/planFormulas';
import { stepsOf, type Stage } from '../../template/stages';
import { blockBytes, blockRows } from '../chunks';
import { formulasOf, once, setFormula, syncEach } from '../gateway';
import { positionOf, runsOf, type Layout, type LiveTable } from '../layout';
import { tableOf, type PlanRun } from './environment';

interface Rewrite {
  readonly column: string;
  readonly table: LiveTable;
  readonly position: number;
  /** The formula that is replaced, as the first record has it. */
  readonly instead: string;
  readonly formula: string;
  /** What every row holds: the replaced formula, ours already, or something of a person's. */
  readonly cells: ('replaced' | 'ours' | 'own')[];
}

/**
 * Replaces the formulas of columns cell by cell: what a person put into single rows stays as it is and is counted. Doing
 * it again finds nothing left to replace.
 */
export async function rewriteFormulas(
  context: Excel.RequestContext,
  run: PlanRun,
  stage: Stage,
  layout: Layout,
): Promise<readonly KeptCells[]> {
  const rewrites = stepsOf(stage, 'formula').flatMap(({ table: id, column, formula, instead }): Rewrite[] => {
    const table = tableOf(layout, run, id);
    const rendered = `=${renderFormula(formula, id, run.plan.names, 'live')}`;
    const position = positionOf(table, column);
    return instead === undefined ? [] : [{ column, table, position, instead, formula: rendered, cells: [] }];
  });
  await syncEach(context, rewrites.flatMap(piecesOf), (piece) => look(context, piece), {
    ...run.options,
    label: 'plan.formulas',
  });
  rewrites.forEach((rewrite) => replace(context, rewrite));
  await context.sync();
  return rewrites.flatMap(({ column, table, cells }) => {
    const own = cells.filter((cell) => cell === 'own').length;
    return own ? [{ table: table.id, column, cells: own }] : [];
  });
}

interface Piece {
  readonly rewrite: Rewrite;
  readonly from: number;
  readonly count: number;
}

/** Formulas are long: few enough rows that their texts fit a response. */
function piecesOf(rewrite: Rewrite): Piece[] {
  const { rows } = rewrite.table;
  const size = Math.min(blockRows, Math.max(1, Math.floor(blockBytes / (rewrite.instead.length + 5))));
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => ({
    rewrite,
    from: index * size,
    count: Math.min(size, rows - index * size),
  }));
}

function look(context: Excel.RequestContext, { rewrite, from, count }: Piece): () => void {
  const { table, instead, formula, cells } = rewrite;
  const range = once(rowsOf(context, rewrite, from, count)).load('formulas');
  const holds = (cell: Cell, text: string) => cell === text || sameFormula(String(cell), text, table.name);
  return () =>
    formulasOf(range).forEach(([cell], index) => {
      cells[from + index] = holds(cell!, instead) ? 'replaced' : holds(cell!, formula) ? 'ours' : 'own';
    });
}

/** From the last row up: the first record tells the plan what a column holds, so it changes when the others have. */
function replace(context: Excel.RequestContext, rewrite: Rewrite): void {
  const runs = runsOf(rewrite.cells.length, (row) => rewrite.cells[row] === 'replaced');
  for (const { from, count } of runs.reverse())
    setFormula(once(rowsOf(context, rewrite, from, count)), rewrite.formula);
}

const rowsOf = (context: Excel.RequestContext, { table, position }: Rewrite, from: number, count: number) =>
  context.workbook.worksheets.getItem(table.sheet).getRangeByIndexes(table.top + from, table.left + position, count, 1);
