import { columnDef, tableDef } from '../template/load';
import type { ColumnPlace } from '../template/switchable';
import type { Language } from '../template/types';
import { tableTitle } from './tableTitle';

/** What people call a column: its sheet and its caption. */
export const columnName = ({ table, column }: ColumnPlace, language: Language): string =>
  `${tableTitle(table, language)}: ${columnDef(tableDef(table), column).caption[language]}`;
