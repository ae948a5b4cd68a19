import { HostError, requireArgument } from '../errors';
import type { Area } from '../store/address';
import { copyBag } from '../store/bag';
import { renameSheetIn, rewriteFormula, withSheet } from '../store/formula';
import type { Sheet, SheetVisibility } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { copyPivots } from '../pivot/fields';
import { deactivateObjects } from './focus';
import { assertStructure } from './protect';
import { rewriteAllFormulas } from './rewrite';
import { dropTableReferences } from './tableReferences';

function freeSheetName(workbook: Workbook, base = 'Sheet', join = ''): string {
  for (let number = 1; ; number++) if (!workbook.findSheet(`${base}${join}${number}`)) return `${base}${join}${number}`;
}

/** 1-31 characters, none of `: \ / ? * [ ]`, no apostrophe at either end, not `History`. */
function assertSheetName(name: string): void {
  requireArgument(name.length > 0 && name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name));
  requireArgument(name.toLowerCase() !== 'history', 'Excel keeps this name for itself.');
}

/** Adds a sheet at the end. @throws InvalidArgument, ItemAlreadyExists, AccessDenied */
export function addSheet(workbook: Workbook, name?: string): Sheet {
  assertStructure(workbook);
  if (name !== undefined) assertSheetName(name);
  if (name !== undefined && workbook.findSheet(name)) throw new HostError('ItemAlreadyExists');
  const sheet = workbook.createSheet(name ?? freeSheetName(workbook));
  workbook.emit({ kind: 'sheetAdded', sheet });
  return sheet;
}

function visibleSheets(workbook: Workbook): Sheet[] {
  return workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');
}

/**
 * Deletes a sheet with its tables and names; formulas that name it become #REF!.
 * @throws InvalidOperation for the last visible sheet, GeneralException for a very hidden one (as Excel does)
 */
export function deleteSheet(workbook: Workbook, sheet: Sheet): void {
  assertStructure(workbook);
  if (sheet.visibility === 'VeryHidden')
    throw new HostError('GeneralException', 'A very hidden worksheet cannot be deleted.');
  const others = visibleSheets(workbook).filter((other) => other !== sheet);
  if (others.length === 0)
    throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  if (workbook.activeSheet === sheet) activateSheet(workbook, nextVisible(workbook, sheet));
  const tables = workbook.tablesOn(sheet);
  for (const table of tables) workbook.emit({ kind: 'tableDeleted', table, sheet });
  workbook.tables = workbook.tables.filter((table) => table.sheet !== sheet);
  workbook.names = workbook.names.filter((name) => name.scope !== sheet);
  workbook.sheets = workbook.sheets.filter((other) => other !== sheet);
  for (const table of tables) dropTableReferences(workbook, table);
  dropSheetReferences(workbook, sheet.name);
  workbook.emit({ kind: 'sheetDeleted', sheet });
}

/** `Gone!A1` reads `#REF!` afterwards; text literals and longer sheet names are left alone. */
function dropSheetReferences(workbook: Workbook, gone: string): void {
  const isGone = (name: string | undefined) => name?.toLowerCase() === gone.toLowerCase();
  rewriteAllFormulas(workbook, (formula) =>
    rewriteFormula(formula, {
      reference: (name, text) => (isGone(name) ? '#REF!' : withSheet(name, text)),
    }),
  );
}

function nextVisible(workbook: Workbook, sheet: Sheet): Sheet {
  const at = workbook.sheets.indexOf(sheet);
  const ordered = [...workbook.sheets.slice(at + 1), ...workbook.sheets.slice(0, at).reverse()];
  return ordered.find((other) => other.visibility === 'Visible') ?? sheet;
}

/** @throws InvalidArgument, ItemAlreadyExists */
export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  assertStructure(workbook);
  assertSheetName(name);
  const taken = workbook.findSheet(name);
  if (taken && taken !== sheet) throw new HostError('ItemAlreadyExists');
  const before = sheet.name;
  sheet.name = name;
  rewriteAllFormulas(workbook, (formula) => renameSheetIn(formula, before, name));
  workbook.emit({ kind: 'sheetRenamed', sheet, before, after: name });
}

export function moveSheet(workbook: Workbook, sheet: Sheet, position: number): void {
  assertStructure(workbook);
  requireArgument(position >= 0 && position < workbook.sheets.length);
  const before = workbook.sheets.indexOf(sheet);
  workbook.sheets.splice(before, 1);
  workbook.sheets.splice(position, 0, sheet);
  if (before !== position) workbook.emit({ kind: 'sheetMoved', sheet, before, after: position });
}

/** @throws InvalidOperation when no visible sheet would be left */
export function setVisibility(workbook: Workbook, sheet: Sheet, visibility: SheetVisibility): void {
  assertStructure(workbook);
  const before = sheet.visibility;
  const last = visibleSheets(workbook).every((other) => other === sheet);
  if (visibility !== 'Visible' && last) throw new HostError('InvalidOperation');
  sheet.visibility = visibility;
  if (visibility !== 'Visible' && workbook.activeSheet === sheet) activateSheet(workbook, nextVisible(workbook, sheet));
  if (before !== visibility) workbook.emit({ kind: 'sheetVisibility', sheet, before, after: visibility });
}

/** @throws InvalidOperation for a hidden sheet */
export function activateSheet(workbook: Workbook, sheet: Sheet): void {
  if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
  const before = workbook.activeSheet;
  if (before === sheet) return;
  deactivateObjects(workbook);
  workbook.activeSheet = sheet;
  workbook.selection = { sheet, areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] };
  workbook.emit({ kind: 'sheetDeactivated', sheet: before });
  workbook.emit({ kind: 'sheetActivated', sheet });
}

/** Selects cells and activates their sheet. */
export function select(workbook: Workbook, sheet: Sheet, areas: Area[]): void {
  activateSheet(workbook, sheet);
  deactivateObjects(workbook);
  workbook.selection = { sheet, areas };
  const first = areas[0];
  if (first) workbook.emit({ kind: 'selection', sheet, area: first });
}

/** Copies a sheet with cells, sizes, rules and tables (renamed); charts and shapes come along as they are. */
export function copySheet(workbook: Workbook, source: Sheet, index: number): Sheet {
  assertStructure(workbook);
  const [, base = source.name] = /^(.*?)(?: \(\d+\))?$/.exec(source.name) ?? [];
  let number = 2;
  while (workbook.findSheet(`${base} (${number})`)) number++;
  const copy = workbook.createSheet(`${base} (${number})`);
  copyContents(source, copy);
  const tables = workbook.tablesOn(source).map((table) => [table.name, copyTable(workbook, table, copy)] as const);
  for (const name of workbook.names.filter(({ scope }) => scope === source))
    workbook.names.push({ ...name, scope: copy });
  turnToCopy(workbook, source, copy, new Map(tables.map(([name, table]) => [name.toLowerCase(), table.name])));
  copyPivots(workbook, source, copy);
  workbook.sheets.splice(workbook.sheets.indexOf(copy), 1);
  workbook.sheets.splice(index, 0, copy);
  workbook.emit({ kind: 'sheetAdded', sheet: copy });
  return copy;
}

export function copyContents(source: Sheet, copy: Sheet): void {
  source.grid.forEach((row, column, cell) => copy.grid.put(row, column, { ...cell }));
  const maps = [
    'columnWidths',
    'rowHeights',
    'columnStyles',
    'rowStyles',
    'columnOutline',
    'rowOutline',
    'customProperties',
  ] as const;
  for (const key of maps)
    for (const [index, value] of source[key]) (copy[key] as Map<unknown, unknown>).set(index, value);
  for (const key of ['hiddenColumns', 'hiddenRows', 'filteredRows'] as const)
    for (const index of source[key]) copy[key].add(index);
  copy.merges = [...source.merges];
  copy.validations = structuredClone(source.validations);
  copy.conditionalFormats = structuredClone(source.conditionalFormats);
  copy.charts = structuredClone(source.charts);
  copy.shapes = structuredClone(source.shapes);
  copy.tabColor = source.tabColor;
  copy.freeze = source.freeze;
  copy.showHeadings = source.showHeadings;
  copy.standardWidth = source.standardWidth;
  copy.protection = structuredClone(source.protection);
  copy.autoFilter = structuredClone(source.autoFilter);
  copy.comments = structuredClone(source.comments);
  copy.showGridlines = source.showGridlines;
  Object.assign(copy.pageLayout, copyBag(source.pageLayout));
}

/** What named the copied sheet or one of its tables names the copy now, on the copy only. */
function turnToCopy(workbook: Workbook, source: Sheet, copy: Sheet, tables: ReadonlyMap<string, string>): void {
  rewriteAllFormulas(workbook, (formula, _place, home) =>
    home !== copy
      ? formula
      : renameSheetIn(
          rewriteFormula(formula, { structured: (name, body) => (tables.get(name.toLowerCase()) ?? name) + body }),
          source.name,
          copy.name,
        ),
  );
}

function copyTable(workbook: Workbook, source: Table, sheet: Sheet): Table {
  let number = 2;
  while (workbook.findTable(`${source.name}${number}`)) number++;
  const table = workbook.createTable(`${source.name}${number}`, sheet, source.area);
  const { showHeaders, showTotals, style, showBandedRows, showBandedColumns, showFilterButton } = source;
  Object.assign(table, { showHeaders, showTotals, style, showBandedRows, showBandedColumns, showFilterButton });
  table.columns = source.columns.map(({ id, name, formula, filter }) => ({ id, name, formula, filter }));
  return table;
}
