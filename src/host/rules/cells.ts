import { assumed, documented, documentedApi, documentedSupport, type HostRule } from './evidence';

/** What becomes of values, formulas and formats that are written into cells. */
export const cells = {
  'null-leaves-cell': {
    text: 'In a written matrix null leaves the cell, an empty string clears it.',
    evidence: documented('excel/excel-add-ins-blank-null-values'),
  },
  'validation-bypass': {
    text: 'Values written by an add-in are not validated; those typed by a person are.',
    evidence: documented('excel/excel-add-ins-data-validation'),
  },
  'sign-starts-formula': {
    text: 'Written text that starts with = + or - is a formula, unless it reads as a number or is a lone sign.',
    evidence: documentedApi('excel/excel.range#excel-excel-range-values-member'),
  },
  'at-sign-calls': {
    text: 'Written text that starts with @ is the call of a function, or an InvalidArgument.',
    evidence: assumed('Excel takes it for the formulas of an older program and refuses what is no function'),
  },
  'formula-checked-on-entry': {
    text: 'A formula that cannot be read, or names a sheet, table or column that is not there, is an InvalidArgument.',
    evidence: assumed('Excel refuses to enter it; the code is the one the API gives for bad formulas'),
  },
  'formula-canonical': {
    text: 'Functions, references, TRUE and FALSE are stored in capitals; sheets, tables and names as they were defined.',
    evidence: assumed('Excel stores formulas as tokens and prints them again'),
  },
  'formula-limits': {
    text: 'A formula of more than 8,192 characters, or with a text of more than 255 between quotes, is an InvalidArgument.',
    evidence: documentedSupport('excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3'),
  },
  'fifteen-digits': {
    text: 'Of a number that is written as text 15 digits count; zeros stand for the rest.',
    evidence: documentedSupport('excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3'),
  },
  'number-format-checked': {
    text: 'A number format with open quotes, unknown brackets or more than four sections is an InvalidArgument.',
    evidence: assumed('Excel refuses to take it'),
  },
  'merged-cells-write-first': {
    text: 'Of values written over merged cells only the first cell keeps one; merging keeps the first value there is.',
    evidence: assumed('seen in desktop Excel'),
  },
  'spill-refused': {
    text: 'An array does not spill inside a table, over merged cells, off the sheet or over cells in use: #SPILL!.',
    evidence: documentedSupport('how-to-correct-a-spill-error-ffe0f555-b479-4a17-a6e2-ef9cc9ad4023'),
  },
  'rules-refuse-structured': {
    text: 'Validations and conditional formats take no structured references: InvalidArgument. INDIRECT is the way round.',
    evidence: assumed('Excel refuses to enter them'),
  },
} as const satisfies Record<string, HostRule>;
