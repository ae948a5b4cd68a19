import { requireArgument } from '../../errors';
import { requirePlace } from '../../edit/resolve';
import { addTable } from '../../edit/tables';
import type { Sheet } from '../../store/sheet';
import type { Table } from '../../store/table';
import type { Workbook } from '../../store/workbook';
import { defineClass, HostObject, object } from '../hostClass';
import { flag, text } from '../convert';
import { RangeTarget } from '../targets';

/** The tables of a sheet, or of the workbook. */
interface Scope {
  sheet?: Sheet;
}

function tables({ sheet }: Scope, workbook: Workbook): Table[] {
  return sheet ? workbook.tablesOn(sheet) : workbook.tables;
}

function add({ sheet }: Scope, [address, hasHeaders]: unknown[], workbook: Workbook): HostObject {
  const range = address instanceof HostObject ? address.target : undefined;
  const home = sheet ?? workbook.activeSheet;
  const place =
    range instanceof RangeTarget
      ? { sheet: range.sheet, area: range.cells }
      : requirePlace(workbook, home, text(address));
  requireArgument(!sheet || place.sheet === sheet);
  return object('Table', addTable(workbook, place.sheet, place.area, flag(hasHeaders)));
}

export const tableCollectionClass = defineClass<Scope>({
  properties: { Count: { get: (scope, { workbook }) => tables(scope, workbook).length } },
  items: (scope, { workbook }) => tables(scope, workbook).map((table) => object('Table', table)),
  item: (scope, key, { workbook }) => {
    const table = workbook.findTable(String(key));
    return table && tables(scope, workbook).includes(table) ? object('Table', table) : null;
  },
  methods: { Add: (scope, args, { workbook }) => add(scope, args, workbook) },
});

export const tableScopedCollectionClass = defineClass<Table[]>({
  items: (found) => found.map((table) => object('Table', table)),
  item: (found, key) => {
    const table = found.find(
      (candidate) => candidate.id === key || candidate.name.toLowerCase() === String(key).toLowerCase(),
    );
    return table ? object('Table', table) : null;
  },
  methods: {
    GetFirst: (found) => (found[0] ? object('Table', found[0]) : null),
  },
});
