import { assumed, documented, type HostRule } from './evidence';

/** Pivot tables and slicers. */
export const pivots = {
  'pivot-refresh': {
    text: 'A pivot table shows its source as it was when it was made or last refreshed.',
    evidence: documented('excel/excel-add-ins-pivottables'),
  },
  'pivot-one-axis': {
    text: 'A hierarchy put on an axis leaves the row, column or filter axis where it was.',
    evidence: documented('excel/excel-add-ins-pivottables'),
  },
  'pivot-filter-needs-axis': {
    text: 'A filter applied to a field that is on no axis is an InvalidOperation.',
    evidence: assumed('the page on PivotTables says that the field must be on one, not how it fails'),
  },
  'pivot-one-filter': {
    text: 'A new filter of another kind replaces the old one unless allowMultipleFiltersPerField is set.',
    evidence: assumed("what Excel's filter menu does"),
  },
  'pivot-difference-na': {
    text: 'A value compared with a base item that has none shows #N/A; the base item itself shows nothing.',
    evidence: documented('excel/excel-add-ins-pivottables'),
  },
  'pivot-automatic-function': {
    text: 'A column of numbers only is summed up, any other is counted.',
    evidence: assumed("what Excel's field list does"),
  },
  'pivot-positions': {
    text: 'Headers, labels, subtotals and grand totals stand where the field list of Excel puts them; filters two columns wide above, with a blank row between, the body moving down when there is no room.',
    evidence: assumed('the layouts of desktop Excel; the API tells the ranges but no document their shape'),
  },
  'pivot-empty-size': {
    text: 'A pivot table without fields takes 3 columns and 18 rows.',
    evidence: assumed('the placeholder of desktop Excel'),
  },
  'pivot-custom-lists': {
    text: 'Names of days and months are sorted by the calendar while useCustomSortLists is set.',
    evidence: assumed("Excel's built-in lists, in English"),
  },
  'pivot-overwrites': {
    text: 'A growing pivot table replaces what stands in its way, except tables and other pivot tables.',
    evidence: assumed('Excel asks a person; a script has nobody to ask'),
  },
  'pivot-cells-locked': {
    text: 'Writing into, or tearing apart, a pivot table is a PivotTableRangeConflict; clearing all of it deletes it.',
    evidence: documented('testing/application-specific-api-error-handling'),
  },
  'pivot-copied-with-sheet': {
    text: 'A copied sheet has its pivot tables too, under the same names and over the same sources.',
    evidence: assumed('what desktop Excel does'),
  },
  'pivot-silent': {
    text: 'The cells that a pivot table fills raise no events.',
    evidence: assumed('nothing documented names one'),
  },
  'slicer-unknown-key': {
    text: 'Selecting an item that a slicer has not is an InvalidArgument.',
    evidence: assumed('the code of other bad keys'),
  },
  'slicer-delete-keeps-filter': {
    text: 'A deleted slicer leaves its filter; a deleted table or pivot table takes its slicers along.',
    evidence: assumed('what desktop Excel does'),
  },
} as const satisfies Record<string, HostRule>;
