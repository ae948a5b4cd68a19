import type { Area } from './address';
import { type Bag, createBag } from './bag';
import type { CellValue } from './cell';
import type { Change } from './change';
import { HostError } from '../errors';
import type { RuleVariant } from '../rules';
import type { PivotTable, Slicer } from './pivot';
import { Sheet } from './sheet';
import type { StylePatch } from './style';
import { createStyleLists } from './styleLists';
import { Table } from './table';

/** A range somebody holds on to: it moves when rows or columns are inserted or deleted around it. */
export interface Anchor {
  readonly sheet: Sheet;
  /** `null` once all of its cells were deleted. */
  area: Area | null;
}

export interface DefinedName {
  name: string;
  /** With `=`. */
  formula: string;
  /** The sheet it belongs to; absent for a workbook name. */
  scope?: Sheet;
  visible: boolean;
  comment: string;
}

export interface XmlPart {
  id: string;
  xml: string;
}

/** `Excel.Binding`: an id for a range or table. */
export interface Binding {
  id: string;
  type: 'Range' | 'Table' | 'Text';
  anchor: Anchor;
  table?: Table;
}

export interface Selection {
  sheet: Sheet;
  areas: Area[];
}

/** The workbook's contents: the only truth (decision 24). Rules live in `edit/`; this class holds, finds and reports. */
export class Workbook {
  /** Which reading of the assumed rules holds (rules.ts). */
  variant: RuleVariant = 'usual';
  name = 'Book1.xlsx';
  date1904 = false;
  isDirty = false;
  /** Opened for reading only: Excel says so and still lets scripts write; the file on disk stays. */
  readOnly = false;
  calculationMode = 'Automatic';
  /** Until the present request ends: what is read meanwhile may be out of date. */
  calculationSuspended = false;
  sheets: Sheet[] = [];
  tables: Table[] = [];
  names: DefinedName[] = [];
  /** Also those whose sheet is gone: `pivotsOf` and `slicersOf` leave them out. */
  pivots: PivotTable[] = [];
  slicers: Slicer[] = [];
  styles = new Map<string, StylePatch>();
  xmlParts: XmlPart[] = [];
  protection: { password?: string } | null = null;
  readonly styleLists = createStyleLists();
  readonly settings = new Map<string, unknown>();
  /** The add-in that the file names as the owner of its settings. */
  addin: { storeType: string; store: string; addinId: string; version: string } | null = null;
  readonly customProperties = new Map<string, unknown>();
  readonly bindings = new Map<string, Binding>();
  readonly properties: Bag = createBag();
  readonly application: Bag = createBag();
  readonly anchors = new Set<Anchor>();
  activeSheet: Sheet;
  selection: Selection;
  activeChart: { sheetId: string; chartId: string } | null = null;
  activeShape: { sheetId: string; shapeId: string } | null = null;
  autoSave = true;
  /** Called for every change, in order. */
  onChange: (change: Change) => void = () => undefined;
  /** Rectangles that formulas fill, as of the last calculation. */
  spills: { sheet: Sheet; area: Area }[] = [];
  /** Brings dirty formulas up to date unless calculation is manual; called before a value is read. */
  calculate: () => void = () => undefined;
  /** The same on explicit request, manual or not. */
  calculateNow: () => void = () => undefined;
  /** As {@link calculateNow}, now and then making room for others; yields the share (0 to 1) that is done. */
  calculateSteps: () => Generator<number, void> = function* () {};
  /** The value of a formula (without `=`) that stands in no cell; null without an engine. */
  evaluate: (formula: string) => CellValue = () => null;
  private counters = new Map<string, number>();

  constructor() {
    this.activeSheet = this.createSheet('Sheet1');
    this.selection = { sheet: this.activeSheet, areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] };
  }

  /** The next number of a series of ids (`sheet`, `table`, `chart` ...). */
  nextNumber(series: string): number {
    const next = (this.counters.get(series) ?? 0) + 1;
    this.counters.set(series, next);
    return next;
  }

  /** Adds an empty sheet at the end without reporting it. */
  createSheet(name: string): Sheet {
    const number = this.nextNumber('sheet').toString(16).toUpperCase().padStart(4, '0');
    const sheet = new Sheet(`{00000000-0001-0000-${number}-000000000000}`, name);
    this.sheets.push(sheet);
    return sheet;
  }

  /** Adds a table object without touching cells. */
  createTable(name: string, sheet: Sheet, area: Area): Table {
    const table = new Table(String(this.nextNumber('table')), name, sheet, area);
    this.tables.push(table);
    return table;
  }

  /** By id or, ignoring case, by name. */
  findSheet(key: string): Sheet | undefined {
    const lower = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === lower);
  }

  /** @throws ItemNotFound */
  sheet(key: string): Sheet {
    const sheet = this.findSheet(key);
    if (!sheet) throw new HostError('ItemNotFound');
    return sheet;
  }

  tablesOn(sheet: Sheet): Table[] {
    return this.tables.filter((table) => table.sheet === sheet);
  }

  /** By id or, ignoring case, by name. */
  findTable(key: string): Table | undefined {
    const lower = key.toLowerCase();
    return (
      this.tables.find((table) => table.name.toLowerCase() === lower) ?? this.tables.find((table) => table.id === key)
    );
  }

  /** The name as seen from a sheet: its own first, then the workbook's. */
  findName(name: string, scope?: Sheet): DefinedName | undefined {
    const same = this.names.filter((item) => item.name.toLowerCase() === name.toLowerCase());
    return same.find((item) => item.scope === scope) ?? same.find((item) => !item.scope);
  }

  /** The rectangle that the formula in this cell fills, if it fills more than the cell. */
  spillAt(sheet: Sheet, row: number, column: number): Area | undefined {
    return this.spills.find((spill) => spill.sheet === sheet && spill.area.row === row && spill.area.column === column)
      ?.area;
  }

  emit(change: Change): void {
    this.isDirty = true;
    this.onChange(change);
  }
}
