import { assumed, documented, documentedApi, reported, type HostRule } from './evidence';

/** How tables grow, shrink and keep their columns. */
export const tables = {
  'table-auto-extend': {
    text: 'A table grows when values are written directly under its body (or right of it) and nothing lies there yet.',
    evidence: documented('excel/co-authoring-in-excel-add-ins'),
    pessimistic:
      'It grows only when the last cell of each new row was written and is not empty (reported in issue 3013).',
  },
  'no-extend-over-validation': {
    text: 'A table does not grow onto cells that have a data validation.',
    evidence: documented('excel/co-authoring-in-excel-add-ins'),
  },
  'no-extend-with-totals': {
    text: 'A table that shows its totals row does not grow by writing under it.',
    evidence: assumed('AutoExpansion has no row to take; seen in desktop Excel'),
  },
  'extend-edge-cell': {
    text: 'A table extension needs a value in the edge cell.',
    evidence: reported('3013'),
  },
  'no-extend-own-total': {
    text: 'A table does not grow over a formula on its own columns that is written directly under it.',
    evidence: assumed('it would refer to itself; samples of Microsoft write such totals'),
  },
  'no-extend-protected': {
    text: 'A table on a protected sheet does not grow, even over unlocked cells; its own members are AccessDenied.',
    evidence: reported('646'),
  },
  'this-row-below-table': {
    text: '[@x] may be written into cells directly under or beside a table, which then takes them in.',
    evidence: assumed('Excel extends the table before it reads the formula again'),
  },
  'calculated-column-new-row': {
    text: 'Rows that a table gains get the formulas of its calculated columns in cells that were left blank.',
    evidence: assumed('true when a person types; not documented for writes by an add-in'),
    pessimistic: 'They stay blank.',
  },
  'calculated-column-first-formula': {
    text: 'A formula written into one cell of an otherwise blank table column fills the column.',
    evidence: assumed('AutoCorrect option, on by default'),
    pessimistic: 'Only the written cell gets it.',
  },
  'calculated-column-replaced': {
    text: 'A new formula in one cell of a calculated column that has no exceptions is for the whole column.',
    evidence: assumed('AutoCorrect option, on by default'),
    pessimistic: 'Only the written cell gets it.',
  },
  'column-values-whole': {
    text: 'Values of a new column include its header; without it they are taken only when the name is given apart.',
    evidence: documentedApi('excel/excel.tablecolumncollection#excel-excel-tablecolumncollection-add-member(1)'),
  },
  'default-captions': {
    text: 'A column without a caption gets the first free Column1, Column2 ... of its table.',
    evidence: assumed('seen in desktop Excel'),
  },
  'resize-leaves-columns': {
    text: 'Columns that a resize leaves out are #REF! in formulas; formulas now outside name the table: Deals[@a].',
    evidence: assumed('seen in desktop Excel'),
  },
  'clear-all-drops-table': {
    text: 'clear() over a whole table takes the table away; over its header alone the captions become Column1 ...',
    evidence: assumed('Cells.Clear does so in desktop Excel'),
  },
  'unknown-table-style': {
    text: 'A table style that is not there is an InvalidArgument.',
    evidence: assumed('the code the API gives for values outside a list'),
  },
} as const satisfies Record<string, HostRule>;
