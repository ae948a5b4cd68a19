import type { Value } from '../../crm/snapshot';
import { rawText } from './rawCell';
import type { ImportProblemCode, RawCell } from './types';

/** A decoded cell; with a `code` also something to list. */
export interface Parsed {
  readonly value: Value;
  readonly code?: ImportProblemCode;
}

export type CellParser = (cell: RawCell) => Parsed;

/** Not readable as the column's type: the text is kept as it is, so that nothing is lost, and listed (C-04). */
export const unreadable = (cell: RawCell, code: ImportProblemCode): Parsed => ({ value: rawText(cell), code });

/** Longer cell texts than this cannot be numbers or dates, and hostile ones would keep a pattern busy. */
export const longestNumberOrDate = 64;
