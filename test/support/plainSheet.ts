import type { SourceSheet } from '../../src/template/adopt';

/** A sheet of a person's own with nothing special about it. */
export const plainSheet: Omit<SourceSheet, 'sheet' | 'rows'> = {
  top: 0,
  left: 0,
  pointer: null,
  formulas: {},
  numberFormats: [],
  merges: [],
  table: null,
  boundTo: null,
  protected: false,
  filtered: false,
  spills: false,
  freeColumns: null,
  date1904: false,
};
