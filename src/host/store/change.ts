import type { Area } from './address';
import type { CellValue } from './cell';
import type { Chart, Comment, Shape, Sheet } from './sheet';
import type { Table } from './table';

/** `Excel.DataChangeType`. */
export type DataChangeType =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

/** `Excel.CommentChangeType`. */
export type CommentChangeType =
  'CommentEdited' | 'CommentResolved' | 'CommentReopened' | 'ReplyAdded' | 'ReplyDeleted' | 'ReplyEdited';

/** What happened in the workbook; the events of every client and the preview's grid are made from these. */
export type Change =
  | {
      kind: 'cells';
      sheet: Sheet;
      area: Area;
      changeType: DataChangeType;
      shiftDirection?: 'ShiftCellLeft' | 'ShiftCellUp' | 'ShiftCellRight' | 'ShiftCellDown';
      /** The tables that lost cells, and which: afterwards the place does not tell. */
      tables?: readonly { table: Table; part: Area }[];
      /** Only when a single cell was edited. */
      details?: { before: CellValue; after: CellValue };
      /** Cells whose formula changed. */
      formulas?: { row: number; column: number; previous: string }[];
    }
  | { kind: 'format'; sheet: Sheet; area: Area }
  /** `parts` are the cells whose values changed, `area` is around them. */
  | { kind: 'calculated'; sheet: Sheet; area: Area; parts?: readonly Area[] }
  | { kind: 'selection'; sheet: Sheet; area: Area }
  | { kind: 'sheetAdded' | 'sheetActivated' | 'sheetDeactivated'; sheet: Sheet }
  | { kind: 'sheetDeleted'; sheet: Sheet }
  | { kind: 'sheetRenamed'; sheet: Sheet; before: string; after: string }
  | { kind: 'sheetMoved'; sheet: Sheet; before: number; after: number }
  | { kind: 'sheetVisibility'; sheet: Sheet; before: string; after: string }
  | { kind: 'protection'; sheet: Sheet; isProtected: boolean }
  | { kind: 'rowHidden'; sheet: Sheet; area: Area; hidden: boolean }
  /** `moved` are the lines that have other contents now; absent: all. */
  | { kind: 'sorted'; sheet: Sheet; area: Area; axis: 'row' | 'column'; moved?: readonly Area[] }
  | { kind: 'tableAdded' | 'tableDeleted' | 'tableFiltered'; table: Table; sheet: Sheet }
  | { kind: 'chartAdded' | 'chartDeleted' | 'chartActivated' | 'chartDeactivated'; chart: Chart; sheet: Sheet }
  | { kind: 'commentAdded' | 'commentDeleted'; comment: Comment; sheet: Sheet }
  /** `replyIds` are the replies it is about; absent: all of the comment. */
  | {
      kind: 'commentChanged';
      comment: Comment;
      sheet: Sheet;
      changeType?: CommentChangeType;
      replyIds?: readonly string[];
    }
  | { kind: 'shapeActivated' | 'shapeDeactivated'; shape: Shape; sheet: Sheet }
  /** A person clicked a cell, so many points from its top left corner. */
  | { kind: 'clicked'; sheet: Sheet; area: Area; x: number; y: number }
  /** The workbook's window came to the front, or its AutoSave was switched. */
  | { kind: 'workbookActivated' | 'autoSaveChanged' }
  /** A pivot table was drawn or taken away. */
  | { kind: 'pivot'; sheet: Sheet; area: Area }
  /** `saved`: through `Office.context.document.settings`, the only way that raises an event. */
  | { kind: 'settings'; saved?: boolean }
  | { kind: 'structure' };
