import { HostError, requireArgument } from '../errors';
import { type Area, contains, containsArea, intersect, isOnSheet } from '../store/address';
import { moveReference, referenceArea, rewriteFormula, withSheet } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { assertEditable } from './protect';
import { rewriteAllFormulas } from './rewrite';
import { syncHeaders } from './tableCells';

/** Cells on their way: a rectangle of one sheet and where its first cell goes. */
interface Move {
  from: Sheet;
  source: Area;
  to: Sheet;
  target: Area;
}

function moved(area: Area, { source, target }: Move): Area {
  return { ...area, row: area.row + target.row - source.row, column: area.column + target.column - source.column };
}

/**
 * `range.moveTo`: cut and paste. Formulas keep their meaning, references to the cells follow them, references to cells
 * that are overwritten become `#REF!`; merged cells and whole tables come along (rule `move-like-cut`).
 * @throws InvalidOperation when a table would be torn or covered
 */
export function moveCells(workbook: Workbook, from: Sheet, source: Area, to: Sheet, place: Area): void {
  const target: Area = { ...source, row: place.row, column: place.column };
  requireArgument(isOnSheet(target));
  const move = { from, source, to, target };
  assertEditable(from, source);
  assertEditable(to, target);
  const tables = tablesToMove(workbook, move);
  dropOverwritten(workbook, move);
  const taken = from.grid.take(source);
  to.grid.take(target);
  for (const { row, column, cell } of taken)
    to.grid.put(row + target.row - source.row, column + target.column - source.column, cell);
  moveMerges(move);
  for (const table of tables) Object.assign(table, { sheet: to, area: moved(table.area, move) });
  moveReferences(workbook, move);
  syncHeaders(workbook, from, source);
  syncHeaders(workbook, to, target);
  workbook.emit({ kind: 'cells', sheet: from, area: source, changeType: 'RangeEdited' });
  workbook.emit({ kind: 'cells', sheet: to, area: target, changeType: 'RangeEdited' });
}

function moveMerges(move: Move): void {
  const { from, source, to, target } = move;
  const merges = from.merges.filter((merge) => containsArea(source, merge));
  from.merges = from.merges.filter((merge) => !merges.includes(merge));
  to.merges = to.merges.filter((merge) => !intersect(merge, target));
  to.merges.push(...merges.map((merge) => moved(merge, move)));
}

/** Tables that go along because they are moved as a whole. */
function tablesToMove(workbook: Workbook, { from, source, to, target }: Move): Table[] {
  const tables = workbook.tablesOn(from).filter(({ area }) => containsArea(source, area));
  const torn = workbook
    .tablesOn(from)
    .some(({ header, area }) => header && intersect(source, header) && !containsArea(source, area));
  const covered = workbook
    .tablesOn(to)
    .some((table) => !tables.includes(table) && intersect(table.area, target) && !containsArea(table.body, target));
  if (torn || covered) throw new HostError('InvalidOperation');
  return tables;
}

function dropOverwritten(workbook: Workbook, { from, source, to, target }: Move): void {
  rewriteAllFormulas(workbook, (formula, _place, home) =>
    rewriteFormula(formula, {
      reference: (name, text) => {
        const sheet = name === undefined ? home : workbook.findSheet(name);
        const area = referenceArea(text);
        const kept = sheet !== to || !containsArea(target, area) || (from === to && containsArea(source, area));
        return withSheet(name, kept ? text : '#REF!');
      },
    }),
  );
}

/** Outside formulas follow the cells; moved formulas go on naming what they named, by sheet where that is now another. */
function moveReferences(workbook: Workbook, move: Move): void {
  const { from, source, to, target } = move;
  rewriteAllFormulas(workbook, (formula, place, home) => {
    const travelled = place !== null && place.sheet === to && contains(target, place.row, place.column);
    return rewriteFormula(formula, {
      reference: (name, text) => {
        const sheet = name === undefined ? (travelled ? from : home) : workbook.findSheet(name);
        const area = referenceArea(text);
        if (sheet === from && containsArea(source, area)) {
          const prefix = name === undefined && (travelled || from === to) ? undefined : to.name;
          return withSheet(prefix, moveReference(text, moved(area, move)));
        }
        return withSheet(name === undefined && travelled && from !== to ? from.name : name, text);
      },
    });
  });
}
