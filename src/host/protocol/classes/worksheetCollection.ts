import { addSheet } from '../../edit/sheets';
import type { Workbook } from '../../store/workbook';
import { defineClass, object } from '../hostClass';
import { found, optionalText } from '../convert';

function shown(workbook: Workbook, visibleOnly: unknown): Workbook['sheets'] {
  return workbook.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'Visible');
}

export const worksheetCollectionClass = defineClass<Workbook>({
  items: (workbook) => workbook.sheets.map((sheet) => object('Worksheet', sheet)),
  item: (workbook, key) => object('Worksheet', workbook.sheet(String(key))),
  methods: {
    Add: (workbook, [name]) => object('Worksheet', addSheet(workbook, optionalText(name))),
    GetActiveWorksheet: (workbook) => object('Worksheet', workbook.activeSheet),
    GetCount: (workbook, [visibleOnly]) => shown(workbook, visibleOnly).length,
    GetFirst: (workbook, [visibleOnly]) => object('Worksheet', found(shown(workbook, visibleOnly)[0])),
    GetLast: (workbook, [visibleOnly]) => object('Worksheet', found(shown(workbook, visibleOnly).at(-1))),
  },
});
