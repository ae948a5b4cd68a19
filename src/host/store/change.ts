import type { Area } from './address';
import type { CellValue } from './cell';
import type { Chart, Comment, Sheet } from './sheet';
import type { Table } from './table';

/** `Excel.DataChangeType`. */
export type DataChangeType =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

/** What happened in the workbook; the events of every client and the preview's grid are made from these. */
export type Change =
  | {
      kind: 'cells';
      sheet: Sheet;
      area: Area;
      changeType: DataChangeType;
      shiftDirection?: 'ShiftCellLeft' | 'ShiftCellUp' | 'ShiftCellRight' | 'ShiftCellDown';
      /** Only when a single cell was edited. */
      details?: { before: CellValue; after: CellValue };
      /** Cells whose formula changed. */
      formulas?: { row: number; column: number; previous: string }[];
    }
  | { kind: 'format'; sheet: Sheet; area: Area }
  | { kind: 'calculated'; sheet: Sheet; area: Area }
  | { kind: 'selection'; sheet: Sheet; area: Area }
  | { kind: 'sheetAdded' | 'sheetActivated' | 'sheetDeactivated'; sheet: Sheet }
  | { kind: 'sheetDeleted'; sheet: Sheet }
  | { kind: 'sheetRenamed'; sheet: Sheet; before: string; after: string }
  | { kind: 'sheetMoved'; sheet: Sheet; before: number; after: number }
  | { kind: 'sheetVisibility'; sheet: Sheet; before: string; after: string }
  | { kind: 'protection'; sheet: Sheet; isProtected: boolean }
  | { kind: 'rowHidden'; sheet: Sheet; area: Area; hidden: boolean }
  | { kind: 'sorted'; sheet: Sheet; area: Area; axis: 'row' | 'column' }
  | { kind: 'tableAdded' | 'tableDeleted' | 'tableFiltered'; table: Table; sheet: Sheet }
  | { kind: 'chartAdded' | 'chartDeleted' | 'chartActivated' | 'chartDeactivated'; chart: Chart; sheet: Sheet }
  | { kind: 'commentAdded' | 'commentChanged' | 'commentDeleted'; comment: Comment; sheet: Sheet }
  | { kind: 'settings' }
  | { kind: 'structure' };
