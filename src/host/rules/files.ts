import { assumed, documented, type HostRule } from './evidence';

/** What comes out of a file and goes into one. */
export const files = {
  'new-workbook-elsewhere': {
    text: 'Excel.createWorkbook opens another window: nothing of it is seen in this workbook; a file that cannot be read is refused.',
    evidence: documented('excel/excel-add-ins-workbooks#create-a-workbook'),
  },
  'inserted-names-numbered': {
    text: 'Sheets and tables of an inserted workbook whose names are taken get a number; defined names stay behind.',
    evidence: assumed('as when a sheet is copied'),
  },
  'settings-in-web-extension': {
    text: 'A file keeps the settings of an add-in, as JSON, in the property bag that also says whether its pane opens.',
    evidence: documented('develop/automatically-open-a-task-pane-with-a-document'),
  },
  'filter-hides-rows-of-files': {
    text: 'Rows that a file hides inside a filtered area are hidden by the filter, others by hand.',
    evidence: assumed('the file format does not tell the two apart'),
  },
  'old-arrays-become-dynamic': {
    text: 'An array formula that a file keeps without the mark of a dynamic array opens as a dynamic one.',
    evidence: assumed('the host knows no others; with Excel only the braces differ while the shape stays'),
  },
} as const satisfies Record<string, HostRule>;
