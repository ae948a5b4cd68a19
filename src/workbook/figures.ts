import type { RunOptions, WrittenFigures } from '../actions/home';
import type { Snapshot, Value } from '../crm/snapshot';
import { refuseNewer } from '../template/bindings';
import { codecOf, type Cell } from '../template/codec';
import { columnDef, isComputed, tableDef } from '../template/load';
import type { ColumnDef } from '../template/types';
import { writeSpans } from './chunks';
import { readAll, syncEach } from './gateway';
import type { LiveTable, WritableLayout } from './layout';

/** A computed column that holds values: too slow as formulas, or a manager's choice. */
interface Figures {
  readonly table: LiveTable;
  readonly column: ColumnDef;
  readonly position: number;
}

/**
 * Brings the computed columns that hold values up to date, writing only cells that differ, so that a refresh without
 * news changes nothing that others work on.
 */
export async function writeFigures(
  context: Excel.RequestContext,
  layout: WritableLayout,
  computed: Snapshot,
  options: RunOptions,
): Promise<WrittenFigures[]> {
  refuseNewer(layout.state);
  const figures = [...layout.tables.values()].filter((table) => computed.tables[table.id]).flatMap(figuresOf);
  const ranges = figures.map((figure) => ({ rows: figure.table.rows, columns: 1, at: cellsOf(context, figure) }));
  const current = await readAll(context, ranges, options);
  const writes = figures.map((figure, index) => ({
    figure,
    cells: changedCells(figure, computed, current[index]!, layout),
  }));
  const pieces = writes.flatMap(({ figure, cells }) => writeSpans(cells).map((span) => ({ figure, cells, span })));
  const write = ({ figure, cells, span }: (typeof pieces)[number]) => {
    const block = cells.slice(span.from, span.from + span.count);
    if (block.some(([cell]) => cell !== null)) cellsOf(context, figure)(span.from, span.count).values = block;
    return undefined;
  };
  await syncEach(context, pieces, write, { ...options, label: 'refresh.figures' });
  return writes.flatMap(({ figure, cells }) => {
    const changed = cells.filter(([cell]) => cell !== null).length;
    return changed ? [{ table: figure.table.id, column: figure.column.id, cells: changed }] : [];
  });
}

function figuresOf(table: LiveTable): Figures[] {
  const def = tableDef(table.id);
  return table.columnIds.flatMap((id, position) => {
    const column = id === null ? null : columnDef(def, id);
    return column && isComputed(column) && table.formulas[position] === null ? [{ table, column, position }] : [];
  });
}

const cellsOf =
  (context: Excel.RequestContext, { table, position }: Figures) =>
  (from: number, count: number): Excel.Range =>
    context.workbook.worksheets
      .getItem(table.sheet)
      .getRangeByIndexes(table.top + from, table.left + position, count, 1);

/** What to write by body row: `null` = leave as it is. */
function changedCells(
  figure: Figures,
  computed: Snapshot,
  current: readonly (readonly Cell[])[],
  { codecs }: WritableLayout,
): Cell[][] {
  const { table, column } = figure;
  const rows = computed.tables[table.id]!;
  const codec = codecOf(
    { ...column, type: column.type === 'date' || column.type === 'datetime' ? column.type : 'any' },
    codecs,
  );
  const wanted = new Map(
    rows.sheetRows.map((row, index) => [row - 1 - table.top, rows.columns[column.id]?.[index] ?? null]),
  );
  return current.map(([cell], row) => {
    const value = codec.encode((wanted.get(row) ?? null) as Value) ?? '';
    return [value === cell ? null : value];
  });
}
