import { HostError, requireArgument } from '../../errors';
import { applySheetFilter, applyTableFilters, clearFilters, isFiltered } from '../../edit/filter';
import {
  type Area,
  areaBetween,
  formatArea,
  isEntireColumns,
  isEntireRows,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
} from '../../store/address';
import type { FilterCriteria, Protection, Sheet } from '../../store/sheet';
import type { Table } from '../../store/table';
import type { Workbook } from '../../store/workbook';
import { areaArgument } from '../areaArgument';
import { found, integer, optionalText, record, text } from '../convert';
import { type Call, defineClass, type HostClass, object } from '../hostClass';
import { rangeObject } from '../targets';

/** A table's own filter, or the sheet's AutoFilter. */
interface FilterTarget {
  sheet: Sheet;
  table?: Table;
}

function filterArea({ sheet, table }: FilterTarget): Area {
  return found(table ? table.area : sheet.autoFilter?.area);
}

function criteriaOf({ sheet, table }: FilterTarget): (FilterCriteria | null)[] | null {
  if (table) return table.columns.map((column) => column.filter ?? null);
  const filter = sheet.autoFilter;
  return filter && Array.from({ length: filter.area.columns }, (_, index) => filter.criteria.get(index) ?? null);
}

function applyFilter({ sheet, table }: FilterTarget, [range, index, criteria]: unknown[], { workbook }: Call): void {
  if (table) {
    const column = table.columns[integer(index)];
    requireArgument(column !== undefined);
    column.filter = record(criteria);
    return applyTableFilters(workbook, table);
  }
  const area = areaArgument(sheet, range, workbook);
  const same = sheet.autoFilter && formatArea(sheet.autoFilter.area) === formatArea(area);
  sheet.autoFilter = same ? sheet.autoFilter : { area, criteria: new Map() };
  if (criteria !== null && criteria !== undefined) sheet.autoFilter?.criteria.set(integer(index), record(criteria));
  applySheetFilter(workbook, sheet);
}

function clearCriteria({ sheet, table }: FilterTarget, workbook: Workbook, index?: number): void {
  if (table && index === undefined) return clearFilters(workbook, table);
  if (table) {
    delete table.columns[index as number]?.filter;
    return applyTableFilters(workbook, table);
  }
  if (index === undefined) sheet.autoFilter?.criteria.clear();
  else sheet.autoFilter?.criteria.delete(index);
  applySheetFilter(workbook, sheet);
}

const autoFilter = defineClass<FilterTarget>({
  properties: {
    Enabled: { get: ({ sheet, table }) => (table ? table.showFilterButton : sheet.autoFilter !== null) },
    IsDataFiltered: {
      get: ({ sheet, table }) => (table ? isFiltered(table) : (sheet.autoFilter?.criteria.size ?? 0) > 0),
    },
    Criteria: { get: criteriaOf },
  },
  methods: {
    Apply: applyFilter,
    ClearCriteria: (target, _args, { workbook }) => clearCriteria(target, workbook),
    ClearColumnCriteria: (target, [index], { workbook }) => clearCriteria(target, workbook, integer(index)),
    GetRange: (target) => rangeObject(target.sheet, filterArea(target)),
    Reapply: (target, _args, { workbook }) =>
      target.table ? applyTableFilters(workbook, target.table) : applySheetFilter(workbook, target.sheet),
    Remove: (target, _args, { workbook }) => {
      clearCriteria(target, workbook);
      if (!target.table) target.sheet.autoFilter = null;
    },
  },
});

function freeze(sheet: Sheet, rows: number, columns: number): void {
  requireArgument(rows >= 0 && columns >= 0 && rows + columns > 0);
  sheet.freeze = areaBetween(0, 0, (rows || MAX_ROWS) - 1, (columns || MAX_COLUMNS) - 1);
}

const freezePanes = defineClass<Sheet>({
  methods: {
    FreezeAt: (sheet, [range], { workbook }) => {
      const area = areaArgument(sheet, range, workbook);
      freeze(sheet, isEntireColumns(area) ? 0 : lastRow(area) + 1, isEntireRows(area) ? 0 : lastColumn(area) + 1);
    },
    FreezeRows: (sheet, [count]) => freeze(sheet, count === null || count === undefined ? 1 : integer(count), 0),
    FreezeColumns: (sheet, [count]) => freeze(sheet, 0, count === null || count === undefined ? 1 : integer(count)),
    Unfreeze: (sheet) => void (sheet.freeze = null),
    GetLocation: (sheet) => rangeObject(sheet, found(sheet.freeze)),
  },
});

/** `Excel.WorksheetProtectionOptions`, all off. */
const NO_PERMISSIONS = Object.fromEntries(
  [
    'AutoFilter',
    'DeleteColumns',
    'DeleteRows',
    'EditObjects',
    'EditScenarios',
    'FormatCells',
    'FormatColumns',
    'FormatRows',
  ]
    .concat(['InsertColumns', 'InsertHyperlinks', 'InsertRows', 'PivotTables', 'Sort'])
    .map((name) => [`allow${name}`, false]),
);

function assertPassword(protection: { password?: string } | null, password: unknown): void {
  if (protection?.password !== undefined && protection.password !== optionalText(password))
    throw new HostError('AccessDenied');
}

function protect(sheet: Sheet, [options, password]: unknown[], { workbook }: Call): void {
  if (sheet.protection) throw new HostError('AccessDenied');
  const protection: Protection = {
    options: { ...NO_PERMISSIONS, selectionMode: 'Normal', ...(options ? record(options) : {}) },
  };
  sheet.protection = { ...protection, password: optionalText(password) };
  workbook.emit({ kind: 'protection', sheet, isProtected: true });
}

const worksheetProtection = defineClass<Sheet>({
  properties: {
    Protected: { get: (sheet) => sheet.protection !== null },
    Options: { get: (sheet) => sheet.protection?.options ?? NO_PERMISSIONS },
  },
  methods: {
    Protect: protect,
    Unprotect: (sheet, [password], { workbook }) => {
      assertPassword(sheet.protection, password);
      const was = sheet.protection !== null;
      sheet.protection = null;
      if (was) workbook.emit({ kind: 'protection', sheet, isProtected: false });
    },
  },
});

const workbookProtection = defineClass<Workbook>({
  properties: { Protected: { get: (workbook) => workbook.protection !== null } },
  methods: {
    Protect: (workbook, [password]) => {
      if (workbook.protection) throw new HostError('AccessDenied');
      workbook.protection = { password: optionalText(password) };
    },
    Unprotect: (workbook, [password]) => {
      assertPassword(workbook.protection, password);
      workbook.protection = null;
    },
  },
});

interface PropertyTarget {
  sheet: Sheet;
  key: string;
}

/** Keys ignore case. */
function propertyKey(sheet: Sheet, key: unknown): string | undefined {
  return [...sheet.customProperties.keys()].find((name) => name.toLowerCase() === String(key).toLowerCase());
}

const customProperties = defineClass<Sheet>({
  items: (sheet) => [...sheet.customProperties.keys()].map((key) => object('WorksheetCustomProperty', { sheet, key })),
  item: (sheet, key) => {
    const name = propertyKey(sheet, key);
    return name === undefined ? null : object('WorksheetCustomProperty', { sheet, key: name });
  },
  methods: {
    Add: (sheet, [key, value]) => {
      const name = propertyKey(sheet, text(key)) ?? text(key);
      sheet.customProperties.set(name, text(value));
      return object('WorksheetCustomProperty', { sheet, key: name });
    },
  },
});

const customProperty = defineClass<PropertyTarget>({
  identity: ({ key }) => key,
  identityKey: '_Id',
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ sheet, key }) => found(sheet.customProperties.get(key)),
      set: ({ sheet, key }, value) => void sheet.customProperties.set(key, text(value)),
    },
  },
  methods: { Delete: ({ sheet, key }) => void sheet.customProperties.delete(key) },
});

export const SHEET_PART_CLASSES: Record<string, HostClass<never>> = {
  AutoFilter: autoFilter,
  WorkbookProtection: workbookProtection,
  WorksheetCustomProperty: customProperty,
  WorksheetCustomPropertyCollection: customProperties,
  WorksheetFreezePanes: freezePanes,
  WorksheetProtection: worksheetProtection,
};
