import { HostError } from '../../errors';
import { applyTableFilters, clearFilters } from '../../edit/filter';
import { assertUnprotected } from '../../edit/protect';
import { requirePlace } from '../../edit/resolve';
import { convertToRange, deleteTable, renameTable, resizeTable, setHeaders, setTotals } from '../../edit/tables';
import { sortCells, type SortField } from '../../edit/sort';
import type { Area } from '../../store/address';
import type { Table } from '../../store/table';
import { type Call, defineClass, type HostObject, object, type Property } from '../hostClass';
import { flag, list, rangeArgument, record, text } from '../convert';
import { rangeObject } from '../targets';
import { tableStyleName } from './styleLists';

type FlagKey =
  'highlightFirstColumn' | 'highlightLastColumn' | 'showBandedRows' | 'showBandedColumns' | 'showFilterButton';

function flagProperty(key: FlagKey): Property<Table> {
  return { get: (table) => table[key], set: (table, value) => (table[key] = flag(value)) };
}

function part(table: Table, area: Area | null): HostObject {
  if (!area) throw new HostError('ItemNotFound');
  return rangeObject(table.sheet, area);
}

function resize(table: Table, [range]: unknown[], { workbook }: Call): void {
  const area = typeof range === 'string' ? requirePlace(workbook, table.sheet, range).area : rangeArgument(range).cells;
  resizeTable(workbook, table, area);
}

export const tableClass = defineClass<Table>({
  identity: (table) => table.id,
  properties: {
    Id: { get: (table) => table.id },
    LegacyId: { get: (table) => table.id },
    Name: {
      get: (table) => table.name,
      set: (table, value, { workbook }) => renameTable(workbook, table, text(value)),
    },
    ShowHeaders: {
      get: (table) => table.showHeaders,
      set: (table, value, { workbook }) => setHeaders(workbook, table, flag(value)),
    },
    ShowTotals: {
      get: (table) => table.showTotals,
      set: (table, value, { workbook }) => setTotals(workbook, table, flag(value)),
    },
    Style: {
      get: (table) => table.style,
      set: (table, value, { workbook }) => {
        assertUnprotected(table.sheet);
        table.style = tableStyleName(workbook, value);
      },
    },
    HighlightFirstColumn: flagProperty('highlightFirstColumn'),
    HighlightLastColumn: flagProperty('highlightLastColumn'),
    ShowBandedRows: flagProperty('showBandedRows'),
    ShowBandedColumns: flagProperty('showBandedColumns'),
    ShowFilterButton: flagProperty('showFilterButton'),
  },
  objects: {
    AutoFilter: (table) => object('AutoFilter', { sheet: table.sheet, table }),
    Columns: (table) => object('TableColumnCollection', table),
    Rows: (table) => object('TableRowCollection', table),
    Sort: (table) => object('TableSort', table),
    Worksheet: (table) => object('Worksheet', table.sheet),
  },
  methods: {
    GetRange: (table) => part(table, table.area),
    GetDataBodyRange: (table) => part(table, table.body),
    GetHeaderRowRange: (table) => part(table, table.header),
    GetTotalRowRange: (table) => part(table, table.totals),
    ConvertToRange: (table, _args, { workbook }) => {
      convertToRange(workbook, table);
      return part(table, table.area);
    },
    Delete: (table, _args, { workbook }) => deleteTable(workbook, table),
    Resize: resize,
    ClearFilters: (table, _args, { workbook }) => clearFilters(workbook, table),
    ReapplyFilters: (table, _args, { workbook }) => applyTableFilters(workbook, table),
    ClearStyle: (table) => void (table.style = ''),
  },
});

function sort(table: Table, fields: unknown, matchCase: unknown, method: unknown, { workbook }: Call): void {
  const checked = list(fields).map((field) => record(field) as unknown as SortField);
  sortCells(workbook, table.sheet, table.body, checked, {
    matchCase: matchCase === true,
    hasHeaders: false,
    axis: 'row',
  });
  table.sortFields = checked as unknown as Table['sortFields'];
  table.sortMatchCase = matchCase === true;
  table.sortMethod = typeof method === 'string' ? method : 'PinYin';
}

export const tableSortClass = defineClass<Table>({
  properties: {
    Fields: { get: (table) => table.sortFields },
    MatchCase: { get: (table) => table.sortMatchCase },
    Method: { get: (table) => table.sortMethod },
  },
  methods: {
    Apply: (table, [fields, matchCase, method], call) => sort(table, fields, matchCase, method, call),
    Clear: (table) => void (table.sortFields = []),
    Reapply: (table, _args, call) => {
      if (table.sortFields.length > 0) sort(table, table.sortFields, table.sortMatchCase, table.sortMethod, call);
    },
  },
});
