import type { BlankId } from '../actions/home';
import { refuseNewer } from '../template/bindings';
import { codecOf } from '../template/codec';
import { anchorOf, columnDef, tableDef } from '../template/load';
import { textFormat } from './encode';
import { setNumberFormat, syncEach, valuesOf } from './gateway';
import { positionOf, type LiveTable, type WritableLayout } from './layout';
import { slices } from './update';

interface Place {
  readonly fill: BlankId;
  readonly table: LiveTable;
  readonly id: Excel.Range;
  readonly name: Excel.Range;
}

/** Gives records their ids (decision 2): only where the cell is still blank and the row still names the same record. */
export async function fillIds(
  context: Excel.RequestContext,
  layout: WritableLayout,
  fills: readonly BlankId[],
): Promise<number> {
  refuseNewer(layout.state);
  const places = fills.map((fill) => placeOf(context, layout, fill));
  const load = (some: readonly Place[]) => {
    for (const { id, name } of some) [id, name].forEach((cell) => void cell.load('values'));
    return undefined;
  };
  await syncEach(context, slices(places), load, { label: 'refresh.ids' });
  const due = places.filter((place) => isBlankStill(place, layout));
  const moved: Place[] = [];
  const write = (some: readonly Place[]) => {
    for (const { id } of some) id.load('values');
    for (const { id, fill } of some) {
      setNumberFormat(id, textFormat);
      id.values = [[fill.id]];
    }
    return () => void moved.push(...some.filter(({ id }) => valuesOf(id)[0]![0] !== ''));
  };
  await syncEach(context, slices(due), write, { label: 'refresh.ids' });
  await syncEach(context, slices(moved), putBack, { label: 'refresh.ids' });
  return due.length - moved.length;
}

/** Rows were sorted in the moment of writing: another record's id stood there. */
function putBack(places: readonly Place[]): undefined {
  for (const { id } of places) id.values = valuesOf(id);
}

function placeOf(context: Excel.RequestContext, layout: WritableLayout, fill: BlankId): Place {
  const table = layout.tables.get(fill.table)!;
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const cell = (column: string) => sheet.getCell(fill.sheetRow - 1, table.left + positionOf(table, column));
  return { fill, table, id: cell('id'), name: cell(anchorOf(tableDef(fill.table))) };
}

function isBlankStill({ fill, id, name }: Place, { codecs }: WritableLayout): boolean {
  const def = tableDef(fill.table);
  const named = codecOf(columnDef(def, anchorOf(def)), codecs).decode(valuesOf(name)[0]![0]!).value;
  return valuesOf(id)[0]![0] === '' && named === fill.name;
}
