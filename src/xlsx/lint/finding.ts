/** What the Open XML SDK does not see and Excel, LibreOffice or a manager would (decisions 6, 9, 10). */
export type LintCode =
  | 'unreadable'
  | 'wrongStoreType'
  | 'danglingRelationship'
  | 'sharedStringOutOfRange'
  | 'rowsOutOfOrder'
  | 'missingPrefix'
  | 'tableColumnCount'
  | 'tableHeader'
  | 'tableOverlap'
  | 'belowTable'
  | 'duplicateTable'
  | 'duplicateColumn'
  | 'mergeInTable'
  | 'validationOverlap'
  | 'duplicateName'
  | 'badName'
  | 'badFormula'
  | 'noCachedValue'
  | 'dynamicArray'
  | 'structuredReference'
  | 'todayOutsideAsOf'
  | 'uncheckableFunction';

export interface Finding {
  readonly code: LintCode;
  /** A part (`xl/tables/table1.xml`), a cell (`Customers!B5`), a name, a table's column. */
  readonly where: string;
  readonly detail: string;
}

export const finding = (code: LintCode, where: string, detail: string): Finding => ({ code, where, detail });
