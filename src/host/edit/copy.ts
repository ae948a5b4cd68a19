import {
  type Area,
  areaBetween,
  containsArea,
  forEachCell,
  formatArea,
  intersect,
  lastColumn,
  lastRow,
  subtractArea,
} from '../store/address';
import { requireArgument } from '../errors';
import { apiValue, type Cell } from '../store/cell';
import { offsetFormula, withSheet } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { assertEditable } from './protect';
import { growTables } from './tableGrowth';
import { noteColumnFormulas, syncHeaders } from './tableCells';
import { usedPart } from './write';

export interface CopyOptions {
  what: 'All' | 'Formulas' | 'Values' | 'Formats' | 'Link';
  skipBlanks: boolean;
  transpose: boolean;
}

interface Source {
  cell: Cell | undefined;
  value: Cell['value'];
  row: number;
  column: number;
}

function snapshot(sheet: Sheet, area: Area): Source[][] {
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_unused, j) => {
      const [row, column] = [area.row + i, area.column + j];
      const cell = sheet.cell(row, column);
      return { cell: cell && { ...cell }, value: sheet.value(row, column), row, column };
    }),
  );
}

function transposed(rows: Source[][]): Source[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as Source));
}

/** `=A1`, `=Sheet2!A1`: what pasting a link writes. */
function link(from: Sheet, to: Sheet, { row, column }: Source): string {
  const address = formatArea(areaBetween(row, column, row, column));
  return `=${withSheet(from === to ? undefined : from.name, address)}`;
}

function paste(sheet: Sheet, row: number, column: number, source: Source, what: CopyOptions['what']): void {
  const { cell } = source;
  if (what === 'All') pasteHyperlink(sheet, row, column, cell);
  if (what !== 'Formats') {
    const formula =
      cell?.formula && what !== 'Values'
        ? offsetFormula(cell.formula, row - source.row, column - source.column)
        : undefined;
    sheet.grid.setContent(row, column, source.value, formula);
  }
  if (what !== 'All' && what !== 'Formats') return;
  if (cell?.style) sheet.grid.ensure(row, column).style = cell.style;
  else if (sheet.cell(row, column)?.style) delete sheet.grid.ensure(row, column).style;
}

function pasteHyperlink(sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
  if (cell?.hyperlink) sheet.grid.ensure(row, column).hyperlink = cell.hyperlink;
  else if (sheet.cell(row, column)?.hyperlink) delete sheet.grid.ensure(row, column).hyperlink;
}

/** A destination that is a whole multiple of the source is filled with copies; any other starts at its first cell. */
function destinationArea(area: Area, rows: number, columns: number): Area {
  const tiles = area.rows % rows === 0 && area.columns % columns === 0;
  return tiles ? area : areaBetween(area.row, area.column, area.row + rows - 1, area.column + columns - 1);
}

/**
 * Copies several areas side by side, or one below the other.
 * @throws InvalidArgument unless they are a rectangle from which whole rows or columns were left out
 */
export function copyAreas(
  workbook: Workbook,
  from: Sheet,
  areas: readonly Area[],
  to: Sheet,
  target: Area,
  options: CopyOptions,
): void {
  const [first, ...others] = areas;
  requireArgument(first !== undefined);
  if (others.length === 0) return copyCells(workbook, from, first, to, target, options);
  const stacked = others.every(({ column, columns }) => column === first.column && columns === first.columns);
  const beside = others.every(({ row, rows }) => row === first.row && rows === first.rows);
  requireArgument((stacked || beside) && !options.transpose);
  let { row, column } = target;
  for (const area of [...areas].sort((a, b) => a.row - b.row || a.column - b.column)) {
    copyCells(workbook, from, area, to, { ...area, row, column }, options);
    if (stacked) row += area.rows;
    else column += area.columns;
  }
}

/** `range.copyFrom`: relative references in formulas move along. */
export function copyCells(
  workbook: Workbook,
  from: Sheet,
  source: Area,
  to: Sheet,
  target: Area,
  options: CopyOptions,
): void {
  workbook.calculate();
  const bounded =
    source.rows * source.columns > 1_000_000 ? (usedPart(from, source) ?? { ...source, rows: 1, columns: 1 }) : source;
  const rows = options.transpose ? transposed(snapshot(from, bounded)) : snapshot(from, bounded);
  const area = destinationArea(target, rows.length, rows[0]?.length ?? 1);
  assertEditable(to, area);
  const blank = new Set<string>();
  forEachCell(area, (row, column) => apiValue(to.value(row, column)) === '' && blank.add(`${row},${column}`));
  forEachCell(area, (row, column) => {
    const line = rows[(row - area.row) % rows.length] as Source[];
    const cell = line[(column - area.column) % line.length] as Source;
    const skip = options.skipBlanks && cell.value === null && cell.cell?.formula === undefined;
    if (skip) return;
    if (options.what === 'Link') to.grid.setContent(row, column, null, link(from, to, cell));
    else paste(to, row, column, cell, options.what);
  });
  if (!options.transpose) copyRules(from, bounded, to, area, options.what);
  finishWrite(workbook, to, area, (row, column) => blank.has(`${row},${column}`));
}

/** Validations (All) and conditional formats and merges (All, Formats) of the source, once for every copy of it. */
function copyRules(from: Sheet, source: Area, to: Sheet, target: Area, what: CopyOptions['what']): void {
  if (what !== 'All' && what !== 'Formats') return;
  const places: Area[] = [];
  for (let row = target.row; row <= lastRow(target); row += source.rows)
    for (let column = target.column; column <= lastColumn(target); column += source.columns)
      places.push({ ...source, row, column });
  const copied = (areas: readonly Area[]): Area[] =>
    areas.flatMap((area) => {
      const part = intersect(area, source);
      if (!part) return [];
      return places.map(({ row, column }) => ({
        ...part,
        row: part.row + row - source.row,
        column: part.column + column - source.column,
      }));
    });
  to.merges = [
    ...to.merges.filter((merge) => !intersect(merge, target)),
    ...copied(from.merges.filter((merge) => containsArea(source, merge))),
  ];
  extendCopied(from.conditionalFormats, to.conditionalFormats, from === to, copied);
  if (what === 'All') extendCopied(from.validations, to.validations, from === to, copied);
}

/** On the same sheet a rule reaches its copies; another sheet gets a rule of its own. */
function extendCopied<T extends { areas: Area[] }>(
  rules: readonly T[],
  into: T[],
  sameSheet: boolean,
  copied: (areas: readonly Area[]) => Area[],
): void {
  for (const rule of [...rules]) {
    const areas = copied(rule.areas);
    if (areas.length === 0) continue;
    if (sameSheet) rule.areas = [...rule.areas.flatMap((area) => areas.reduce(cutOut, [area])), ...areas];
    else into.push({ ...structuredClone(rule), areas });
  }
}

function cutOut(parts: Area[], hole: Area): Area[] {
  return parts.flatMap((part) => subtractArea(part, hole));
}

function finishWrite(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  wasBlank: (row: number, column: number) => boolean,
): void {
  growTables(workbook, sheet, area, wasBlank);
  syncHeaders(workbook, sheet, area);
  noteColumnFormulas(workbook, sheet, area, wasBlank);
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited' });
}
