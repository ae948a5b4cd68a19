import { assumed, documentedApi, reported, type HostRule } from './evidence';

/** What happens when ranges and sheets are moved, sorted, grouped and copied. */
export const ranges = {
  'resize-past-corner': {
    text: 'getResizedRange moves the bottom right corner, also beyond the top left one.',
    evidence: assumed('a sample of Microsoft draws lines to the left and upwards with it'),
  },
  'move-like-cut': {
    text: 'moveTo is cut and paste: references follow, overwritten cells are #REF!, whole tables come along, parts of headers do not move.',
    evidence: documentedApi('excel/excel.range#excel-excel-range-moveto-member(1)'),
  },
  'insert-delete-conflict': {
    text: 'Moving cells fails when it would tear merged cells or a table, delete a header row alone, or push values off the sheet.',
    evidence: assumed('Excel refuses; the code is its own for insertions and deletions'),
  },
  'filtered-range-keeps-shape': {
    text: 'Single cells of a filtered list that is no table are neither inserted nor deleted: FilteredRangeConflict.',
    evidence: assumed('the error code says so'),
  },
  'sort-refuses-merged-and-arrays': {
    text: 'A range with merged cells or spilled arrays is not sorted: InvalidOperation.',
    evidence: assumed('Excel refuses; the code is a guess'),
  },
  'sort-leaves-hidden': {
    text: 'Hidden and filtered rows stay where they are when rows are sorted.',
    evidence: assumed('support page "Sort data in a range or table"'),
  },
  'group-fits-range': {
    text: 'Entire rows cannot be grouped by columns, nor entire columns by rows: InvalidArgument; more than eight levels: InvalidOperation.',
    evidence: documentedApi('excel/excel.range#excel-excel-range-group-member(1)'),
  },
  'sheet-copy-refers-to-itself': {
    text: 'On a copied sheet formulas name the copy and its own tables and names.',
    evidence: assumed('seen in desktop Excel'),
  },
  'sheet-views-names-only': {
    text: 'Named sheet views are kept and switched; what is hidden or sorted in one is not kept apart.',
    evidence: assumed('a limit of the host, not of Excel'),
  },
  'funnel-is-chartex': {
    text: 'series of a funnel chart is an UnsupportedOperation; its type reads back as null on the web.',
    evidence: reported('910'),
  },
} as const satisfies Record<string, HostRule>;
