/** The shape of the JSON files in `templates/`: what a CRM workbook is. `templates/schema/*.schema.json` mirrors this. */
import type { Language } from '../shared/i18n/language';

export type { Language };
export const languages: readonly Language[] = ['en', 'zh-CN'];
export type Text = Readonly<Record<Language, string>>;

export type ColumnType =
  | 'id'
  | 'text'
  | 'integer'
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'any'
  | 'boolean'
  | 'list'
  | 'reference';

/** `input`: people type it. `formula`: row-local. `rollup`: aggregated from another table. `refreshed`: written by code. */
export type ColumnKind = 'input' | 'formula' | 'rollup' | 'refreshed';

export interface RollupCondition {
  /** Column of the table that is aggregated. */
  readonly column: string;
  readonly op: '=' | '<>' | '<' | '<=' | '>' | '>=';
  /** Exactly one of these: a code of the column's list, a column of the parent row, a defined name, a number. */
  readonly code?: string;
  readonly parent?: string;
  readonly name?: string;
  readonly number?: number;
  /** Days added to the operand (`<= name today - 365` is `{name, plus: -365}`); or a setting's name in `plusName`. */
  readonly plus?: number;
  readonly minusName?: string;
}

export interface Rollup {
  readonly from: string;
  /** Reference column of `from` that points at this table. */
  readonly match: string;
  readonly aggregate: 'count' | 'sum' | 'sumOrBlank' | 'min' | 'max';
  /** Aggregated column of `from`; not needed by `count`. */
  readonly of?: string;
  readonly where?: readonly RollupCondition[];
}

export interface ColumnDef {
  readonly id: string;
  readonly type: ColumnType;
  readonly caption: Text;
  readonly help?: Text;
  readonly kind?: ColumnKind;
  readonly required?: boolean;
  readonly hidden?: boolean;
  readonly width?: number;
  /** `list` and `boolean` columns: id of a list in lists.json. */
  readonly list?: string;
  /** `reference` columns: id of the table pointed at. */
  readonly to?: string;
  /** Other headers that an import recognises, any language, compared without case, spaces and punctuation. */
  readonly synonyms?: readonly string[];
  /** `formula` columns: template text, `{column}` = this row, `{table.column}` = a whole column, `crm_*` = defined names. */
  readonly formula?: string;
  /** `formula` columns that fetch a column of the row a reference points at. */
  readonly lookup?: { readonly reference: string; readonly column: string };
  readonly rollup?: Rollup;
  /** `formula` columns that search another table row by row: held to the same budget as roll-ups (decision 8). */
  readonly scans?: string;
}

/** A conditional format: cells of `columns` change their look in rows whose `when` cell equals a defined name. */
export interface Mark {
  readonly columns: readonly string[];
  readonly when: string;
  readonly equals: string;
  readonly fill?: string;
  readonly color?: string;
}

export interface TableDef {
  readonly id: string;
  readonly tableName: string;
  readonly sheet: string;
  readonly label: Text;
  readonly idPrefix: string;
  /** Column whose unique text may stand in a reference cell instead of the id. */
  readonly nameColumn?: string;
  readonly group: 'data' | 'settings' | 'system';
  readonly synonyms?: readonly string[];
  readonly columns: readonly ColumnDef[];
  readonly marks?: readonly Mark[];
  /** Rows that a new workbook starts with: decoded values (codes, numbers), texts by language. */
  readonly rows?: readonly Readonly<Record<string, string | number | boolean | null | Text>>[];
}

export interface ListItem {
  readonly code: string;
  readonly label: Text;
  readonly synonyms?: readonly string[];
}

export interface SheetDef {
  readonly id: string;
  readonly name: Text;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly tabColor?: string;
}

export interface Template {
  readonly version: number;
  readonly sheets: readonly SheetDef[];
  readonly tables: readonly TableDef[];
  readonly lists: Readonly<Record<string, readonly ListItem[]>>;
}
