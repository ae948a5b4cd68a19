import { tableDef, template } from '../template/load';
import type { Language } from '../template/types';

/** What people call a table: its sheet when it has one of its own (Opportunities), else its label (Cadence rule). */
export function tableTitle(tableId: string, language: Language): string {
  const { sheet, label } = tableDef(tableId);
  const alone = template.tables.filter((table) => table.sheet === sheet).length === 1;
  const own = alone ? template.sheets.find(({ id }) => id === sheet) : undefined;
  return (own?.name ?? label)[language];
}
